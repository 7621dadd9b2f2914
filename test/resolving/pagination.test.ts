import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Connection, connection, pageRequest } from "../../src/resolving/pagination.ts";
import { connectionOfAll } from "../../src/resolving/whole-page.ts";
import { gateway } from "../support/gateway.ts";

interface Row {
  readonly id: string;
}

const idOf = ({ id }: Row) => id;
const rowsOf = (...ids: (string | number)[]): Row[] => ids.map((id) => ({ id: `row-${id}` }));
const numbered = (count: number, from = 0): Row[] =>
  rowsOf(...Array.from({ length: count }, (_, at) => from + at));

/** A page as upstreams give it: no longer than their own maximum, whatever they are asked for. */
function read(list: readonly Row[], most: number, first: number, after?: string | null): Connection<Row> {
  const request = pageRequest({ first, after });
  const rows = list.slice(request.offset, request.offset + Math.min(first, most));
  return connection(request, { rows, hasNextPage: request.offset + rows.length < list.length, idOf });
}

/** Ids of a walk, page by page; a list that changes is asked for anew before each page. */
function walk(
  sizes: readonly number[],
  readPage: (first: number, after: string | null) => Connection<Row>,
): string[][] {
  const pages: string[][] = [];
  let after: string | null = null;
  for (;;) {
    const page = readPage(sizes[pages.length % sizes.length] ?? 1, after);
    pages.push(page.nodes.map(idOf));
    if (!page.pageInfo.hasNextPage) return pages;
    // A page after which there are more says where they begin.
    expect(page.pageInfo.endCursor).not.toBeNull();
    expect(page.pageInfo.endCursor).not.toBe(after);
    after = page.pageInfo.endCursor;
  }
}

const sizes = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 4 });
const most = fc.integer({ min: 1, max: 100 });

describe("a walk over a list that does not change", () => {
  test("gives each row once and in order, whatever the sizes of its pages, and ends", () => {
    fc.assert(
      fc.property(fc.nat(400), sizes, most, (count, firsts, upstreamMost) => {
        const list = numbered(count);
        const pages = walk(firsts, (first, after) => read(list, upstreamMost, first, after));
        expect(pages.flat()).toEqual(list.map(idOf));
      }),
      { numRuns: 80 },
    );
  });

  test("is the same where all rows are at hand", () => {
    fc.assert(
      fc.property(fc.nat(400), sizes, (count, firsts) => {
        const all = numbered(count);
        const pages = walk(firsts, (first, after) =>
          connectionOfAll(pageRequest({ first, after }), { all, idOf }),
        );
        expect(pages.flat()).toEqual(all.map(idOf));
        for (const [at, page] of pages.slice(0, -1).entries()) {
          expect(page).toHaveLength(firsts[at % firsts.length] ?? 0);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("gives a row once that the upstream repeats on a page or on the next, and ends", () => {
    const repeated = fc.array(fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 20 })), { maxLength: 30 });
    fc.assert(
      fc.property(fc.nat(300), repeated, sizes, fc.boolean(), (count, repeats, firsts, wholeAtOnce) => {
        const list = numbered(count);
        for (const [place, distance] of repeats) {
          const row = list[place];
          if (row) list.splice(place + distance, 0, row);
        }
        const pages = walk(firsts, (first, after) => {
          if (!wholeAtOnce) return read(list, 70, first, after);
          const request = pageRequest({ first, after });
          return connection(request, { rows: list.slice(request.offset), hasNextPage: false, idOf });
        });
        expect(pages.flat()).toEqual([...new Set(list.map(idOf))]);
      }),
      { numRuns: 80 },
    );
  });

  test("goes on over a page of nothing but repeated rows", () => {
    const list = [...numbered(3), ...numbered(3), ...numbered(2, 3)];
    const pages = walk([3], (first, after) => read(list, 100, first, after));
    expect(pages).toEqual([["row-0", "row-1", "row-2"], [], ["row-3", "row-4"]]);
  });

  test("takes no row without an id for another one", () => {
    const list = [...rowsOf(1), {} as Row, {} as Row, ...rowsOf(2), {} as Row];
    const pages = walk([2], (first, after) => read(list, 10, first, after));
    expect(pages).toEqual([["row-1", undefined], [undefined, "row-2"], [undefined]]);
  });

  test("ends at a page that promises more and holds nothing", () => {
    const page = connection(pageRequest({ first: 5 }), { rows: [] as Row[], hasNextPage: true, idOf });
    expect(page.pageInfo).toMatchObject({ hasNextPage: false, endCursor: null });
  });

  test("cuts a page that is longer than asked for", () => {
    const list = numbered(7);
    const all = (first: number, after: string | null) => {
      const request = pageRequest({ first, after });
      return connection(request, { rows: list.slice(request.offset), hasNextPage: false, idOf });
    };
    expect(walk([3], all)).toEqual([["row-0", "row-1", "row-2"], ["row-3", "row-4", "row-5"], ["row-6"]]);
  });
});

test("rows that are inserted or deleted between two pages never repeat one of the hundred given last", () => {
  const change = fc.record({
    place: fc.nat(300),
    inserted: fc.nat(150),
    deleted: fc.nat(3),
  });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), sizes, (changes, firsts) => {
      let list = numbered(300);
      let made = list.length;
      const given: string[] = [];
      let after: string | null = null;
      for (const [at, { place, inserted, deleted }] of changes.entries()) {
        const page: Connection<Row> = read(list, 100, firsts[at % firsts.length] ?? 1, after);
        const ids = page.nodes.map(idOf);
        const last = new Set(given.slice(-100));
        expect(ids.filter((id) => last.has(id))).toEqual([]);
        given.push(...ids);
        after = page.pageInfo.endCursor;
        list = list.toSpliced(place, deleted, ...numbered(inserted, made));
        made += inserted;
      }
    }),
    { numRuns: 80 },
  );
});

