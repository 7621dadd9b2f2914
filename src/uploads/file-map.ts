import { HttpError } from "../http-error.ts";
import { shownFile } from "./shown-file.ts";
import { uploadLimits } from "./upload-limits.ts";

/** Where a file belongs in an operation. */
export interface FilePlace {
  /** Of its part in the form. */
  readonly name: string;
  /** Keys and indexes that lead there from the operation: `["variables", "input", "files", "0"]`. */
  readonly path: readonly string[];
}

/**
 * Reads the field `map`: `{ "0": ["variables.input.files.0"] }`.
 * @throws HttpError unless each of a few files has exactly one place, in the variables.
 */
export function readMap(text: string): FilePlace[] {
  if (Buffer.byteLength(text) > uploadLimits.mapBytes) {
    throw new HttpError(`map is larger than ${uploadLimits.mapBytes} bytes.`, 413);
  }
  const map = parsed(text);
  if (typeof map !== "object" || map === null || Array.isArray(map)) throw notAMap();
  const entries = Object.entries(map);
  if (entries.length > uploadLimits.files) {
    throw new HttpError(`map names ${entries.length} files; a request may bring ${uploadLimits.files}.`);
  }
  return entries.map(([name, paths]) => ({ name, path: onlyPath(name, paths) }));
}

/**
 * Puts what a file becomes in its place.
 * @throws HttpError if there is no such place, or no null in it.
 */
export function putInPlace(operation: object, { name, path }: FilePlace, value: object): void {
  const last = path.length - 1;
  let holder: unknown = operation;
  for (const key of path.slice(0, last)) holder = inside(holder, key);
  const key = path[last] ?? "";
  if (inside(holder, key) !== null || typeof holder !== "object" || holder === null) {
    const place = JSON.stringify(path.join(".").slice(0, 120));
    throw new HttpError(`map puts ${shownFile(name)} at ${place}, where the operation has no null.`);
  }
  (holder as Record<string, unknown>)[key] = value;
}

/** The value under an own key of an object or list, not under one that it inherits. */
const inside = (holder: unknown, key: string): unknown =>
  typeof holder === "object" && holder !== null && key !== "__proto__" && Object.hasOwn(holder, key)
    ? (holder as Readonly<Record<string, unknown>>)[key]
    : undefined;

function onlyPath(name: string, paths: unknown): readonly string[] {
  if (!Array.isArray(paths) || paths.length === 0 || !paths.every((path) => typeof path === "string")) {
    throw notAMap();
  }
  if (paths.length > 1) {
    throw new HttpError(`map gives ${shownFile(name)} two places; send the file once for each.`);
  }
  const path = String(paths[0]).split(".");
  if (path[0] !== "variables" || path.length < 2) {
    throw new HttpError(
      `map has to give ${shownFile(name)} a place in the variables, such as variables.file.`,
    );
  }
  return path;
}

const notAMap = () =>
  new HttpError('map has to be JSON that gives each file its place: { "0": ["variables.file"] }.');

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notAMap();
  }
}
