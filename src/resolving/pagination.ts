import { badInput } from "../errors.ts";
import type { PagePart } from "../lists/page.ts";
import { textIn } from "../rest/row-values.ts";
import { type Cursor, digestLength, digestOf, digestsIn, readCursor, writeCursor } from "./cursor.ts";
import { LazyConnection, LazyPageInfo } from "./lazy-connection.ts";
import { digestsOfUnseen, rowDigest } from "./row-digests.ts";

/** Arguments of every connection; those that are read to their end take the last two as well. */
export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** The request for a page of a connection. */
export interface PageRequest extends Cursor {
  /** Most rows of the page. */
  readonly first: number;
  /** Whether the page ends where the list does, or at `before`. */
  readonly isLast: boolean;
  /** Behind the row before which the page ends. @default it need not end */
  readonly before?: Cursor;
}

/** A page as resolvers give it; edges, cursors and the total are made only when asked for. */
export interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly edges: readonly { readonly node: Node; readonly cursor: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  /** Null where it cannot be known without another call. */
  readonly totalCount: number | null;
}

/** Rows a page holds unless the client says otherwise. */
export const defaultPageSize = 20;
/** Most rows of a page that is paged upstream. */
export const largestPageSize = 100;
/** Default and most rows of a page of rows that a window bounds already, such as activities. */
const windowPageSize = 500;

const start: Cursor = { offset: 0, seen: "", selection: "" };

/**
 * Reads the arguments of a connection. Where `last` is given, `first` is its default: both together are refused with the
 * operation.
 * @throws BAD_USER_INPUT for a page size outside 0 to `most` and for a cursor that is not ours.
 */
export function pageRequest(
  { first, after, last, before }: PageArguments,
  most = largestPageSize,
  byDefault = defaultPageSize,
): PageRequest {
  const size = last ?? first ?? byDefault;
  const isLast = typeof last === "number";
  if (size < 0 || size > most)
    throw badInput(`${isLast ? "last" : "first"} is ${size}; it must be from 0 to ${most}.`);
  return {
    first: size,
    isLast,
    // Some clients say "" where they have no cursor; none of ours is empty.
    ...(after ? readCursor(after, "after") : start),
    ...(before && { before: readCursor(before, "before") }),
  };
}

/** As `pageRequest`, for connections of rows that a window bounds already. */
export const windowPageRequest = (args: PageArguments): PageRequest =>
  pageRequest(args, windowPageSize, windowPageSize);

/**
 * As `pageRequest`, for a list that can be searched, filtered or sorted.
 * @param selection all that does so here; undefined where nothing does.
 * @throws BAD_USER_INPUT also for a cursor of another selection, whose place means nothing in this one.
 */
export function selectedPageRequest(args: PageArguments, selection: object | undefined): PageRequest {
  const request = pageRequest(args);
  const digest = selection === undefined ? "" : digestOf(JSON.stringify(selection));
  const refuseOthers = (name: "after" | "before", cursor: Cursor | undefined) => {
    if (cursor && cursor.selection !== digest)
      throw badInput(
        `${name} is a cursor of this list under another search, filter or sort; begin again without a cursor.`,
      );
  };
  refuseOthers("after", args.after ? request : undefined);
  refuseOthers("before", request.before);
  return request.selection === digest ? request : Object.assign({}, request, { selection: digest });
}

/** Whether a page cannot be cut from the start of a list on, so that all of the list has to be known. */
export const needsWholeList = ({ last, before }: PageArguments): boolean =>
  typeof last === "number" || Boolean(before);

/**
 * Makes a connection from the rows of one upstream page.
 * @param options.rows the upstream's rows from `request.offset` on, in its order, repeated ones included.
 * @param options.end rows of the upstream's list before those that follow. @default as many as before `rows`, and they
 * @param options.cutFrom the pages, which are kept, that they were cut from. @default it is not known
 * @param options.idOf a row's identity.
 * @param options.totalCount rows of the whole list. @default what a last page tells
 */
