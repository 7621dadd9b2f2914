import { hash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { badInput } from "../errors.ts";
import { longestText, within } from "../text-limits.ts";

/** A place in a list: right behind a row that was given. */
export interface Cursor {
  /** Rows of the list up to and including that row. */
  readonly offset: number;
  /** Digests of the rows given last, that row at the end. */
  readonly seen: readonly string[];
  /** Digest of what selects and orders the list; an empty text for a list as it stands. */
  readonly selection: string;
}

// A whole page: rows inserted before it, however many, push its own to the pages that follow.
const seenInCursor = 100;
// 48 bits of an id tell it from those of any two pages, and keep the longest cursor at a kilobyte.
const digestLength = 8;
const digestList = new RegExp(`^(?:[\\w-]{${digestLength}}){0,${seenInCursor}}$`);
const selectionDigest = new RegExp(`^[\\w-]{${digestLength}}$`);
// The same rows are paged through again and again. An id may have any length; an entry takes 200 bytes beside it, as measured.
const digests = new LRUCache<string, string>({
  maxSize: 4 * 1024 * 1024,
  sizeCalculation: (_, id) => 200 + 2 * id.length,
});
// No list of the upstreams is longer; a forged cursor must not make a number that JSON or an URL mangles.
const largestOffset = 10_000_000;

/** A short text that stands for an id, or for a selection as text. */
export function digestOf(text: string): string {
  const known = digests.get(text);
  if (known !== undefined) return known;
  const digest = hash("sha256", text, "base64url").slice(0, digestLength);
  digests.set(text, digest);
  return digest;
}

/** Writes a cursor, with the hundred digests at its end. */
export function writeCursor({ offset, seen, selection }: Cursor): string {
  const parts = [offset, seen.slice(-seenInCursor).join(""), ...(selection ? [selection] : [])];
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

/**
 * Reads a cursor.
 * @param name of the argument that holds it.
 * @throws BAD_USER_INPUT for a text that is no cursor.
 */
export function readCursor(text: string, name: "after" | "before"): Cursor {
  const bad = () =>
    badInput(`${name} is not a cursor of this list; use one that pageInfo or an edge of it gave.`);
  within(text, longestText.cursor, name);
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch {
    throw bad();
  }
  if (!Array.isArray(parts) || parts.length < 2 || parts.length > 3) throw bad();
  const [offset, seen, selection]: unknown[] = parts;
  if (!Number.isInteger(offset) || Number(offset) < 0 || Number(offset) > largestOffset) throw bad();
  if (typeof seen !== "string" || !digestList.test(seen)) throw bad();
  if (selection !== undefined && !(typeof selection === "string" && selectionDigest.test(selection)))
    throw bad();
  return {
    offset: Number(offset),
    seen: seen.match(new RegExp(`.{${digestLength}}`, "g")) ?? [],
    selection: selection ?? "",
  };
}
