import { type Cursor, digestsIn } from "./cursor.ts";
import { type Connection, connection, type PageRequest } from "./pagination.ts";
import { rowDigest } from "./row-digests.ts";

/**
 * A page cut from rows that have all been read. It begins and ends at the rows that cursors name, wherever these stand by
 * now, so that rows which come or go between two pages move no other out of a walk, nor into it twice.
 * @param options.isPart whether there are rows behind `all`, so that how many is not known. @default false
 */
export function connectionOfAll<Row, Node = Row>(
  request: PageRequest,
  options: {
    readonly all: readonly Row[];
    readonly idOf: (row: Row) => string;
    readonly toNode?: (row: Row) => Node;
    readonly isPart?: boolean;
  },
): Connection<Node> {
  const { all, isPart = false, ...rest } = options;
  const { before, first, isLast } = request;
  const digestAt = (place: number): string | undefined => {
    const row = all[place];
    return row === undefined ? undefined : rowDigest(row, rest.idOf(row), place);
  };
  const start = placeBehind(request, all.length, digestAt);
  const end = before ? Math.max(start, placeBefore(before, all.length, digestAt)) : all.length;
  const from = isLast ? Math.max(start, end - first) : start;
  const to = isLast ? end : Math.min(end, start + first);
  return connection<Row, Node>(
    Object.assign({}, request, {
      offset: from,
      seen: isLast ? digestsBefore(from, digestAt) : request.seen,
    }),
    Object.assign({}, rest, {
      rows: all.slice(from, to),
      hasNextPage: to < all.length,
      ...(!isPart && { totalCount: all.length }),
    }),
  );
}

type DigestAt = (place: number) => string | undefined;

/** Rows before a page that is reached from the end: where its first row goes, the next page ends behind one of them. */
const rowsBeforeLast = 20;

const digestsBefore = (place: number, digestAt: DigestAt): string =>
  Array.from({ length: Math.min(place, rowsBeforeLast) }, (_, at) => digestAt(place - 1 - at) ?? "")
    .reverse()
    .join("");

/** The place right behind the row of a cursor; where that is gone, behind the one that was given before it. */
function placeBehind(cursor: Cursor, count: number, digestAt: DigestAt): number {
  const { offset } = cursor;
  const seen = digestsIn(cursor.seen);
  const last = seen.at(-1);
  if (last === undefined || digestAt(offset - 1) === last) return Math.min(offset, count);
  const places = new Map<string, number>();
  for (let place = 0; place < count; place += 1) places.set(digestAt(place) ?? "", place);
  const left = seen.findLast((digest) => places.has(digest));
  // What went with all of them stood before this place.
  if (left === undefined) return Math.min(Math.max(0, offset - seen.length), count);
  return (places.get(left) ?? 0) + 1;
}

/** The place of the row of a cursor; where that is gone, the one where it would stand. */
function placeBefore(cursor: Cursor, count: number, digestAt: DigestAt): number {
  const behind = placeBehind(cursor, count, digestAt);
  return digestAt(behind - 1) === digestsIn(cursor.seen).at(-1) ? behind - 1 : behind;
}
