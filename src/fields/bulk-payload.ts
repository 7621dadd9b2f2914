import { fact } from "../estimate/facts.ts";
import { atMost } from "../estimate/range.ts";
import { field } from "./field.ts";
import { neverNull } from "./never-null.ts";

/** Number of objects that a write in bulk makes; the write tells it to its payload. */
export const objectsWritten = fact<number>("objects written");

/**
 * The field of a payload that gives all objects that a write in bulk made, as the write answered them.
 * @param name of the field, and of the objects in the payload.
 */
export function bulkPayload<Name extends string>(name: Name) {
  const resolve = neverNull(
    field(
      (_args: unknown, known) => ({ cardinality: atMost(objectsWritten.of(known) ?? 0), tells: known }),
      (written: { readonly [Objects in Name]: readonly object[] }): readonly object[] => written[name],
    ),
  );
  return { [name]: resolve } as { readonly [Field in Name]: typeof resolve };
}
