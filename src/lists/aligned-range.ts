import type { Call } from "../rest/call.ts";
import type { OffsetLimit } from "./keyed-read.ts";
import type { PagedRead } from "./list-source.ts";
import type { ListPage, Page, PageFormat } from "./page.ts";

/** A part of a list, and the pages it was taken from. */
export interface AlignedRange<Row> {
  readonly part: ListPage<Row>;
  readonly pages: readonly Page<Row>[];
}

/**
 * Reads a part of a list. Where one call at most has to be waited for to have the pages of the list that the part lies
 * in, these are read and the part is cut from them, so that all who page through the list share calls with each other
 * and with the loaders, whatever sizes they ask for. Otherwise what is asked for is read as it is.
 */
export async function alignedRange<Row>(
  { slices, pageSize }: PagedRead,
  format: PageFormat<Row>,
  call: Call,
  wanted: OffsetLimit,
): Promise<AlignedRange<Row>> {
  const { offset, limit } = wanted;
  const read = async (slice: OffsetLimit): Promise<Page<Row>> =>
    format.pageIn(await slices.read(call, slice), slice.offset);

  const aligned: OffsetLimit[] = [];
  for (let start = offset - (offset % pageSize); start < offset + limit; start += pageSize)
    aligned.push({ limit: pageSize, offset: start });
  const isWaitedFor = (slice: OffsetLimit) => !slices.isAtHand(call, slice) && !slices.isKept(call, slice);
  if (aligned.filter(isWaitedFor).length <= 1) {
    const pages: Page<Row>[] = [];
    for (const slice of aligned) {
      // One at most is waited for, and where it tells that the list ends, the next one is not.
      const page = await read(slice);
      pages.push(page);
      if (!page.hasNextPage || page.rows.length < pageSize) break;
    }
    const part = cut(pages, offset % pageSize, limit);
    if (part) return { part, pages };
  }
  const page = await read(wanted);
  return { part: page, pages: [page] };
}

/**
 * Cuts a part out of pages. It is short where the upstream gives smaller pages than it is asked for.
 * @returns undefined when that is why there is nothing of it in them.
 */
function cut<Row>(pages: readonly Page<Row>[], skipped: number, limit: number): ListPage<Row> | undefined {
  const rows = pages.flatMap((page) => page.rows);
  const last = pages.at(-1);
  const end = skipped + limit;
  if (last?.hasNextPage && last.rows.length > 0 && rows.length <= skipped) return undefined;
  return {
    rows: rows.slice(skipped, end),
    hasNextPage: rows.length > end || (last?.hasNextPage ?? false),
    ...(rows.length <= end && last?.end !== undefined && { end: last.end }),
    ...(last?.total !== undefined && { total: last.total }),
  };
}
