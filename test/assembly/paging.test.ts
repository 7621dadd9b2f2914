import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pageEnd } from "../../src/assembly/page-json.ts";
import { directory } from "../../src/rest/cache-policy.ts";
import { gateway, type TestGateway } from "../support/gateway.ts";
import { listStandIn } from "./list-stand-in.ts";

const page = "nodes { sourceId } pageInfo { hasNextPage endCursor }";
const range = "first: $first, after: $after";

interface PagedField {
  readonly name: string;
  readonly selection: string;
  /** Where it stands in the answer. */
  readonly path: readonly string[];
  /** Whether loaders read its list, too, so that its pages are cut from theirs. */
  readonly isShared?: true;
}

/** Connections over lists that Assembly pages. */
const connections: readonly PagedField[] = [
  { name: "accounts", selection: `accounts(${range}) { ${page} }`, path: ["accounts"], isShared: true },
  { name: "contacts", selection: `contacts(${range}) { ${page} }`, path: ["contacts"], isShared: true },
  {
    name: "contacts of an account",
    selection: `contacts(account: { id: "c-1" }, ${range}) { ${page} }`,
    path: ["contacts"],
  },
  { name: "usage logs", selection: `usageLogs(${range}) { ${page} }`, path: ["usageLogs"] },
  {
    name: "usage logs of an account",
    selection: `account(by: { id: "r-0" }) { usageLogs(${range}) { ${page} } }`,
    path: ["account", "usageLogs"],
  },
];

/** Follows the cursors to the end, doing something between the pages, and answers the ids page by page. */
async function walk(
  { query }: TestGateway,
  { selection, path }: PagedField,
  first: number,
  between: () => Promise<unknown> = async () => undefined,
): Promise<string[][]> {
  const pages: string[][] = [];
  let after: string | null = null;
  for (;;) {
    const data = await query(`query ($first: Int, $after: String) { ${selection} }`, { first, after });
    const { nodes, pageInfo } = path.reduce((value, name) => value[name], data);
    pages.push(nodes.map(({ sourceId }: { sourceId: string }) => sourceId));
    if (!pageInfo.hasNextPage) return pages;
    if (pages.length > 500) throw new Error("The walk does not end.");
    expect(pageInfo.endCursor).not.toBe(after);
    after = pageInfo.endCursor;
    await between();
  }
}

const first = fc.integer({ min: 15, max: 100 });
/** Cursors that are no offset: another type, no number of rows, or behind what was asked for. */
const oddCursors: readonly ((next: number) => unknown)[] = [
  () => null,
  () => undefined,
  (next) => String(next + 7),
  () => "eyJpZCI6MX0",
  () => ({ offset: 3 }),
  (next) => next + 0.5,
  () => 0,
  () => -1,
  (next) => next - 1,
  () => 9_000_000,
  () => Number.MAX_SAFE_INTEGER,
];

