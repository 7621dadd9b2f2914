import { foreignKey } from "../../src/lists/foreign-key.ts";
import { type ParentSlice, pointRead, sliceRead } from "../../src/lists/keyed-read.ts";
import { type ListDefinition, listOf } from "../../src/lists/list.ts";
import type { LoaderDefinition, LoaderScope } from "../../src/lists/loader-definition.ts";
import { type ListPage, pageFormat } from "../../src/lists/page.ts";
import type { PagedList } from "../../src/lists/paged-list.ts";
import { type ListStatistics, newListStatistics } from "../../src/lists/statistics.ts";
import { type ChildRows, type ChildrenLoader, childrenOf } from "../../src/loaders/children-of.ts";
import { createScope } from "../../src/loaders/loader-registry.ts";
import type { CacheControl } from "../../src/rest/cache-policy.ts";
import { directory } from "../../src/rest/cache-policy.ts";
import type { CallRecord } from "../../src/rest/call-record.ts";
import { createUpstream } from "../../src/rest/engine/client.ts";
import type { TransportRequest, TransportResponse } from "../../src/rest/exchange.ts";
import type { IdPattern } from "../../src/rest/id-pattern.ts";
import type { Limit } from "../../src/rest/limit.ts";
import { fixedCredential, type ReadOptions } from "../../src/rest/upstream.ts";
import { GET, POST } from "../rest/routes.ts";
import { type TestClock, testClock } from "../support/clock.ts";

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
  /** Whether a row tells its group. @default each does */
  readonly names?: (row: Row) => boolean;
  /** What only a point read shows. */
  readonly archived?: readonly Row[];
  /** Rows that are asked for in a page. */
  readonly pageSize: number;
  /** Rows that a page has at most, whatever is asked for. */
  readonly clamp?: number;
  readonly statesTotal?: boolean;
  /** Calls that are refused, by a status if one is given: `page 20`, `point 7`, `own g1 0 5`. */
  readonly fails?: (call: string) => boolean | number;
  /** Replaces what a page says. */
  readonly page?: (page: ListPage<Row>, offset: number) => ListPage<Row>;
  /** @default kept and shared */
  readonly reads?: Partial<ReadOptions>;
  /** @default as many calls as one likes */
  readonly limits?: readonly Limit[];
}

const name: IdPattern = {
  description: "a name",
  pattern: /^[^\p{Cc}]{1,40}$/u,
  longest: 80,
  reserved: ["new"],
};

/** Rows of the table of endpoints. */
export const rows = {
  list: GET("/rows")
    .cache(directory)
    .query<{ readonly limit: number; readonly offset: number }>()
    .returns<ListPage<Row>>(),
  get: GET("/rows/{id}").cache(directory).returns<Row>(),
  listOfGroup: GET("/groups/{id}")
    .cache(directory)
    .query<{ readonly limit: number; readonly offset: number }>()
    .returns<ListPage<Row>>(),
  touch: POST("/rows/touch").returns<undefined>(),
};

const format = pageFormat<ListPage<Row>, Row>((page) => page);

/** Where a row may tell its group. */
export const groupOfRow = foreignKey<Row>("rows without a group", ({ group }) => group);

/** The list, in pages of a size. */
export const listInPagesOf = (pageSize: number): ListDefinition<Row> =>
  listOf<Row>({
    name: "rows",
    pageSize,
    slices: sliceRead(rows.list, (query) => ({ query })),
    format,
    foreignKeys: [groupOfRow],
  });

/** The read of one row. */
export const point = pointRead(rows.get, (id) => ({ id }));

/** The rows of groups, each of which has a list of its own. */
export const rowsOfGroup = (
  list: ListDefinition<Row>,
  choices: Pick<ChildRows<Row, ListPage<Row>>, "isInOrder" | "probes"> = {},
): LoaderDefinition<ChildrenLoader<Row>> =>
  childrenOf({
    ...choices,
    list,
    foreignKey: groupOfRow,
    own: sliceRead(rows.listOfGroup, ({ parent, limit, offset }: ParentSlice) => ({
      id: parent,
      query: { limit, offset },
    })),
    pageIn: (page) => page,
  });

/** One operation at the upstream. */
export interface ListOperation {
  readonly scope: LoaderScope;
  readonly list: PagedList<Row>;
  /** How its calls were answered since the last look. */
  servedFrom(): string[];
  /** Changes the upstream, after which the loaders of the operation forget. */
  write(change: () => void): Promise<void>;
}

/** An upstream with a list and point reads, behind the engine. */
export interface ListUpstream {
  readonly clock: TestClock;
  /** The list as loaders declare it. */
  readonly definition: ListDefinition<Row>;
  /** Begins an operation. @param statistics what is remembered of the list. */
  operation(statistics?: ListStatistics, accepts?: CacheControl): ListOperation;
  /** Calls since the last look. */
  calls(): string[];
}

