import { GatewayError } from "../../src/errors.ts";
import { type ListPage, type ListSizes, type ListSource, pagedList } from "../../src/loaders/paged-list.ts";

/** A row of a made-up list. */
export interface Row {
  readonly id: string;
  readonly group: string;
}

/** Makes rows `1` to `count`, in three groups. */
export const rowsUpTo = (count: number): Row[] =>
  Array.from({ length: count }, (_, place) => ({ id: String(place + 1), group: `g${place % 3}` }));

/** How the upstream behaves. */
export interface ListBehaviour {
  /** What its list shows, repeated rows included. */
  readonly listed: readonly Row[];
  /** What only a point read shows. */
  readonly archived?: readonly Row[];
  /** Rows that are asked for in a page. */
  readonly pageSize: number;
  /** Rows that a page has at most, whatever is asked for. */
  readonly clamp?: number;
  readonly statesTotal?: boolean;
  /** Calls that fail: `page 20`, `point 7`. */
  readonly fails?: (call: string) => boolean;
  /** Replaces what a page says. */
  readonly page?: (page: ListPage<Row>, offset: number) => ListPage<Row>;
}

/** An upstream with a list and point reads, and the calls made to it since the last look. */
export interface ListUpstream {
  readonly source: ListSource<Row>;
  point(id: string): Promise<Row>;
  calls(): string[];
}

/** Makes the upstream. Each answer comes a moment after it was asked for, later ones sooner. */
export function listUpstream(behaviour: ListBehaviour): ListUpstream {
  const { listed, archived = [], pageSize, clamp = Number.POSITIVE_INFINITY } = behaviour;
  let journal: string[] = [];
  const called = async (call: string): Promise<void> => {
    journal.push(call);
    await new Promise((resolve) => setImmediate(resolve));
    for (let moment = 20 - journal.length; moment > 0; moment -= 1) await Promise.resolve();
    if (behaviour.fails?.(call)) throw new GatewayError("UPSTREAM_UNAVAILABLE", `${call} failed`);
  };
  return {
    source: {
      name: "rows",
      pageSize,
      idOf: ({ id }) => id,
      async fetchPage(offset) {
        await called(`page ${offset}`);
        const rows = listed.slice(offset, offset + Math.min(pageSize, clamp));
        const page = {
          rows,
          hasNextPage: offset + rows.length < listed.length,
          ...(behaviour.statesTotal && { total: listed.length }),
        };
        return behaviour.page?.(page, offset) ?? page;
      },
    },
    async point(id) {
      await called(`point ${id}`);
      const row = [...listed, ...archived].find((one) => one.id === id);
      if (!row) throw new GatewayError("NOT_FOUND", `no row ${id}`);
      return row;
    },
    calls() {
      const since = journal;
      journal = [];
      return since;
    },
  };
}

/** A list over an upstream; `known` is its size as remembered from earlier. */
export function listOver(behaviour: ListBehaviour, known?: number) {
  const upstream = listUpstream(behaviour);
  const sizes: ListSizes = new Map(known === undefined ? [] : [["rows", known]]);
  return { ...upstream, sizes, list: pagedList(upstream.source, sizes) };
}
