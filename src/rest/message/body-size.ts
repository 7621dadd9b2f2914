/** By the value that was read from a body, for as long as anything holds that. */
const sizes = new WeakMap<object, number>();

/** Notes the size of the body that a value was read from. */
export function noteBodyBytes(value: unknown, bytes: number): void {
  if (typeof value === "object" && value !== null) sizes.set(value, bytes);
}

/** Bytes of the body that a read answered this value from; undefined for a value that is not the whole of an answer. */
export const bodyBytesOf = (value: object): number | undefined => sizes.get(value);
