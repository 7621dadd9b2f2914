import { GatewayError } from "../../errors.ts";
import type { LoaderOf } from "../../lists/loader-definition.ts";
import { absent } from "../explain-rejection.ts";
import { personById } from "../person/loaders.ts";
import { allShiftPatterns } from "./loaders.ts";

/**
 * The error that says why a pattern was rejected, as far as that can be found.
 * @param ownId of the pattern that has the name already. @default none
 */
export async function rejectionReason(
  of: LoaderOf,
  { user_id, name }: { readonly user_id: string; readonly name?: string },
  ownId?: string,
): Promise<GatewayError | undefined> {
  const named = name === undefined ? undefined : await patternNamed(of, name);
  if (named && named.id !== ownId) {
    return new GatewayError("CONFLICT", "There is a shift pattern of this name; nothing was written.", {
      system: "assembled",
    });
  }
  return absent(of, [{ name: "person", ids: [user_id], loader: personById }]);
}

/** The pattern with a name, which no other has (assembled-v0.txt:2694). */
const patternNamed = async (of: LoaderOf, name: string) =>
  (await of(allShiftPatterns).all()).find((pattern) => pattern.name === name);

/**
 * The id of a pattern that was created and not answered.
 * @throws UPSTREAM_INVALID_RESPONSE when it is not in the list.
 */
export async function idByName(of: LoaderOf, name: string): Promise<string> {
  const created = await patternNamed(of, name);
  if (created) return created.id;
  throw new GatewayError(
    "UPSTREAM_INVALID_RESPONSE",
    "Assembled accepted the shift pattern but neither answered nor lists it; list all to see it.",
    { system: "assembled" },
  );
}
