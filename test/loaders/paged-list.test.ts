import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ListSizes, pagedList } from "../../src/loaders/paged-list.ts";
import { type ListBehaviour, listUpstream, type Row, rowsUpTo } from "./list-upstream.ts";

/** A list over an upstream; `known` is its size as remembered from earlier. */
function listOver(behaviour: ListBehaviour, known?: number) {
  const upstream = listUpstream(behaviour);
  const sizes: ListSizes = new Map(known === undefined ? [] : [["rows", known]]);
  return { ...upstream, sizes, list: pagedList(upstream.source, sizes) };
}

const ids = (rows: readonly Row[]) => rows.map(({ id }) => id);
const size = fc.integer({ min: 0, max: 60 });
const pageSize = fc.integer({ min: 1, max: 12 });

describe("a walk over a list", () => {
  test("gives each row once in upstream order, by one call a page, whatever is known of its size", async () => {
    await fc.assert(
      fc.asyncProperty(
        size,
        pageSize,
        fc.boolean(),
        fc.boolean(),
        async (count, rowsAPage, statesTotal, knows) => {
          const listed = rowsUpTo(count);
          const { list, calls, sizes } = listOver(
            { listed, pageSize: rowsAPage, statesTotal },
            knows ? count : undefined,
          );
          expect(ids(await list.all())).toEqual(ids(listed));
          const pages = Math.max(1, Math.ceil(count / rowsAPage));
          expect(calls()).toEqual(Array.from({ length: pages }, (_, page) => `page ${page * rowsAPage}`));
          expect([list.complete, list.pagesLeft, sizes.get("rows")]).toEqual([true, 0, count]);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("is whole although what is remembered of its size is wrong", async () => {
    await fc.assert(
      fc.asyncProperty(
        size,
        size,
        pageSize,
        fc.boolean(),
        async (count, remembered, rowsAPage, statesTotal) => {
          const listed = rowsUpTo(count);
          const { list, calls, sizes } = listOver({ listed, pageSize: rowsAPage, statesTotal }, remembered);
          expect(ids(await list.all())).toEqual(ids(listed));
          const asked = calls();
          expect(new Set(asked).size).toBe(asked.length);
          expect(asked.length).toBeLessThanOrEqual(
            Math.max(1, Math.ceil(Math.max(count, remembered) / rowsAPage)),
          );
          expect(sizes.get("rows")).toBe(count);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("is whole although the upstream gives smaller pages than it is asked for", async () => {
    await fc.assert(
      fc.asyncProperty(
        size,
        pageSize,
        pageSize,
        fc.boolean(),
        fc.boolean(),
        async (count, clamp, more, states, knows) => {
          const listed = rowsUpTo(count);
          const behaviour = { listed, pageSize: clamp + more, clamp, statesTotal: states };
          const { list, calls } = listOver(behaviour, knows ? count : undefined);
          expect(ids(await list.all())).toEqual(ids(listed));
          const asked = calls();
          expect(new Set(asked).size).toBe(asked.length);
          // Pages asked for side by side before the first came back short are the most that can be in vain.
          const inVain = states || knows ? Math.ceil(count / behaviour.pageSize) : 0;
          expect(asked.length).toBeLessThanOrEqual(Math.max(1, Math.ceil(count / clamp)) + inVain);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("uses what came side by side when pages turn out half as large", async () => {
    const listed = rowsUpTo(100);
    const { list, calls } = listOver({ listed, pageSize: 20, clamp: 10 }, 100);
    expect(ids(await list.all())).toEqual(ids(listed));
    expect(calls()).toEqual([
      "page 0",
      "page 20",
      "page 40",
      "page 60",
      "page 80",
      "page 10",
      "page 30",
      "page 50",
      "page 70",
      "page 90",
    ]);
  });

  test("drops rows that the upstream repeats across pages, and keeps the first", async () => {
    const repeats = fc.array(fc.nat({ max: 19 }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(repeats, pageSize, fc.boolean(), async (places, rowsAPage, knows) => {
        const rows = rowsUpTo(30);
        const listed = [...rows];
        // A row slips to a later place and is shown again, as when rows are inserted while a list is read.
        for (const place of places) {
          listed.splice(listed.length - (place % 10), 0, { id: String(place + 1), group: "again" });
        }
        const { list } = listOver({ listed, pageSize: rowsAPage }, knows ? listed.length : undefined);
        expect(await list.all()).toEqual(rows);
        expect(list.index("id", ({ id }) => [id]).get("3")).toEqual([rows[2]]);
      }),
      { numRuns: 100 },
    );
  });

  test.each([undefined, 100])(
    "ends at a page that promises more and holds nothing (size: %s)",
    async (known) => {
      let pages = 0;
      const page: ListBehaviour["page"] = (given) => {
        pages += 1;
        if (pages > 30) throw new Error("The walk does not end.");
        return { ...given, hasNextPage: true };
      };
      const { list, calls } = listOver({ listed: rowsUpTo(10), pageSize: 5, page }, known);
      expect(ids(await list.all())).toEqual(ids(rowsUpTo(10)));
      expect(list.complete).toBe(true);
      expect(calls().slice(0, 3)).toEqual(["page 0", "page 5", "page 10"]);
    },
  );

  test("ends when an upstream gives the same page for every offset", async () => {
    let pages = 0;
    const first = rowsUpTo(5);
    const page: ListBehaviour["page"] = () => {
      pages += 1;
      if (pages > 30) throw new Error("The walk does not end.");
      return { rows: first, hasNextPage: true };
    };
    const { list } = listOver({ listed: first, pageSize: 5, page });
    expect(ids(await list.all())).toEqual(ids(first));
    expect(pages).toBe(6);
  });

  test("ends at a page that promises nothing more, whatever total is stated", async () => {
    const { list, calls } = listOver({
      listed: rowsUpTo(10),
      pageSize: 5,
      page: ({ rows }) => ({ rows, hasNextPage: false, total: 1_000 }),
    });
    expect(ids(await list.all())).toEqual(["1", "2", "3", "4", "5"]);
    expect(calls()).toEqual(["page 0"]);
  });

  test("of a list that comes whole is one call", async () => {
    const { list, calls } = listOver({
      listed: rowsUpTo(50),
      pageSize: Number.POSITIVE_INFINITY,
      statesTotal: true,
    });
    expect(list.pagesLeft).toBe(1);
    expect((await list.all()).length).toBe(50);
    expect(calls()).toEqual(["page 0"]);
  });
});

test("what is left of a list is told in pages as they come, not as they are asked for", async () => {
  const { list, calls } = listOver({ listed: rowsUpTo(100), pageSize: 50, clamp: 10 }, 100);
  const left = [list.pagesLeft];
  await list.readNext();
  left.push(list.pagesLeft);
  await list.all();
  left.push(list.pagesLeft);
  expect([left, calls().length]).toEqual([[2, 9, 0], 10]);
});

describe("readers of one list in one operation", () => {
  test("read each page once between them, in whatever order they come", async () => {
    const reader = fc.constantFrom("all" as const, "readNext" as const);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(reader, fc.nat({ max: 30 })), { minLength: 1, maxLength: 12 }),
        fc.boolean(),
        async (readers, knows) => {
          const listed = rowsUpTo(20);
          const { list, calls } = listOver({ listed, pageSize: 3 }, knows ? 20 : undefined);
          const seen = await Promise.all(
            readers.map(async ([kind, moments]) => {
              for (let moment = 0; moment < moments; moment += 1) await Promise.resolve();
              return list[kind]();
            }),
          );
          for (const rows of seen) if (rows) expect(ids(rows)).toEqual(ids(listed));
          const asked = calls();
          expect(new Set(asked).size).toBe(asked.length);
          expect(list.rows).toEqual(listed.slice(0, list.rows.length));
        },
      ),
      { numRuns: 200 },
    );
  });

  test("who ask for the next page at once share it", async () => {
    const { list, calls } = listOver({ listed: rowsUpTo(20), pageSize: 5 });
    await Promise.all([list.readNext(), list.readNext(), list.readNext()]);
    expect([ids(list.rows), calls()]).toEqual([["1", "2", "3", "4", "5"], ["page 0"]]);
    await list.readNext();
    expect([list.rows.length, calls()]).toEqual([10, ["page 5"]]);
  });

  test("who read all share one walk, and read nothing afterwards", async () => {
    const { list, calls } = listOver({ listed: rowsUpTo(20), pageSize: 10 });
    const both = Promise.all([list.all(), list.all()]);
    expect(list.walking).toBe(true);
    await both;
    await Promise.all([list.all(), list.readNext()]);
    expect(calls()).toEqual(["page 0", "page 10"]);
  });

  test("share a failure; who comes later tries again from where it broke off", async () => {
    let broken = true;
    const { list, calls } = listOver({
      listed: rowsUpTo(20),
      pageSize: 5,
      fails: (call) => broken && call === "page 10",
    });
    const failure = { code: "UPSTREAM_UNAVAILABLE", message: "page 10 failed" };
    const both = [list.all(), list.all()];
    for (const one of both) await expect(one).rejects.toMatchObject(failure);
    expect([list.complete, list.walking, list.rows.length]).toEqual([false, false, 10]);
    broken = false;
    expect((await list.all()).length).toBe(20);
    expect(calls()).toEqual(["page 0", "page 5", "page 10", "page 10", "page 15"]);
  });

  test("are not held up by a next page that failed", async () => {
    let broken = true;
    const { list, calls } = listOver({ listed: rowsUpTo(4), pageSize: 5, fails: () => broken });
    await expect(list.readNext()).rejects.toMatchObject({ message: "page 0 failed" });
    broken = false;
    await list.readNext();
    expect([list.complete, calls()]).toEqual([true, ["page 0", "page 0"]]);
  });
});

describe("forgetting after a write", () => {
  test("reads everything anew", async () => {
    const listed = rowsUpTo(10);
    const { list, calls } = listOver({ listed, pageSize: 5 });
    await list.all();
    listed.unshift({ id: "new", group: "g0" });
    list.clearAll();
    expect([list.rows, list.complete, list.walking]).toEqual([[], false, false]);
    expect(ids(await list.all())).toEqual(ids(listed));
    expect(list.index("id", ({ id }) => [id]).has("new")).toBe(true);
    expect(calls().length).toBe(2 + 3);
  });

  test.each(["all", "readNext"] as const)("keeps a page out that was on its way (%s)", async (kind) => {
    const listed = rowsUpTo(10);
    const { list, calls } = listOver({ listed, pageSize: 5 });
    const before = list[kind]();
    await Promise.resolve();
    listed.shift();
    list.clearAll();
    listed.push({ id: "new", group: "g0" });
    const after = list.all();
    await before;
    expect([list.walking, ids(await after)]).toEqual([true, ids(listed)]);
    expect(ids(list.rows)).toEqual(ids(listed));
    expect(calls().slice(0, 2)).toEqual(["page 0", "page 0"]);
  });

  test("lets a walk that fails end nobody else's", async () => {
    let asked = 0;
    const firstFails = () => {
      asked += 1;
      return asked === 1;
    };
    const { list, calls } = listOver({ listed: rowsUpTo(10), pageSize: 5, fails: firstFails });
    const before = list.all();
    await Promise.resolve();
    list.clearAll();
    const after = list.all();
    await expect(before).rejects.toMatchObject({ message: "page 0 failed" });
    expect(list.walking).toBe(true);
    expect((await Promise.all([after, list.all()])).map((rows) => rows.length)).toEqual([10, 10]);
    expect(calls()).toEqual(["page 0", "page 0", "page 5"]);
  });
});

test("an index is by each key of each row, in their order, and follows the pages that come in", async () => {
  const { list } = listOver({ listed: rowsUpTo(7), pageSize: 4 });
  const byGroup = () => list.index("group", ({ group, id }) => [group, group, `id ${id}`]);
  expect(byGroup().size).toBe(0);
  await list.readNext();
  expect(ids(byGroup().get("g0") ?? [])).toEqual(["1", "4"]);
  expect(byGroup()).toBe(byGroup());
  await list.readNext();
  expect(ids(byGroup().get("g0") ?? [])).toEqual(["1", "4", "7"]);
  expect(ids(byGroup().get("id 5") ?? [])).toEqual(["5"]);
});
