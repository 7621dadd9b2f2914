import type { Transport } from "../../src/rest/exchange.ts";

/** How a list is paged. */
export interface Paging {
  /** Rows that a page has at most, whatever is asked for. @default as many as are asked for */
  readonly mostRows?: number;
  /** Rows that count for offsets and are left out of pages. @default none */
  readonly hides?: (id: string) => boolean;
  /** What a page gives as its cursor. @default where the next page begins */
  readonly cursor?: (next: number) => unknown;
  /** Whether the last page promises one more. @default false */
  readonly emptyLastPage?: boolean;
}

/** Stands for Assembly with one list that is answered for every list there is, and whose rows come and go. */
export interface ListStandIn {
  /** Ids in order; to be changed as one likes. */
  readonly ids: string[];
  readonly transport: Transport;
  /** Pages asked for since the last look, `100 at 200`, and reads of single rows, `one r-7`. */
  calls(): string[];
}

/** Makes one of so many rows. @param onPage what happens once a page has been answered. */
export function listStandIn(count: number, paging: Paging = {}, onPage: () => void = () => {}): ListStandIn {
  const { mostRows = Number.POSITIVE_INFINITY, hides = () => false, cursor = (next) => next } = paging;
  const ids = Array.from({ length: count }, (_, place) => `r-${place}`);
  const asked: string[] = [];

  const page = (offset: number, limit: number) => {
    const end = Math.min(ids.length, offset + Math.min(limit, mostRows));
    const rows = ids.slice(offset, end).filter((id) => !hides(id));
    const isLast = end >= ids.length;
    const hasNext = !isLast || (paging.emptyLastPage === true && rows.length > 0);
    return { data: rows.map(rowOf), has_next_page: hasNext, next_cursor: hasNext ? cursor(end) : null };
  };

  const answer = ({ pathname, searchParams }: URL): { status: number; body: unknown } => {
    const [limit, offset] = [searchParams.get("limit"), searchParams.get("offset")];
    if (limit !== null && offset !== null) {
      asked.push(`${limit} at ${offset}`);
      const one = page(Number(offset), Number(limit));
      onPage();
      return { status: 200, body: { accounts: one, contacts: one, logs: one } };
    }
    const id = pathname.split("/").at(-1) ?? "";
    asked.push(`one ${id}`);
    const row = ids.includes(id) ? rowOf(id) : undefined;
    return row ? { status: 200, body: { account: row } } : { status: 404, body: {} };
  };

  return {
    ids,
    transport: async ({ url }) => {
      const { status, body } = answer(url);
      return { status, headers: {}, body: oneChunk(JSON.stringify(body)) };
    },
    calls: () => asked.splice(0),
  };
}

/** Whatever type of row is wanted. */
const rowOf = (id: string) => ({
  id,
  type: "Company",
  name: id,
  domain: `${id}.example`,
  timestamp: "2026-03-01T09:00:00Z",
  content: id,
});

async function* oneChunk(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
