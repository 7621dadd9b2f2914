import type { Reply } from "../emulator.ts";
import { Refusal } from "../refusal.ts";
import { isObject } from "./write-body.ts";

/** A resource as it is answered. */
export type WireRow = Readonly<Record<string, unknown>>;

/** A row as the upstream answers it; what is unset is left out. */
export const wireRow = (row: object): WireRow =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));

/** The facts of one list. */
export interface ListOptions {
  /** Path of the list from the root of the host, for the `link` header. */
  readonly path: string;
  /** Statuses that are left out unless the status filter names them. */
  readonly hiddenStatuses: readonly string[];
  /** Filters that look at several fields. */
  readonly fieldsOfFilter?: Readonly<Record<string, readonly string[]>>;
}

// Neither is documented. The client asks for 100 and reads on while there is a next page, so both paths are walked.
const defaultLimitRows = 30;
const greatestLimitRows = 100;

/** Words that are no filters. `populate` is accepted and changes nothing: references stay ids. */
const reserved = new Set(["limit", "offset", "sort", "select", "populate"]);

/** Answers a list: filtered, sorted, one page of it, and a `link` header while there are more rows. */
export function listReply(rows: readonly WireRow[], query: URLSearchParams, options: ListOptions): Reply {
  const limitRows = Math.min(wholeNumber(query, "limit", defaultLimitRows, 1), greatestLimitRows);
  const offsetRows = wholeNumber(query, "offset", 0, 0);
  const named = namedStatuses(query);
  const found = rows
    .filter(({ status }) => !options.hiddenStatuses.includes(String(status)) || named.has(String(status)))
    .filter(matcher(query, options.fieldsOfFilter ?? {}))
    .sort(order(query));
  const page = found.slice(offsetRows, offsetRows + limitRows).map((row) => selected(row, query));
  const next = offsetRows + limitRows < found.length;
  return {
    status: 200,
    ...(next && { headers: { link: nextLink(query, options.path, limitRows, offsetRows) } }),
    body: page,
  };
}

/** A row with the fields that `select` names, and its id. A dotted name selects the whole of its first part. */
export function selected(row: WireRow, query: URLSearchParams): WireRow {
  const names = commaSeparated(query.get("select")).map((path) => path.split(".", 1)[0]);
  if (names.length === 0) return row;
  return Object.fromEntries(Object.entries(row).filter(([name]) => name === "id" || names.includes(name)));
}

function wholeNumber(query: URLSearchParams, name: string, absent: number, least: number): number {
  const given = query.get(name);
  if (given === null) return absent;
  if (!/^\d{1,9}$/.test(given) || Number(given) < least) {
    throw new Refusal(400, `${name} must be a whole number of at least ${least}`);
  }
  return Number(given);
}

/** Statuses that the status filter asks for by name; `!active` asks for none. */
function namedStatuses(query: URLSearchParams): Set<string> {
  return new Set(query.getAll("status").flatMap((expression) => anyOf(expression) ?? [expression]));
}

function matcher(
  query: URLSearchParams,
  fieldsOfFilter: Readonly<Record<string, readonly string[]>>,
): (row: WireRow) => boolean {
  const filters = [...query]
    .filter(([name]) => !reserved.has(name))
    .map(([name, expression]) => ({ paths: fieldsOfFilter[name] ?? [name], test: tester(expression) }));
  return (row) => filters.every(({ paths, test }) => test(paths.flatMap((path) => valuesAt(row, path))));
}

/** Values under a dotted path; a list on the way, or at its end, gives the values of all its items. */
function valuesAt(value: unknown, path: string): unknown[] {
  let values: unknown[] = [value];
  for (const key of path.split(".")) {
    values = values.flatMap((inner) => (isObject(inner) ? [inner[key]].flat() : []));
  }
  return values.filter((inner) => inner !== undefined && inner !== null);
}

/** Case counts everywhere: nothing promises that it does not, so no client may build on it. */
function tester(expression: string): (values: readonly unknown[]) => boolean {
  if (expression.startsWith("!")) {
    const test = tester(expression.slice(1));
    return (values) => !test(values);
  }
  const test = valueTester(expression);
  return (values) => values.some(test);
}

function valueTester(expression: string): (value: unknown) => boolean {
  const items = anyOf(expression);
  if (items !== undefined) return (value) => items.includes(String(value));
  const [, operator, operand = ""] = /^(>=|<=|>|<|~|\^)(.*)$/s.exec(expression) ?? [];
  switch (operator) {
    case "~":
      return (value) => String(value).includes(operand);
    case "^":
      return (value) => String(value).startsWith(operand);
    case ">":
      return (value) => compared(value, operand) > 0;
    case ">=":
      return (value) => compared(value, operand) >= 0;
    case "<":
      return (value) => compared(value, operand) < 0;
    case "<=":
      return (value) => compared(value, operand) <= 0;
    default:
      return (value) => String(value) === expression;
  }
}

/** The items of `[a,b]`; `undefined` for anything else. */
function anyOf(expression: string): string[] | undefined {
  return expression.startsWith("[") && expression.endsWith("]")
    ? commaSeparated(expression.slice(1, -1))
    : undefined;
}

/** Below, at or above zero; NaN, which no operator accepts, where a number is held against a word. */
function compared(value: unknown, operand: string): number {
  if (typeof value === "number") return value - Number(operand);
  const [valueMs, operandMs] = [timeMs(String(value)), timeMs(operand)];
  if (valueMs !== undefined && operandMs !== undefined) return valueMs - operandMs;
  return ordered(String(value), operand);
}

/** A day or a time in ISO 8601, so that `2024-05-01` is the midnight that begins it. */
function timeMs(value: string): number | undefined {
  const ms = /^\d{4}-\d\d-\d\d(T|$)/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(ms) ? undefined : ms;
}

/** By the fields of `sort`, absent ones first as in the upstream's kind of database; otherwise as inserted. */
function order(query: URLSearchParams): (one: WireRow, other: WireRow) => number {
  const fields = commaSeparated(query.get("sort")).map((name) => ({
    path: name.replace(/^-/, ""),
    direction: name.startsWith("-") ? -1 : 1,
  }));
  return (one, other) => {
    for (const { path, direction } of fields) {
      const difference = comparedForSort(valuesAt(one, path)[0], valuesAt(other, path)[0]);
      if (difference !== 0) return difference * direction;
    }
    return 0;
  };
}

function comparedForSort(one: unknown, other: unknown): number {
  const present = Number(one !== undefined) - Number(other !== undefined);
  if (present !== 0) return present;
  if (typeof one === "number" && typeof other === "number") return one - other;
  return ordered(String(one), String(other));
}

const ordered = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Relative to the host, whose name an emulator does not know. */
function nextLink(query: URLSearchParams, path: string, limitRows: number, offsetRows: number): string {
  const next = new URLSearchParams(query);
  next.set("limit", String(limitRows));
  next.set("offset", String(offsetRows + limitRows));
  return `<${path}?${next}>; rel="next"`;
}

function commaSeparated(value: string | null): string[] {
  return (value ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