export function connection<Row, Node = Row>(
  request: PageRequest,
  options: {
    readonly rows: readonly Row[];
    readonly hasNextPage: boolean;
    readonly end?: number | undefined;
    readonly cutFrom?: readonly PagePart<Row>[] | undefined;
    readonly idOf: (row: Row) => string;
    readonly toNode?: (row: Row) => Node;
    readonly totalCount?: number | (() => number | undefined) | undefined;
  },
): Connection<Node> {
  const { rows, hasNextPage, totalCount, toNode } = options;
  const page = placesOf(request, options);
  const given = page.places?.map((place) => rows[place] as Row) ?? rows;
  const nodes = toNode ? given.map(toNode) : (given as readonly unknown[] as readonly Node[]);
  const isCut = rows.length > request.first;
  const pageEnd = isCut ? request.offset + request.first : (options.end ?? request.offset + rows.length);
  const { selection } = request;
  const cursorAt = (at: number): string | null => {
    if (at < 0 || at >= nodes.length) return null;
    const place = page.places?.[at] ?? at;
    // Repeated rows behind the last one that is given need not be read again.
    const offset = at === nodes.length - 1 ? pageEnd : request.offset + place + 1;
    return writeCursor({ offset, seen: request.seen + page.digestsUpTo(at), selection });
  };
  // A page of nothing but repeated rows still moves on.
  const endOfEmpty = () =>
    pageEnd > request.offset ? writeCursor({ offset: pageEnd, seen: request.seen, selection }) : null;
  // A page that promises more and holds nothing would be asked for without end.
  const goesOn = request.first > 0 && rows.length > 0 && (hasNextPage || isCut);
  /** A last page tells how long its list is, if it holds a row or begins the list. */
  const countAtEnd = (): number | undefined => {
    const isEnd = request.first > 0 && !goesOn && !hasNextPage && nodes.length === rows.length;
    const isAtRows = request.offset === 0 || rows.length > 0;
    return isEnd && isAtRows && pageEnd === request.offset + rows.length ? pageEnd : undefined;
  };
  const pageInfo = new LazyPageInfo(
    { hasNextPage: goesOn, hasPreviousPage: request.offset > 0 },
    {
      startCursor: () => cursorAt(0),
      endCursor: () => cursorAt(nodes.length - 1) ?? endOfEmpty(),
    },
  );
  return new LazyConnection(nodes, pageInfo, {
    edges: () => nodes.map((node, place) => ({ node, cursor: cursorAt(place) ?? "" })),
    totalCount: () => (typeof totalCount === "function" ? totalCount() : totalCount) ?? countAtEnd() ?? null,
  });
}

/** The rows of a page that were not given before, each once. */
interface Places {
  /** Their places among the rows. @default each row from the first on */
  readonly places?: readonly number[];
  /** The digests of the first of them, up to and including one. */
  digestsUpTo(at: number): string;
}

function placesOf<Row>(
  request: PageRequest,
  { rows, idOf, cutFrom }: Pick<Parameters<typeof connection<Row>>[1], "rows" | "idOf" | "cutFrom">,
): Places {
  const known =
    cutFrom && rows.length <= request.first ? digestsOfUnseen(cutFrom, idOf, request.seen) : undefined;
  if (known !== undefined) return { digestsUpTo: (at) => known.slice(0, (at + 1) * digestLength) };
  const places = unseenPlaces(request, rows, idOf);
  let digests: readonly string[] | undefined;
  return {
    places,
    digestsUpTo(at) {
      digests ??= places.map((place) => digestAt(request, rows, idOf, place));
      return digests.slice(0, at + 1).join("");
    },
  };
}

/** The places of the rows of a page that were not given before, each row once. */
function unseenPlaces<Row>(request: PageRequest, rows: readonly Row[], idOf: (row: Row) => string): number[] {
  // A first page has no digests to be compared with.
  const markOf = (place: number) =>
    request.seen === ""
      ? (textIn(idOf(rows[place] as Row)) ?? `\0${place}`)
      : digestAt(request, rows, idOf, place);
  const seen = new Set(digestsIn(request.seen));
  const places: number[] = [];
  const end = Math.min(rows.length, request.first);
  for (let place = 0; place < end; place += 1) {
    const { size } = seen;
    seen.add(markOf(place));
    if (seen.size > size) places.push(place);
  }
  return places;
}

/** Rows without an id that can be read are none the same as another; they are left out with an error. */
const digestAt = <Row>(
  { offset }: PageRequest,
  rows: readonly Row[],
  idOf: (row: Row) => string,
  place: number,
): string => rowDigest(rows[place] as Row, idOf(rows[place] as Row), offset + place);

/** A page of no rows, for which nothing was read, so that nothing is known of its list. */
export const pageOfNoRows = <Row>(request: PageRequest): Connection<Row> =>
  connection<Row>(request, { rows: [], hasNextPage: false, idOf: () => "" });
