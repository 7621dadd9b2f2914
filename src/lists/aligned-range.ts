import type { Call } from "../rest/call.ts";
import type { OffsetLimit } from "./keyed-read.ts";
import type { PagedRead } from "./list-source.ts";
import type { ListPage, Page, PageFormat, PagePart } from "./page.ts";

/** A part of a list, and the pages it was taken from. */
export interface AlignedRange<Row> {
  readonly part: ListPage<Row>;
  readonly pages: readonly Page<Row>[];
}

/**
 * Reads a part of a list. Where one call at most has to be waited for to have the pages of the list that the part lies
 * in, these are read and the part is cut from them, so that all who page through the list share calls with each other
 * and with the loaders, whatever sizes they ask for. Otherwise what is asked for is read as it is.
 * @returns the range itself where all of it is fresh.
 */
export function alignedRange<Row>(
  list: PagedRead,
  format: PageFormat<Row>,
  call: Call,
  wanted: OffsetLimit,
): AlignedRange<Row> | Promise<AlignedRange<Row>> {
  const { pageSize, slices } = list;
  const known: Page<Row>[] = [];
  for (const slice of pagesOf(wanted, pageSize)) {
    const body = slices.handle(call, slice).take();
    if (!body) return readRange(list, format, call, { wanted, known });
    const page = format.pageIn(body, slice.offset);
    known.push(page);
    if (isLast(page, pageSize)) break;
  }
  const part = cut(known, wanted, pageSize);
  return part ? { part, pages: known } : readAsAsked(list, format, call, wanted);
}

/** The pages of a list that a part of it lies in. */
function pagesOf({ limit, offset }: OffsetLimit, pageSize: number): OffsetLimit[] {
  const slices: OffsetLimit[] = [];
  for (let start = offset - (offset % pageSize); start < offset + limit; start += pageSize)
    slices.push({ limit: pageSize, offset: start });
  return slices;
}

/** Reads the pages behind those that are known. */
async function readRange<Row>(
  list: PagedRead,
  format: PageFormat<Row>,
  call: Call,
  { wanted, known }: { readonly wanted: OffsetLimit; readonly known: readonly Page<Row>[] },
): Promise<AlignedRange<Row>> {
  const { pageSize, slices } = list;
  const left = pagesOf(wanted, pageSize).slice(known.length);
  const isWaitedFor = (slice: OffsetLimit) => slices.handle(call, slice).peek().state === "none";
  if (left.filter(isWaitedFor).length > 1) return readAsAsked(list, format, call, wanted);
  const pages = [...known];
  for (const slice of left) {
    // One at most is waited for, and where it tells that the list ends, the next one is not.
    const page = format.pageIn(await slices.handle(call, slice).run(), slice.offset);
    pages.push(page);
    if (isLast(page, pageSize)) break;
  }
  const part = cut(pages, wanted, pageSize);
  return part ? { part, pages } : readAsAsked(list, format, call, wanted);
}

async function readAsAsked<Row>(
  { slices }: PagedRead,
  format: PageFormat<Row>,
  call: Call,
  wanted: OffsetLimit,
): Promise<AlignedRange<Row>> {
  const page = format.pageIn(await slices.handle(call, wanted).run(), wanted.offset);
  return { part: page, pages: [page] };
}

const isLast = ({ hasNextPage, rows }: Page<unknown>, pageSize: number): boolean =>
  !hasNextPage || rows.length < pageSize;

/**
 * Cuts a part out of pages. It is short where the upstream gives smaller pages than it is asked for.
 * @returns undefined when that is why there is nothing of it in them.
 */
function cut<Row>(
  pages: readonly Page<Row>[],
  { limit, offset }: OffsetLimit,
  pageSize: number,
): ListPage<Row> | undefined {
  const skipped = offset % pageSize;
  const last = pages.at(-1);
  const end = skipped + limit;
  const parts: PagePart<Row>[] = [];
  let length = 0;
  let rows: readonly Row[] = [];
  for (const page of pages) {
    const from = Math.max(0, skipped - length);
    const to = Math.min(page.rows.length, end - length);
    const wanted = page.rows.slice(from, to);
    parts.push({ rows: page.rows, offset: offset - skipped + parts.length * pageSize, from, to });
    rows = rows.length === 0 ? wanted : rows.concat(wanted);
    length += page.rows.length;
  }
  if (last?.hasNextPage && last.rows.length > 0 && length <= skipped) return undefined;
  return {
    rows,
    hasNextPage: length > end || (last?.hasNextPage ?? false),
    cutFrom: parts,
    ...(length <= end && last?.end !== undefined && { end: last.end }),
    ...(last?.total !== undefined && { total: last.total }),
  };
}
