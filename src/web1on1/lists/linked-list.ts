import type { Identified } from "../../lists/indexed-rows.ts";
import type { OffsetLimit, SliceRead } from "../../lists/keyed-read.ts";
import { type ListDefinition, listOf } from "../../lists/list.ts";
import { memoizeByBody } from "../../lists/memo-by-body.ts";
import { pageFormat } from "../../lists/page.ts";
import { mapHandle } from "../../rest/read-handle.ts";
import { type LinkedPage, type ListQuery, pageSize } from "./page-json.ts";

/** A list whose pages say by a link whether there are more. */
export interface LinkedList<Row> extends ListDefinition<Row> {
  /** Reads a page of it, all rows or a selection. */
  readonly pages: SliceRead<LinkedPage<Row>, ListQuery & Readonly<Record<string, unknown>>>;
}

/**
 * Declares a list whose pages say by a link whether there are more.
 * @param name by which its size is remembered.
 * @param read reads a page, all rows or a selection.
 */
export function linkedList<Row extends Identified, Query extends ListQuery>(
  name: string,
  read: SliceRead<LinkedPage<Row>, Query>,
): LinkedList<Row> {
  const pages = withoutRowsBefore(read) as LinkedList<Row>["pages"];
  const format = pageFormat<LinkedPage<Row>, Row>((page) => page);
  return { ...listOf({ name, pageSize, slices: pages, format }), pages };
}

/**
 * A list that knows no pages comes whole for each of them, which shows once it is longer than was asked for: what stands
 * before the page is cut off then, and the rest is the last page.
 */
function withoutRowsBefore<Row, Query extends ListQuery>(
  read: SliceRead<LinkedPage<Row>, Query>,
): SliceRead<LinkedPage<Row>, Query> {
  const restsOf = memoizeByBody((_: LinkedPage<Row>) => new Map<number, LinkedPage<Row>>());
  const pageIn = (body: LinkedPage<Row>, { limit, offset }: OffsetLimit): LinkedPage<Row> => {
    if (body.rows.length <= limit) return body;
    const rests = restsOf(body);
    // The same object each time, since what is worked out of a page is kept by it.
    const rest = rests.get(offset) ?? { rows: body.rows.slice(offset), hasNextPage: false };
    rests.set(offset, rest);
    return rest;
  };
  return {
    endpoint: read.endpoint,
    read: async (call, slice) => pageIn(await read.read(call, slice), slice),
    handle: (call, slice) => mapHandle(read.handle(call, slice), (body) => pageIn(body, slice)),
  };
}
