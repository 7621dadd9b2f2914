import { hash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { badInput } from "../errors.ts";
import { longestText, within } from "../text-limits.ts";

/** A place in a list: right behind a row that was given. */
export interface Cursor {
  /** Rows of the list up to and including that row. */
  readonly offset: number;
  /** Digests of the rows given last, one behind the other, that row at the end. */
  readonly seen: string;
  /** Digest of what selects and orders the list; an empty text for a list as it stands. */
  readonly selection: string;
}

// A whole page: rows inserted before it, however many, push its own to the pages that follow.
const seenInCursor = 100;
/** 48 bits of an id tell it from those of any two pages, and keep the longest cursor at a kilobyte. */
export const digestLength = 8;
const digestList = new RegExp(`^(?:[\\w-]{${digestLength}}){0,${seenInCursor}}$`);
const selectionDigest = new RegExp(`^[\\w-]{${digestLength}}$`);
// No list of the upstreams is longer; a forged cursor must not make a number that JSON or an URL mangles.
const largestOffset = 10_000_000;

/** A short text that stands for an id, or for a selection as text. */
export const digestOf = (text: string): string => hash("sha256", text, "base64url").slice(0, digestLength);

/** The digests of a cursor, each by itself. */
export const digestsIn = (seen: string): string[] =>
  Array.from({ length: seen.length / digestLength }, (_, at) =>
    seen.slice(at * digestLength, (at + 1) * digestLength),
  );

/** The same rows are paged through again and again. */
const digestsByRow = new WeakMap<object, { readonly id: string; readonly digest: string }>();

/** As `digestOf` for the id of a row, made once for as long as the row is kept. */
export function digestOfRow(row: unknown, id: string): string {
  if (typeof row !== "object" || row === null) return digestOf(id);
  const known = digestsByRow.get(row);
  if (known?.id === id) return known.digest;
  const digest = digestOf(id);
  digestsByRow.set(row, { id, digest });
  return digest;
}

/** Writes a cursor, with the hundred digests at its end. */
export function writeCursor({ offset, seen, selection }: Cursor): string {
  const digests = seen.slice(-seenInCursor * digestLength);
  // Neither digest has a character that JSON escapes.
  const json = `[${offset},"${digests}"${selection && `,"${selection}"`}]`;
  return Buffer.from(json, "latin1").toString("base64url");
}

/** Cursors that were read lately: the check of an operation and its field both ask for them, others in between. */
const lately = new LRUCache<string, Cursor>({ max: 200 });

/**
 * Reads a cursor.
 * @param name of the argument that holds it.
 * @throws BAD_USER_INPUT for a text that is no cursor.
 */
export function readCursor(text: string, name: "after" | "before"): Cursor {
  const known = lately.get(text);
  if (known) return known;
  const cursor = parseCursor(text, name);
  lately.set(text, cursor);
  return cursor;
}

function parseCursor(text: string, name: "after" | "before"): Cursor {
  const bad = () =>
    badInput(`${name} is not a cursor of this list; use one that pageInfo or an edge of it gave.`);
  within(text, longestText.cursor, name);
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(text, "base64url").toString("latin1"));
  } catch {
    throw bad();
  }
  if (!Array.isArray(parts) || parts.length < 2 || parts.length > 3) throw bad();
  const [offset, seen, selection]: unknown[] = parts;
  if (!Number.isInteger(offset) || Number(offset) < 0 || Number(offset) > largestOffset) throw bad();
  if (typeof seen !== "string" || !digestList.test(seen)) throw bad();
  if (selection !== undefined && !(typeof selection === "string" && selectionDigest.test(selection)))
    throw bad();
  return { offset: Number(offset), seen, selection: selection ?? "" };
}
