import { Refusal } from "../refusal.ts";

/** Refuses a value with 400. */
export type Check = (value: unknown, field: string) => void;

/** The fields of a body that a table knows, each of them checked; others are ignored, as upstream. */
export function checked<Body>(body: unknown, checks: Readonly<Record<keyof Body & string, Check>>): Body {
  if (!isObject(body)) throw new Refusal(400, "the body must be a JSON object");
  const known: Record<string, unknown> = {};
  for (const [field, check] of Object.entries<Check>(checks)) {
    const value = body[field];
    if (value === undefined) continue;
    check(value, field);
    known[field] = value;
  }
  return known as Body;
}

/** Refuses a body that lacks one of the fields that creating needs. */
export function requireFields<Body, Field extends keyof Body & string>(
  body: Body,
  ...fields: readonly Field[]
): asserts body is Body & { readonly [Name in Field]-?: NonNullable<Body[Name]> } {
  for (const field of fields) {
    if (body[field] === undefined || body[field] === null) throw new Refusal(400, `${field} is required`);
  }
}

/** A string, perhaps an empty one. */
export const text: Check = check((value) => typeof value === "string", "a string");

/** A string with something in it. */
export const filledText: Check = check(
  (value) => typeof value === "string" && value.trim() !== "",
  "a non-empty string",
);

/** A string of one form. @param form in words, for the refusal. */
export const textLike = (pattern: RegExp, form: string): Check =>
  check((value) => typeof value === "string" && pattern.test(value), form);

/** Any number that JSON knows. */
export const number: Check = check((value) => typeof value === "number", "a number");

/** A whole number, zero or more. */
export const count: Check = check(
  (value) => Number.isInteger(value) && (value as number) >= 0,
  "a whole number, zero or more",
);

/** A calendar day. */
export const day: Check = check(
  (value) => typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) && isDay(value),
  "a date as YYYY-MM-DD",
);

const rfc3339 = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3])(:[0-5]\d){2}(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** A moment with its offset from UTC. */
export const moment: Check = check(
  (value) => typeof value === "string" && rfc3339.test(value) && isDay(value.slice(0, 10)),
  "a time as RFC 3339",
);

/** A map of anything. */
export const map: Check = check(isObject, "an object");

/** One of some words. */
export const oneOf = (...words: readonly string[]): Check =>
  check((value) => words.includes(value as string), words.join(" or "));

/** Null clears the field. */
export const nullable =
  (inner: Check): Check =>
  (value, field) => {
    if (value !== null) inner(value, field);
  };

/** A list, each of its items checked. */
export const listOf =
  (inner: Check): Check =>
  (value, field) => {
    if (!Array.isArray(value)) throw new Refusal(400, `${field} must be a list`);
    for (const item of value) inner(item, field);
  };

function check(holds: (value: unknown) => boolean, expected: string): Check {
  return (value, field) => {
    if (!holds(value)) throw new Refusal(400, `${field} must be ${expected}`);
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// A day that does not exist, such as 30 February, comes back from Date as another one.
function isDay(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
