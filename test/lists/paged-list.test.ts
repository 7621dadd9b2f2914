import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byId } from "../../src/lists/indexed-rows.ts";
import { type ListBehaviour, listOver, type Row, rowsUpTo } from "../loaders/list-upstream.ts";

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
          const { list, calls, statistics } = listOver(
            { listed, pageSize: rowsAPage, statesTotal },
            knows ? count : undefined,
          );
          expect(ids(await list.all())).toEqual(ids(listed));
          const pages = Math.max(1, Math.ceil(count / rowsAPage));
          expect(calls()).toEqual(Array.from({ length: pages }, (_, page) => `page ${page * rowsAPage}`));
          expect([list.isComplete(), list.callsLeft(99), statistics.rowCount.get("rows")]).toEqual([
            true,
            0,
            count,
          ]);
        },
      ),
      { numRuns: 120 },
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
          const { list, calls, statistics } = listOver(
            { listed, pageSize: rowsAPage, statesTotal },
            remembered,
          );
          expect(ids(await list.all())).toEqual(ids(listed));
          const asked = calls();
          expect(new Set(asked).size).toBe(asked.length);
          expect(asked.length).toBeLessThanOrEqual(
            Math.max(1, Math.ceil(Math.max(count, remembered) / rowsAPage)),
          );
          expect(statistics.rowCount.get("rows")).toBe(count);
        },
      ),
      { numRuns: 120 },
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
      { numRuns: 120 },
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
    // Fewer than the pages of nothing new after which a walk ends.
    const repeats = fc.array(fc.nat({ max: 19 }), { maxLength: 4 });
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
        expect(list.listed(byId, "3")).toEqual([rows[2]]);
      }),
      { numRuns: 40 },
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
      expect(list.isComplete()).toBe(true);
      expect(calls().slice(0, 3)).toEqual(["page 0", "page 5", "page 10"]);
    },
  );

  test("is given up when an upstream gives the same page for every offset", async () => {
    let pages = 0;
    const first = rowsUpTo(5);
    const page: ListBehaviour["page"] = () => {
      pages += 1;
      if (pages > 30) throw new Error("The walk does not end.");
      return { rows: first, hasNextPage: true };
    };
    const { list } = listOver({ listed: first, pageSize: 5, page });
    for (const asked of [6, 7]) {
      await expect(list.all()).rejects.toMatchObject({ code: "UPSTREAM_INVALID_RESPONSE" });
      expect(pages).toBe(asked);
    }
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
    expect(list.callsLeft(99)).toBe(1);
    expect((await list.all()).length).toBe(50);
    expect(calls()).toEqual(["page 0"]);
  });
});

test("what is left of a list is told in calls for pages as they come, not as they are asked for", async () => {
  const { list, calls } = listOver({ listed: rowsUpTo(100), pageSize: 50, clamp: 10 }, 100);
  const left = [list.callsLeft(99)];
  await list.readNext();
  left.push(list.callsLeft(99));
  await list.all();
  left.push(list.callsLeft(99));
  expect([left, calls().length]).toEqual([[2, 9, 0], 10]);
});

describe("a list of which nobody has seen the end", () => {
  const pageSize = 10;

  test("tells by one call whether it goes on behind so many pages, as large as they come", async () => {
    const { list, calls } = listOver({ listed: rowsUpTo(95), pageSize });
    await list.readNext();
    expect([await list.hasRowsBeyond(9), await list.hasRowsBeyond(10)]).toEqual([true, false]);
    expect(calls()).toEqual(["page 0", "page 90", "page 100"]);
    // What was seen of it is not read again.
    expect(await list.all()).toHaveLength(95);
    expect(calls()).toEqual([
      "page 10",
      "page 20",
      "page 30",
      "page 40",
      "page 50",
      "page 60",
      "page 70",
      "page 80",
    ]);
    const clamped = listOver({ listed: rowsUpTo(95), pageSize, clamp: 5, reads: { keeps: false } });
    await clamped.list.readNext();
    expect([await clamped.list.hasRowsBeyond(10), await clamped.list.hasRowsBeyond(10)]).toEqual([
      true,
      true,
    ]);
    expect(clamped.calls()).toEqual(["page 0", "page 50"]);
  });

  test("is read in pages side by side if that is wanted, and no further when all has been read", async () => {
    const { list, calls } = listOver({ listed: rowsUpTo(25), pageSize });
    await list.readNext(2);
    expect([calls(), list.isComplete()]).toEqual([["page 0", "page 10"], false]);
    await list.readNext(4);
    expect([calls(), list.isComplete()]).toEqual([["page 20", "page 30", "page 40", "page 50"], true]);
    await Promise.all([list.readNext(4), list.readKnown()]);
    expect(calls()).toEqual([]);
  });
});
