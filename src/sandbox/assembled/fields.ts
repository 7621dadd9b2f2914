import { Refusal } from "../refusal.ts";

/** A JSON object of a request, its fields not yet looked at. */
export type Fields = Readonly<Record<string, unknown>>;

/** The value as an object, or 400. */
export function objectOf(value: unknown, name: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalid(name, "an object");
  return value as Fields;
}

/** The value as a list, or 400. */
export function listOf(value: unknown, name: string): readonly unknown[] {
  if (!Array.isArray(value)) throw invalid(name, "a list");
  return value;
}

/** The value as a list of strings, or 400. */
export function textsOf(value: unknown, name: string): readonly string[] {
  return listOf(value, name).map((item) => textOf(item, name));
}

/** The value as a string, or 400. */
export function textOf(value: unknown, name: string): string {
  if (typeof value !== "string") throw invalid(name, "a string");
  return value;
}

/** The value as true or false, or 400. */
export function flagOf(value: unknown, name: string): boolean {
  if (typeof value !== "boolean") throw invalid(name, "true or false");
  return value;
}

/** The value as Unix seconds, or 400; ISO times and fractions are not taken. */
export function secondsOf(value: unknown, name: string): number {
  if (typeof value !== "number" || !Number.isInteger(value)) throw invalid(name, "a time in Unix seconds");
  return value;
}

/** The value as a string that is not blank, or 400. */
export function filledOf(value: unknown, name: string): string {
  const text = textOf(value, name);
  if (text.trim() === "") throw invalid(name, "a string that is not blank");
  return text;
}

/** The value as a number, or 400. */
export function numberOf(value: unknown, name: string): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw invalid(name, "a number");
  return value;
}

/** The value as one of these strings, or 400. */
export function oneOf(value: unknown, known: readonly string[], name: string): string {
  const text = textOf(value, name);
  if (!known.includes(text)) throw invalid(name, `one of ${known.join(", ")}`);
  return text;
}

/** A field that may be missing or null, which are the same, as an object to be spread. */
export function optional<Name extends string, Value>(
  fields: Fields,
  name: Name,
  read: (value: unknown, name: string) => Value,
): { readonly [Key in Name]?: Value } {
  const value = fields[name];
  if (value === undefined || value === null) return {};
  return { [name]: read(value, name) } as { readonly [Key in Name]?: Value };
}

/** Most rows of one call in bulk (assembled-v0.txt:1409, 2157). */
const mostInBulk = 1_000;

/** The rows of a body in bulk, or 400 for none and for too many. */
export function bulkOf(body: unknown, name: string): readonly unknown[] {
  const rows = listOf(objectOf(body, "the body")[name], name);
  if (rows.length === 0 || rows.length > mostInBulk) throw invalid(name, `a list of 1 to ${mostInBulk}`);
  return rows;
}

/** A whole number out of a query string, or 400; `undefined` if the parameter is missing. */
export function wholeNumberOf(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  if (!/^\d{1,15}$/.test(text)) throw invalid(name, "a whole number");
  return Number(text);
}

/** The name of a time zone of the IANA, or 400. */
export function timezoneOf(name: string, field: string): string {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return name;
  } catch {
    throw new Refusal(400, `${field} must be an IANA time zone`);
  }
}

/** The ids as they are, or 400 if one of them is not known. */
export function knownIds(
  ids: readonly string[],
  known: { has(id: string): boolean },
  name: string,
): readonly string[] {
  const stranger = ids.find((id) => !known.has(id));
  if (stranger !== undefined) throw new Refusal(400, `${name}: ${stranger} does not exist`);
  return ids;
}

function invalid(name: string, expected: string): Refusal {
  return new Refusal(400, `${name} must be ${expected}`);
}
