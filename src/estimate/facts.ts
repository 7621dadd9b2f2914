/** Facts about the objects that a field gives, for the costs of the fields right below; each is read through its `Fact`. */
export type Facts = ReadonlyMap<symbol, unknown>;

/** Nothing is known. */
export const noFacts: Facts = new Map();

/** Something that one field may know and a field below it asks for, such as the company of a contact. */
export interface Fact<Value> {
  /** The facts of a field that knows it. */
  is(value: Value): Facts;
  /** The value; undefined where the field above does not know it. */
  of(known: Facts): Value | undefined;
}

/**
 * Declares a fact.
 * @param name for debuggers.
 */
export function fact<Value>(name: string): Fact<Value> {
  const key = Symbol(name);
  return {
    is: (value) => new Map([[key, value]]),
    of: (known) => known.get(key) as Value | undefined,
  };
}
