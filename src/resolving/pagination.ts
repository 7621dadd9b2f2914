import { hash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { badInput } from "../errors.ts";
import { textIn } from "../rest/row-values.ts";
import { longestText, within } from "../text-limits.ts";

/** Arguments of every connection. */
export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** The request for a page of a connection. */
export interface PageRequest {
  readonly first: number;
  /** Rows of the upstream's list to skip. */
  readonly offset: number;
  /** Digests of the rows given last: dropped should the upstream repeat them. */
  readonly seen: readonly string[];
}

/** A page as resolvers give it; edges and cursors are made only when asked for. */
export interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly edges: readonly { readonly node: Node; readonly cursor: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount?: number;
}

/** Rows a page holds unless the client says otherwise. */
export const defaultPageSize = 20;
/** Most rows of a page that is paged upstream. */
export const largestPageSize = 100;
/** Default and most rows of a page of rows that a window bounds already, such as activities. */
const windowPageSize = 500;

// A whole page: rows inserted before it, however many, push its own to the pages that follow.
const seenInCursor = largestPageSize;
// 48 bits of an id tell it from those of any two pages, and keep the longest cursor at a kilobyte.
const digestLength = 8;
const digestList = new RegExp(`^(?:[\\w-]{${digestLength}}){0,${seenInCursor}}$`);
// The same rows are paged through again and again. An id may have any length; an entry takes 200 bytes beside it, as measured.
const digests = new LRUCache<string, string>({
  maxSize: 4 * 1024 * 1024,
  sizeCalculation: (_, id) => 200 + 2 * id.length,
});
// No list of the upstreams is longer; a forged cursor must not make a number that JSON or an URL mangles.
const largestOffset = 10_000_000;

/**
 * Reads the arguments of a connection.
 * @throws BAD_USER_INPUT for a page size outside 0 to `most` and for a cursor that is not ours.
 */
export function pageRequest(
  { first, after }: PageArguments,
  most = largestPageSize,
  byDefault = defaultPageSize,
): PageRequest {
  const size = first ?? byDefault;
  if (size < 0 || size > most) throw badInput(`first is ${size}; it must be from 0 to ${most}.`);
  return {
    first: size,
    // Some clients say "" where they have no cursor; none of ours is empty.
    ...(after ? readCursor(after) : { offset: 0, seen: [] }),
  };
}

/** As `pageRequest`, for connections of rows that a window bounds already. */
export const windowPageRequest = (args: PageArguments): PageRequest =>
  pageRequest(args, windowPageSize, windowPageSize);

/**
 * Makes a connection from the rows of one upstream page.
 * @param options.rows the upstream's rows from `request.offset` on, in its order, repeated ones included.
 * @param options.end rows of the upstream's list before those that follow. @default as many as before `rows`, and they
 * @param options.idOf a row's identity.
 */
export function connection<Row, Node = Row>(
  request: PageRequest,
  options: {
    readonly rows: readonly Row[];
    readonly hasNextPage: boolean;
    readonly end?: number | undefined;
    readonly idOf: (row: Row) => string;
    readonly toNode?: (row: Row) => Node;
    readonly totalCount?: number | undefined;
  },
): Connection<Node> {
  const { rows, hasNextPage, idOf, totalCount } = options;
  const toNode = options.toNode ?? ((row: Row) => row as unknown as Node);
  const seen = new Set(request.seen);
  const given: { readonly row: Row; readonly end: number }[] = [];
  rows.slice(0, request.first).forEach((row, place) => {
    // Rows without an id that can be read are none the same as another; they are left out with an error.
    const digest = digestOf(textIn(idOf(row)) ?? `\0${request.offset + place}`);
    if (seen.has(digest)) return;
    seen.add(digest);
    given.push({ row, end: request.offset + place + 1 });
  });
  const order = [...seen];
  const nodes = given.map(({ row }) => toNode(row));
  const isCut = rows.length > request.first;
  const pageEnd = isCut ? request.offset + request.first : (options.end ?? request.offset + rows.length);
  const cursorAt = (place: number): string | null => {
    const entry = given[place];
    if (!entry) return null;
    const until = order.length - given.length + place + 1;
    // Repeated rows behind the last one that is given need not be read again.
    const end = place === given.length - 1 ? pageEnd : entry.end;
    return writeCursor(end, order.slice(Math.max(0, until - seenInCursor), until));
  };
  // A page of nothing but repeated rows still moves on.
  const endOfEmpty = () => (pageEnd > request.offset ? writeCursor(pageEnd, request.seen) : null);
  return {
    nodes,
    get edges() {
      return nodes.map((node, place) => ({ node, cursor: cursorAt(place) ?? "" }));
    },
    pageInfo: {
      // A page that promises more and holds nothing would be asked for without end.
      hasNextPage: request.first > 0 && rows.length > 0 && (hasNextPage || rows.length > request.first),
      hasPreviousPage: request.offset > 0,
      get startCursor() {
        return cursorAt(0);
      },
      get endCursor() {
        return cursorAt(given.length - 1) ?? endOfEmpty();
      },
    },
    ...(totalCount !== undefined && { totalCount }),
  };
}

/** A page cut from rows that have all been read. */
export function connectionOfAll<Row, Node = Row>(
  request: PageRequest,
  options: {
    readonly all: readonly Row[];
    readonly idOf: (row: Row) => string;
    readonly toNode?: (row: Row) => Node;
    readonly totalCount?: number;
  },
): Connection<Node> {
  const rows = options.all.slice(request.offset, request.offset + request.first);
  const hasNextPage = request.offset + request.first < options.all.length;
  return connection(request, { ...options, rows, hasNextPage });
}

function digestOf(id: string): string {
  const known = digests.get(id);
  if (known !== undefined) return known;
  const digest = hash("sha256", id, "base64url").slice(0, digestLength);
  digests.set(id, digest);
  return digest;
}

function writeCursor(offset: number, seen: readonly string[]): string {
  return Buffer.from(JSON.stringify([offset, seen.join("")])).toString("base64url");
}

function readCursor(cursor: string): { offset: number; seen: string[] } {
  const bad = () =>
    badInput("after is not a cursor of this list; use pageInfo.endCursor of the page before.");
  within(cursor, longestText.cursor, "after");
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    throw bad();
  }
  if (!Array.isArray(parts) || parts.length !== 2) throw bad();
  const [offset, seen]: unknown[] = parts;
  if (!Number.isInteger(offset) || Number(offset) < 0 || Number(offset) > largestOffset) throw bad();
  if (typeof seen !== "string" || !digestList.test(seen)) throw bad();
  return { offset: Number(offset), seen: seen.match(new RegExp(`.{${digestLength}}`, "g")) ?? [] };
}