describe.each(connections)("a walk over $name", { timeout: 30_000 }, (connection) => {
  test("gives each row once and ends, whatever the sizes of pages and the cursors of the upstream", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 250 }),
        first,
        fc.option(fc.integer({ min: 20, max: 99 }), { nil: undefined }),
        fc.option(fc.constantFrom(...oddCursors), { nil: undefined }),
        fc.boolean(),
        async (count, size, mostRows, cursor, emptyLastPage) => {
          const paging = { ...(mostRows && { mostRows }), ...(cursor && { cursor }), emptyLastPage };
          const upstream = listStandIn(count, paging);
          const made = gateway({ parts: { transport: upstream.transport } });
          const pages = await walk(made, connection, size, () => made.clock.advance(200));
          expect(pages.flat()).toEqual(upstream.ids);
          const asked = upstream.calls();
          expect(asked.length).toBeLessThanOrEqual(2 * pages.length + 1);
        },
      ),
      { numRuns: 12 },
    );
  });

  test("goes on behind the rows that the upstream left out of a page, where its cursor says so", async () => {
    await fc.assert(
      fc.asyncProperty(first, fc.integer({ min: 2, max: 60 }), async (size, every) => {
        // Of each hundred some are left: a page of nothing would end the walk.
        const hides = (id: string) => Number(id.slice(2)) % every !== 1 && Number(id.slice(2)) % 5 !== 4;
        const upstream = listStandIn(450, { hides });
        const made = gateway({ parts: { transport: upstream.transport } });
        const pages = await walk(made, connection, size, () => made.clock.advance(200));
        expect(pages.flat()).toEqual(upstream.ids.filter((id) => !hides(id)));
        const [calls, least] = [upstream.calls().length, Math.ceil(450 / size)];
        expect(calls).toBeLessThanOrEqual((connection.isShared ? 5 : least) + 1);
      }),
      { numRuns: 15 },
    );
  });

  test("ends at a page that promises more and holds nothing, whatever its cursor says", async () => {
    const upstream = listStandIn(450, { hides: (id) => Number(id.slice(2)) >= 100 });
    const made = gateway({ parts: { transport: upstream.transport } });
    const pages = await walk(made, connection, 100);
    expect(pages.map(({ length }) => length)).toEqual([100, 0]);
    expect(upstream.calls().filter((call) => !call.startsWith("one"))).toEqual(["100 at 0", "100 at 100"]);
  });

  test("repeats no row and misses none that kept its place, while rows come and go between pages", async () => {
    const change = fc.record({
      place: fc.nat(400),
      inserted: fc.nat(12),
      deleted: fc.nat(8),
      afterMs: fc.constantFrom(200, directory.freshMs, directory.staleWhileRevalidateMs),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 250 }),
        first,
        fc.option(fc.integer({ min: 20, max: 99 }), { nil: undefined }),
        // Together fewer than the rows given last that a cursor remembers.
        fc.array(change, { maxLength: 8 }),
        fc.boolean(),
        async (count, size, mostRows, changes, keeps) => {
          const upstream = listStandIn(count, mostRows ? { mostRows } : {});
          const { ids, transport } = upstream;
          const kept = new Map(ids.map((id, place) => [id, place]));
          const made = gateway({ parts: { transport, reads: { keeps } } });
          const left = [...changes];
          let inserted = 0;
          const pages = await walk(made, connection, size, async () => {
            const next = left.shift();
            if (next) {
              const added = Array.from({ length: next.inserted }, (_, at) => `new-${inserted + at}`);
              inserted += added.length;
              ids.splice(Math.max(1, next.place), next.deleted, ...added);
            }
            for (const [id, place] of kept) if (ids[place] !== id) kept.delete(id);
            await made.clock.advance(next?.afterMs ?? 200);
          });
          const given = pages.flat();
          expect(given).toHaveLength(new Set(given).size);
          expect(new Set(given)).toEqual(new Set([...given, ...kept.keys()]));
          expect(upstream.calls().length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 20 },
    );
  });
});

test("an account that was there all the time is found by id, while rows come and go between the pages of the list", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ place: fc.nat(250), inserted: fc.nat(40), deleted: fc.nat(40) }), {
        maxLength: 6,
      }),
      async (changes) => {
        const left = [...changes];
        const upstream = listStandIn(250, {}, () => {
          const { place, deleted, inserted } = left.shift() ?? { place: 0, deleted: 0, inserted: 0 };
          const added = Array.from({ length: inserted }, (_, at) => `new-${left.length}-${at}`);
          upstream.ids.splice(place, deleted, ...added);
        });
        const wanted = upstream.ids.filter((_, place) => place % 3 === 0);
        const { query, clock } = gateway({ parts: { transport: upstream.transport } });
        const found = query("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", {
          ids: wanted.map((id) => `gid://assembly/Account/${id}`),
        });
        for (let second = 0; second < 5; second += 1) await clock.advance(1_000);
        const { nodes } = await found;
        const missing = wanted.filter((id, at) => nodes[at] === null && upstream.ids.includes(id));
        expect(missing).toEqual([]);
        const asked = upstream.calls();
        expect(asked).toHaveLength(new Set(asked).size);
      },
    ),
    { numRuns: 25 },
  );
});

test("a cursor counts only where it says that rows were left out of the page", () => {
  fc.assert(
    fc.property(
      fc.nat(1_000),
      fc.integer({ min: 1, max: 100 }),
      fc.nat(100),
      fc.oneof(fc.integer({ min: -5, max: 1_200 }), fc.double(), fc.anything()),
      (offset, limit, length, next_cursor) => {
        const data = Array.from({ length: Math.min(length, limit) });
        const end = pageEnd({ data, has_next_page: true, next_cursor }, { limit, offset });
        expect(end).toBeGreaterThanOrEqual(offset + data.length);
        expect(end).toBeLessThanOrEqual(offset + limit);
        if (end !== offset + data.length) expect(end).toBe(next_cursor);
        else if (next_cursor !== end && Number.isInteger(next_cursor))
          expect((next_cursor as number) > offset + limit || (next_cursor as number) < end).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});
