import { GatewayError } from "../../errors.ts";
import type { PromiseOrValue } from "../../loaders/promise-or-value.ts";

/**
 * The id of what an update or upsert has written. The write is done even when its answer names no id, so then the
 * object is looked for.
 * @throws UPSTREAM_INVALID_RESPONSE when it is not found either.
 */
export async function writtenId(
  answered: string | undefined,
  find: () => PromiseOrValue<{ readonly id: string } | null>,
): Promise<string> {
  const id = answered ?? (await find())?.id;
  if (id !== undefined) return id;
  throw new GatewayError(
    "UPSTREAM_INVALID_RESPONSE",
    "Assembly accepted the write without an id in its answer, and nothing is found by the key in use.",
    { system: "assembly" },
  );
}