/**
 * Makes the upstream. Each answer tells of the moment it was asked for and comes a moment later, later ones sooner, and
 * those to writes at once.
 */
export function listUpstream(behaviour: ListBehaviour): ListUpstream {
  const { listed, archived = [], pageSize, clamp = Number.POSITIVE_INFINITY } = behaviour;
  const clock = testClock();
  let journal: string[] = [];

  const { names = () => true } = behaviour;
  const told = (row: Row) => (names(row) ? row : { id: row.id });

  const pageAt = (url: URL, shown = listed): ListPage<Row> => {
    const offset = Number(url.searchParams.get("offset"));
    const limit = Number(url.searchParams.get("limit"));
    const found = shown.slice(offset, offset + Math.min(limit, clamp));
    const page = {
      rows: found.map(told) as readonly Row[],
      hasNextPage: offset + found.length < shown.length,
      ...(behaviour.statesTotal && { total: shown.length }),
    };
    return behaviour.page?.(page, offset) ?? page;
  };

  const answer = ({ method, url }: TransportRequest): { status: number; body: unknown } => {
    const [, noun, name = ""] = url.pathname.split("/");
    const id = decodeURIComponent(name);
    const offset = url.searchParams.get("offset");
    const part = `${offset} ${url.searchParams.get("limit")}`;
    const call = noun === "groups" ? `own ${id} ${part}` : id ? `point ${id}` : `page ${offset}`;
    if (method === "POST") return { status: 200, body: {} };
    journal.push(call);
    const failure = behaviour.fails?.(call) ?? false;
    if (failure !== false) return { status: failure === true ? 403 : failure, body: {} };
    if (!id) return { status: 200, body: pageAt(url) };
    if (noun === "groups") {
      const children = listed.filter(({ group }) => group === id);
      return id === "nobody" ? { status: 404, body: {} } : { status: 200, body: pageAt(url, children) };
    }
    const row = [...listed, ...archived].find((one) => one.id === id);
    return row ? { status: 200, body: row } : { status: 404, body: {} };
  };

  const transport = async (request: TransportRequest): Promise<TransportResponse> => {
    const { status, body } = answer(request);
    const text = JSON.stringify(body);
    const moments = 20 - journal.length;
    if (request.method === "GET") {
      await new Promise((resolve) => setImmediate(resolve));
      for (let moment = moments; moment > 0; moment -= 1) await Promise.resolve();
    }
    return { status, headers: {}, body: oneChunk(text) };
  };

  const upstream = createUpstream(
    {
      name: "rows",
      title: "Rows",
      limitText: "as many as you like",
      baseUrl: "http://rows.test",
      urlSetting: "THINGS_URL",
      pathParameters: { id: name },
      api: { rows },
      limits: behaviour.limits ?? [],
      credential: fixedCredential({}),
      callsInferred: false,
    },
    {
      transport,
      clock,
      random: () => 0,
      reads: { keeps: true, shares: true, mostBytes: 10_000_000, ...behaviour.reads },
      observe: () => {},
    },
  );

  const definition = listInPagesOf(pageSize);
  return {
    clock,
    definition,
    operation(statistics = newListStatistics(), accepts?) {
      const { signal } = new AbortController();
      const deadlineAtMs = clock.nowMs() + 10_000;
      const notes: CallRecord[] = [];
      const record = (one: CallRecord) => void notes.push(one);
      const call = upstream.callsFor({ signal, deadlineAtMs, record, ...(accepts && { accepts }) }, () =>
        scope.clearAll(),
      );
      const scope = createScope(call, statistics);
      return {
        scope,
        list: scope.of(definition),
        servedFrom: () => notes.splice(0).map(({ endpoint, servedFrom }) => `${endpoint} ${servedFrom}`),
        async write(change) {
          change();
          await call(rows.touch);
        },
      };
    },
    calls() {
      const since = journal;
      journal = [];
      return since;
    },
  };
}

/** A list over an upstream, in one operation; `known` is its size as remembered from earlier. */
export function listOver(behaviour: ListBehaviour, known?: number) {
  const upstream = listUpstream(behaviour);
  const statistics = rowCountOf(known);
  return { ...upstream, ...upstream.operation(statistics), statistics };
}

async function* oneChunk(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** Statistics of the list. @param count rows in it, if that is remembered. */
export function rowCountOf(count: number | undefined): ListStatistics {
  const statistics = newListStatistics();
  if (count !== undefined) statistics.rowCount.set("rows", count);
  return statistics;
}
