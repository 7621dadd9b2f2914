import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newListStatistics } from "../../src/lists/statistics.ts";
import { connection, pageRequest } from "../../src/resolving/pagination.ts";
import { type ListBehaviour, listOver, listUpstream, type Row, rowsUpTo } from "./list-upstream.ts";

/** Leaves rows out of pages, and says where the next one begins. */
const leavingOut =
  (hides: (row: Row) => boolean): NonNullable<ListBehaviour["page"]> =>
  (page, offset) => ({
    ...page,
    rows: page.rows.filter((row) => !hides(row)),
    end: offset + page.rows.length,
  });

/** Some row of each page is left. */
const hiddenBut = (every: number) => (row: Row) => Number(row.id) % every !== 0;
const every = fc.integer({ min: 1, max: 4 });
const pageSize = fc.integer({ min: 4, max: 12 });

describe("rows that the upstream leaves out of its pages", () => {
  test("cost a walk neither a call nor a row, whatever is known of the size of the list", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(60), pageSize, every, fc.boolean(), async (count, rowsAPage, shown, knows) => {
        const listed = rowsUpTo(count);
        const page = leavingOut(hiddenBut(shown));
        const { list, calls, statistics } = listOver(
          { listed, pageSize: rowsAPage, page },
          knows ? count : undefined,
        );
        expect(await list.all()).toEqual(listed.filter((row) => !hiddenBut(shown)(row)));
        const pages = Math.max(1, Math.ceil(count / rowsAPage));
        expect(calls()).toEqual(Array.from({ length: pages }, (_, at) => `page ${at * rowsAPage}`));
        expect([list.isComplete(), list.callsLeft(99), statistics.rowCount.get("rows")]).toEqual([
          true,
          0,
          count,
        ]);
      }),
      { numRuns: 40 },
    );
  });

  test("cost those who page through the list neither, whatever sizes they ask for", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(60),
        pageSize,
        every,
        fc.integer({ min: 1, max: 4 }),
        async (count, rowsAPage, shown, first) => {
          const listed = rowsUpTo(count);
          const page = leavingOut(hiddenBut(shown));
          const upstream = listUpstream({ listed, pageSize: rowsAPage, page });
          const walked: Row[] = [];
          let after: string | null = null;
          for (let step = 0; step === 0 || after !== null; step += 1) {
            if (step > 200) throw new Error("The walk does not end.");
            const request = pageRequest({ first, after });
            const part = await upstream.operation().list.range(request.offset, request.first);
            const { nodes, pageInfo } = connection<Row>(request, { ...part, idOf: ({ id }) => id });
            walked.push(...nodes);
            after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
          }
          expect(walked).toEqual(listed.filter((row) => !hiddenBut(shown)(row)));
          const pages = Math.max(1, Math.ceil(count / rowsAPage));
          expect(upstream.calls()).toEqual(
            Array.from({ length: pages }, (_, at) => `page ${at * rowsAPage}`),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  test("are counted in what is left of a list, told in calls", async () => {
    const page = leavingOut(hiddenBut(5));
    const { list, calls } = listOver({ listed: rowsUpTo(50), pageSize: 10, page }, 50);
    const left = [list.callsLeft(99)];
    await list.readNext();
    left.push(list.callsLeft(99));
    await list.all();
    expect([left, calls().length]).toEqual([[5, 4], 5]);
  });

  test("are counted where a list is adopted from those who have read it before", async () => {
    const listed = rowsUpTo(25);
    const upstream = listUpstream({ listed, pageSize: 10, page: leavingOut(hiddenBut(3)) });
    await upstream.operation().list.all();
    const statistics = newListStatistics();
    const { list } = upstream.operation(statistics);
    expect((await list.all()).map(({ id }) => id)).toEqual(["3", "6", "9", "12", "15", "18", "21", "24"]);
    expect(statistics.rowCount.get("rows")).toBe(25);
    expect(upstream.calls()).toEqual(["page 0", "page 10", "page 20"]);
  });
});

test("a walk gives no row twice and each that kept its place, while rows come and go between its pages", async () => {
  const change = fc.record({ place: fc.nat(60), inserted: fc.nat(4), deleted: fc.nat(4) });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 60 }),
      pageSize,
      fc.array(change, { maxLength: 4 }),
      fc.option(fc.nat(80), { nil: undefined }),
      async (count, rowsAPage, changes, known) => {
        const listed = rowsUpTo(count);
        const kept = new Map(listed.map(({ id }, place) => [id, place]));
        const left = [...changes];
        const page: ListBehaviour["page"] = (given) => {
          const { place, deleted, inserted } = left.shift() ?? { place: 0, deleted: 0, inserted: 0 };
          const added = Array.from({ length: inserted }, (_, at) => `new-${left.length}-${at}`);
          listed.splice(place, deleted, ...added.map((id) => ({ id, group: "new" })));
          for (const [id, at] of kept) if (listed[at]?.id !== id) kept.delete(id);
          return given;
        };
        const { list, calls } = listOver({ listed, pageSize: rowsAPage, page }, known);
        const ids = (await list.all()).map(({ id }) => id);
        expect(ids).toHaveLength(new Set(ids).size);
        expect(new Set(ids)).toEqual(new Set([...ids, ...kept.keys()]));
        const asked = calls();
        expect(asked).toHaveLength(new Set(asked).size);
      },
    ),
    { numRuns: 120 },
  );
});
