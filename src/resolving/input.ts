import { badInput, GatewayError } from "../errors.ts";
import type { PromiseOrValue } from "../loaders/promise-or-value.ts";
import { type IdKind, optionalSourceIdOf, sourceIdOf } from "./ids.ts";

type Optional<Body> = { readonly [Key in keyof Body]: Body[Key] | undefined };
type Given<Body> = {
  readonly [Key in keyof Body as undefined extends Body[Key] ? never : Key]: Body[Key];
} & {
  readonly [Key in keyof Body as undefined extends Body[Key] ? Key : never]?: Exclude<Body[Key], undefined>;
};

/** An object without the fields that are undefined: what a client left out must not reach an upstream. */
export function omitUndefined<Body extends object>(body: Optional<Body>): Given<Body> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as Given<Body>;
}

type WithoutNulls<Input> = { readonly [Key in keyof Input]: Exclude<Input[Key], null> };

/** The input of a create without its nulls: of what is only made now there is nothing to clear. */
export function omitNulls<Input extends object>(input: Input): WithoutNulls<Input> {
  return Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== null),
  ) as WithoutNulls<Input>;
}

/** Whether there is anything in a text that can be seen. */
export const isFilled = (text: string): boolean => /[^\s\p{Cc}\p{Cf}]/u.test(text);

/** @throws BAD_USER_INPUT for a text with nothing in it that can be seen. */
export function nonBlank(text: string, name: string): string {
  if (isFilled(text)) return text;
  throw badInput(`${name} must hold something.`);
}

/** As `nonBlank`, for what may be left out, be it by null. */
export const optionalText = (text: string | null | undefined, name: string): string | undefined =>
  text === null || text === undefined ? undefined : nonBlank(text, name);

/** As `nonBlank`, for what may be left out but not be cleared. */
export function filledIfGiven(text: string | null | undefined, name: string): string | undefined {
  const given = notNull(text, name);
  return given === undefined ? undefined : nonBlank(given, name);
}

/**
 * A value that may be left out but not be cleared.
 * @throws BAD_USER_INPUT for null.
 */
export function notNull<Value>(value: Value | null | undefined, name: string): Value | undefined {
  if (value === null) throw badInput(`${name} cannot be cleared; leave it out to keep it.`);
  return value;
}

/**
 * Ids in a list, in the upstream's form; undefined when the list is left out.
 * @throws BAD_USER_INPUT for a malformed id and for null.
 */
export function sourceIdsOf(
  kind: IdKind,
  ids: readonly string[] | null | undefined,
  name: string,
): string[] | undefined {
  return notNull(ids, name)?.map((id) => sourceIdOf(kind, id));
}

/** An id that null clears; undefined when it is left out. */
export function clearableSourceIdOf(kind: IdKind, id: string | null | undefined): string | null | undefined {
  return id === null ? null : optionalSourceIdOf(kind, id);
}

/** @throws BAD_USER_INPUT when a list of things to write is empty; how many it may hold the schema says, by `@most`. */
export function checkFilled(list: readonly unknown[], name: string): void {
  if (list.length === 0) throw badInput(`${name} holds nothing; it must hold one or more.`);
}

/**
 * The object that a write is about.
 * @throws NOT_FOUND when there is none.
 */
export async function orNotFound<Row>(found: PromiseOrValue<Row | null>, name: string): Promise<Row> {
  const row = await found;
  if (row === null) throw new GatewayError("NOT_FOUND", `There is no such ${name}.`);
  return row;
}
