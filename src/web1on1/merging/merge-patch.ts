import { GatewayError } from "../../errors.ts";
import { isJsonObject, type JsonObject } from "../../rest/message/exact-json.ts";

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

/** Whether a stored value holds nothing that a merge could lose; an object without names is a list to some languages. */
const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);

/**
 * Applies a merge patch to a field as it is stored.
 * @param name of the field, for the error.
 * @throws UPSTREAM_INVALID_RESPONSE when what is stored is no object, which the merge would throw away.
 */
export function mergeStored(name: string, stored: unknown, patch: JsonObject): JsonObject {
  if (!isJsonObject(stored) && !isNothing(stored)) throw notMerged(name, "object");
  return mergePatch(stored, patch);
}

/** @param wanted as which it is documented. */
export const notMerged = (name: string, wanted: "object" | "list"): GatewayError =>
  new GatewayError(
    "UPSTREAM_INVALID_RESPONSE",
    `Web1on1 has stored ${name} that is no ${wanted}, so nothing was written: the merge would lose it.`,
    { system: "web1on1" },
  );
