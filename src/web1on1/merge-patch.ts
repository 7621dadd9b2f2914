import { GatewayError } from "../errors.ts";
import { isJsonObject } from "../rest/exact-json.ts";

/** An object of JSON. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Applies a JSON merge patch (RFC 7396): objects are merged, null removes a name, everything else replaces. */
export function mergePatch(stored: unknown, patch: JsonObject): JsonObject {
  const merged = new Map(Object.entries(isJsonObject(stored) ? stored : {}));
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) merged.delete(name);
    else if (value !== undefined)
      merged.set(name, isJsonObject(value) ? mergePatch(merged.get(name), value) : value);
  }
  return Object.fromEntries(merged);
}

/**
 * Nested objects with their patches applied: the upstream replaces them whole, so what the patches leave alone goes back as
 * it was read.
 * @param patches by name of the object; undefined for none.
 * @param readStored reads what is stored, numbers to the digit; not called when there are no patches.
 * @throws UPSTREAM_INVALID_RESPONSE when what is stored is no object, which the merge would throw away.
 */
export async function mergeNested(
  patches: Readonly<Record<string, JsonObject | undefined>>,
  readStored: () => Promise<JsonObject>,
): Promise<JsonObject> {
  const given = Object.entries(patches).flatMap(([name, patch]) => (patch ? [[name, patch] as const] : []));
  if (given.length === 0) return {};
  const stored = new Map(Object.entries(await readStored()));
  return Object.fromEntries(
    given.map(([name, patch]) => {
      const before = stored.get(name);
      if (!isJsonObject(before) && !isNothing(before)) throw notMerged(name, "object");
      return [name, mergePatch(before, patch)];
    }),
  );
}

/** Whether a stored value holds nothing that a merge could lose; an object without names is a list to some languages. */
const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);

/** @param wanted as which it is documented. */
export const notMerged = (name: string, wanted: "object" | "list"): GatewayError =>
  new GatewayError(
    "UPSTREAM_INVALID_RESPONSE",
    `Web1on1 has stored ${name} that is no ${wanted}, so nothing was written: the merge would lose it.`,
    { system: "web1on1" },
  );
