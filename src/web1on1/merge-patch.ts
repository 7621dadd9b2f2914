/** An object of JSON. */
export type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Applies a JSON merge patch (RFC 7396): objects are merged, null removes a name, everything else replaces. */
export function mergePatch(stored: unknown, patch: JsonObject): JsonObject {
  const merged = new Map(Object.entries(isObject(stored) ? stored : {}));
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) merged.delete(name);
    else if (value !== undefined)
      merged.set(name, isObject(value) ? mergePatch(merged.get(name), value) : value);
  }
  return Object.fromEntries(merged);
}

/**
 * Nested objects with their patches applied: the upstream replaces them whole.
 * @param patches by name of the object; undefined for none.
 * @param readStored reads what is stored; not called when there are no patches.
 */
export async function mergeNested(
  patches: Readonly<Record<string, JsonObject | undefined>>,
  readStored: () => Promise<object>,
): Promise<JsonObject> {
  const given = Object.entries(patches).flatMap(([name, patch]) => (patch ? [[name, patch] as const] : []));
  if (given.length === 0) return {};
  const stored = new Map(Object.entries(await readStored()));
  return Object.fromEntries(given.map(([name, patch]) => [name, mergePatch(stored.get(name), patch)]));
}
