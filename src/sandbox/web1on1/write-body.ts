import { Refusal } from "../refusal.ts";

/** Refuses a value with 400; `name` is what the message calls it. */
export type Check = (value: unknown, name: string) => void;

/** A text. */
export const text: Check = (value, name) => {
  if (typeof value !== "string") throw new Refusal(400, `${name} must be a string`);
};

/** An e-mail address, as far as anyone can tell by looking at it. */
export const emailAddress: Check = (value, name) => {
  if (typeof value !== "string" || !/^[^\s@]+@[^\s@]+$/.test(value)) {
    throw new Refusal(400, `${name} must be an e-mail address`);
  }
};

/** True or false. */
export const flag: Check = (value, name) => {
  if (typeof value !== "boolean") throw new Refusal(400, `${name} must be a boolean`);
};

/** A number. */
export const number: Check = (value, name) => {
  if (typeof value !== "number") throw new Refusal(400, `${name} must be a number`);
};

/** One of some words. */
export const oneOf =
  (...words: readonly string[]): Check =>
  (value, name) => {
    if (typeof value !== "string" || !words.includes(value)) {
      throw new Refusal(400, `${name} must be one of ${words.join(", ")}`);
    }
  };

/** A list, with a check of each of its items. */
export const listOf =
  (check: Check = () => {}): Check =>
  (value, name) => {
    if (!Array.isArray(value)) throw new Refusal(400, `${name} must be an array`);
    for (const [index, item] of value.entries()) check(item, `${name}.${index}`);
  };

/** An object, with checks of those of its fields that are sent. */
export const objectOf =
  (checks: Readonly<Record<string, Check>> = {}): Check =>
  (value, name) => {
    if (!isObject(value)) throw new Refusal(400, `${name} must be an object`);
    for (const [key, check] of Object.entries(checks)) {
      if (value[key] !== undefined) check(value[key], `${name}.${key}`);
    }
  };

/** The fields that may be written into one resource. */
export interface Writable {
  /** Fields by name. Others are ignored, which keeps id, times and tokens to the server. */
  readonly checks: Readonly<Record<string, Check>>;
  /** Fields, also dotted ones, that must be sent on create and cannot be cleared. */
  readonly required: readonly string[];
  /** Further fields that cannot be cleared. */
  readonly kept: readonly string[];
}

/** The writable fields of a body that creates. */
export function createFields(body: unknown, writable: Writable): Record<string, unknown> {
  const written = Object.entries(writtenFields(body, writable));
  // Null is as good as not sent: it must not stand in the way of a default.
  const fields = Object.fromEntries(written.filter(([, value]) => value !== undefined));
  for (const path of writable.required) {
    if (isUnset(valueAt(fields, path))) throw new Refusal(400, `${path} is required`);
  }
  return fields;
}

/** The writable fields of a body that updates: nothing is required, and null clears (the value is `undefined`). */
export const updateFields = (body: unknown, writable: Writable): Record<string, unknown> =>
  writtenFields(body, writable);

/** Whether a value is an object and no list. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function writtenFields(body: unknown, { checks, required, kept }: Writable): Record<string, unknown> {
  if (!isObject(body)) throw new Refusal(400, "the body must be a JSON object");
  const fields: Record<string, unknown> = {};
  for (const [name, check] of Object.entries(checks)) {
    const value = body[name];
    if (value === undefined) continue;
    const clears = value === null && !required.includes(name) && !kept.includes(name);
    if (!clears) check(value, name);
    fields[name] = clears ? undefined : value;
  }
  return fields;
}

function valueAt(value: unknown, path: string): unknown {
  return path.split(".").reduce((inner, key) => (isObject(inner) ? inner[key] : undefined), value);
}

const isUnset = (value: unknown): boolean => value === undefined || value === null || value === "";