test("each edge has the cursor that leads to the row after it", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 120 }),
      fc.integer({ min: 1, max: 100 }),
      fc.nat(99),
      (count, first, edge) => {
        const list = numbered(count);
        const { edges, pageInfo, nodes } = read(list, 100, first);
        expect(edges.map(({ node }) => node)).toEqual(nodes);
        expect([edges[0]?.cursor, edges.at(-1)?.cursor]).toEqual([pageInfo.startCursor, pageInfo.endCursor]);
        const at = edge % edges.length;
        expect(read(list, 100, 1, edges[at]?.cursor).nodes).toEqual(list.slice(at + 1, at + 2));
      },
    ),
    { numRuns: 50 },
  );
});

test("a cursor is short enough for a URL, however long the ids are", () => {
  const list = numbered(200).map(({ id }) => ({ id: id.padEnd(300, "x") }));
  const { endCursor } = read(list, 100, 100).pageInfo;
  const second = read(list, 100, 100, endCursor);
  expect(second.nodes).toHaveLength(100);
  expect(second.pageInfo.endCursor?.length).toBeLessThan(1_200);
  expect(second.pageInfo.endCursor).toMatch(/^[\w-]+$/);
});

test("whether there are pages before and after is told", () => {
  const list = numbered(3);
  const first = read(list, 100, 2);
  const second = read(list, 100, 2, first.pageInfo.endCursor);
  expect(first.pageInfo).toMatchObject({ hasPreviousPage: false, hasNextPage: true });
  expect(second.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: false });
  const { endCursor, hasNextPage, hasPreviousPage, startCursor } = read(list, 100, 0).pageInfo;
  expect({ endCursor, hasNextPage, hasPreviousPage, startCursor }).toEqual({
    hasPreviousPage: false,
    hasNextPage: false,
    startCursor: null,
    endCursor: null,
  });
});

const encoded = (text: string): string => Buffer.from(text).toString("base64url");
const forgedCursor = fc.oneof(
  fc.string({ minLength: 1, maxLength: 40 }),
  fc.string({ unit: "binary", minLength: 1, maxLength: 20 }),
  fc.constant("W".repeat(1_101)),
  fc.json({ maxDepth: 2 }).map(encoded),
  fc
    .constantFrom(
      ...[
        '[-1,""]',
        '[0.5,""]',
        '[1e9,""]',
        '[null,""]',
        '["0",""]',
        "[0]",
        "[0,[]]",
        '[0,"short"]',
        '[0,"12345678",1]',
      ],
      ...['{"0":0}', "null", `[0,"${"x".repeat(808)}"]`, '[0,"1234567 "]'],
    )
    .map(encoded),
);

test("an empty cursor is the first page of every connection", async () => {
  const { query, calls } = gateway();
  const lists = (after: string) => `{
    users(first: 1, after: ${after}) { nodes { id } } organizations(first: 1, after: ${after}) { nodes { id } }
    accounts(first: 1, after: ${after}) { nodes { id } } contacts(first: 1, after: ${after}) { nodes { id } }
    usageLogs(first: 1, after: ${after}) { nodes { id } } people(first: 1, after: ${after}) { nodes { id } }
    activities(window: { start: "2026-03-04T00:00:00Z", end: "2026-03-05T00:00:00Z" }, first: 1, after: ${after}) { nodes { id } }
  }`;
  const first = await query(lists("null"));
  expect(Object.values(first)).toHaveLength(7);
  calls();
  expect(await query(lists('""'))).toEqual(first);
  // Everything was read just now.
  expect(calls()).toEqual([]);
});

test("a cursor that is not ours is refused without a call", async () => {
  const made = gateway();
  await fc.assert(
    fc.asyncProperty(forgedCursor, async (after) => {
      const { errors } = await made.execute(
        `query ($after: String) {
          users(after: $after) { nodes { id } } accounts(after: $after) { nodes { id } } people(after: $after) { nodes { id } }
        }`,
        { after },
      );
      expect([...new Set(errors.map(({ extensions }) => extensions.code))]).toEqual(["BAD_USER_INPUT"]);
      expect(errors[0]?.message).toContain("after");
      expect(made.calls()).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test("a page of a list that grew at its head shows what is new to it and repeats nothing", async () => {
  const { query, callsWithQueries } = gateway();
  const page = `query ($after: String) {
    users(sort: { field: CREATED_AT, direction: DESCENDING }, first: 10, after: $after) {
      nodes { sourceId } pageInfo { hasNextPage endCursor }
    }
  }`;
  const { users: first } = await query(page);
  for (let number = 0; number < 12; number += 1) {
    await query(`mutation { createUser(input: { email: "new-${number}@chat.example" }) { userId } }`);
  }
  callsWithQueries();
  const { users: second } = await query(page, { after: first.pageInfo.endCursor });
  const { users: third } = await query(page, { after: second.pageInfo.endCursor });
  const ids = [...first.nodes, ...second.nodes, ...third.nodes].map(({ sourceId }) => sourceId);
  expect(new Set(ids).size).toBe(ids.length);
  // Where the second page was, there are now two new rows and eight known ones; on the third, two more of these.
  expect([second.nodes.length, third.nodes.length]).toEqual([2, 8]);
  expect(second.pageInfo.hasNextPage).toBe(true);
  expect(callsWithQueries()).toEqual(
    [10, 20].map((offset) => `web1on1 GET /users?sort=-createdAt&limit=10&offset=${offset}`),
  );
});
