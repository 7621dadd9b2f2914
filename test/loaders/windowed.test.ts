import fc from "fast-check";
import { expect, test } from "vitest";
import { type ParentSlice, type SliceRead, sliceRead } from "../../src/lists/keyed-read.ts";
import type { ListPage } from "../../src/lists/page.ts";
import { type ListStatistics, newListStatistics } from "../../src/lists/statistics.ts";
import { callBounds } from "../../src/loaders/strategies/call-bounds.ts";
import { type WindowSlice, windowed } from "../../src/loaders/windowed.ts";
import { type ListBehaviour, listUpstream, type Row, rows } from "./list-upstream.ts";

interface Days {
  readonly days: number;
}

const ofAll = sliceRead(rows.list, ({ limit, offset }) => ({ query: { limit, offset } }));
const ofOne = sliceRead(rows.listOfGroup, ({ parent, limit, offset }: ParentSlice) => ({
  id: parent,
  query: { limit, offset },
}));
const slices: SliceRead<ListPage<Row>, WindowSlice<Days>> = {
  ...ofAll,
  handle: (call, slice) =>
    slice.owner === undefined
      ? ofAll.handle(call, slice)
      : ofOne.handle(call, { ...slice, parent: slice.owner }),
};

/** A loader of rows in windows, over the made-up upstream. */
const rowsIn = (pageSize: number, narrows: boolean) =>
  windowed<Days, ListPage<Row>, Row>({
    name: "rows",
    pageSize,
    slices,
    pageIn: (page) => page,
    keyOf: ({ days }) => String(days),
    daysIn: ({ days }) => days,
    idOf: ({ id }) => id,
    ownerOf: ({ group }) => group,
    narrows,
  });

/** As many rows, the first `owners` of which belong to different groups, all others to one more. */
const rowsOf = (count: number, owners: number): Row[] =>
  Array.from({ length: count }, (_, at) => ({ id: String(at), group: at < owners ? `g${at}` : "others" }));

async function run(
  behaviour: Pick<ListBehaviour, "listed" | "pageSize" | "statesTotal" | "clamp">,
  {
    owners,
    narrows = true,
    statistics = newListStatistics(),
  }: { owners: readonly string[]; narrows?: boolean; statistics?: ListStatistics },
) {
  const { calls, operation } = listUpstream(behaviour);
  const loader = operation(statistics).scope.of(rowsIn(behaviour.pageSize, narrows));
  const found = await Promise.all(owners.map((owner) => loader.load({ days: 1 }, owner)));
  return { ids: found.map((own) => own.map(({ id }) => id)), calls: calls() };
}

const names = (count: number) => Array.from({ length: count }, (_, at) => `g${at}`);

test("one owner costs a read of its own", async () => {
  const listed = rowsOf(20, 3);
  expect(await run({ listed, pageSize: 10, statesTotal: true }, { owners: ["g1"] })).toEqual({
    ids: [["1"]],
    calls: ["own g1 0 10"],
  });
});

test("many owners cost the pages of the window, whatever their number", async () => {
  const listed = rowsOf(30, 12);
  const { ids, calls } = await run({ listed, pageSize: 10, statesTotal: true }, { owners: names(12) });
  expect(ids).toEqual(names(12).map((_, at) => [String(at)]));
  expect(calls).toEqual(["page 0", "page 10", "page 20"]);
});

test("a window with more pages than owners are asked for is left after its first page, and not begun once that is known", async () => {
  const statistics = newListStatistics();
  const listed = rowsOf(100, 2);
  const behaviour = { listed, pageSize: 10, statesTotal: true };
  expect((await run(behaviour, { owners: names(2), statistics })).calls).toEqual([
    "page 0",
    "own g0 0 10",
    "own g1 0 10",
  ]);
  statistics.windowRowCount.set("rows in 1 days", 100);
  expect((await run(behaviour, { owners: names(2), statistics })).calls).toEqual([
    "own g0 0 10",
    "own g1 0 10",
  ]);
});

test("a list that cannot be narrowed is read to its end for one owner", async () => {
  const behaviour = { listed: rowsOf(25, 2), pageSize: 10, clamp: 7 };
  const { ids, calls } = await run(behaviour, { owners: ["g1"], narrows: false });
  expect({ ids, calls }).toEqual({ ids: [["1"]], calls: ["page 0", "page 7", "page 14", "page 21"] });
});

test("a page in the middle that holds fewer rows than it could loses none", async () => {
  const listed = rowsOf(30, 30);
  // The page that begins at row 10 ends at row 15.
  const page = (whole: ListPage<Row>, offset: number) => ({
    ...whole,
    rows: offset === 10 ? whole.rows.slice(0, 6) : whole.rows,
  });
  const { calls, operation } = listUpstream({ listed, pageSize: 10, statesTotal: true, page });
  const found = await operation().scope.of(rowsIn(10, false)).all({ days: 1 });
  expect(found.map(({ id }) => id).toSorted()).toEqual(listed.map(({ id }) => id).toSorted());
  expect(calls()).toEqual(["page 0", "page 10", "page 20", "page 16"]);
});

test("windows of other lengths tell nothing of the pages of a window", async () => {
  const statistics = newListStatistics();
  const { operation } = listUpstream({ listed: rowsOf(25, 0), pageSize: 10, statesTotal: true });
  const rows = rowsIn(10, false);
  await operation(statistics).scope.of(rows).all({ days: 30 });
  const pagesFor = (days: number) =>
    callBounds(rows.accessFor({ days }), { least: 1, most: 1 }, { statistics, arePointsQueued: false }).most;
  expect([30, 28, 365, 1, 0.0004].map(pagesFor)).toEqual([
    3,
    3,
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
  ]);
});

test("a window that was read for all is not read again for one, and is after a write", async () => {
  const { calls, operation } = listUpstream({ listed: rowsOf(5, 3), pageSize: 10, statesTotal: true });
  const { scope, write } = operation();
  const loader = scope.of(rowsIn(10, true));
  expect(await loader.all({ days: 1 })).toHaveLength(5);
  expect(await loader.load({ days: 1 }, "g2")).toEqual([{ id: "2", group: "g2" }]);
  expect(calls()).toEqual(["page 0"]);
  await write(() => {});
  await loader.load({ days: 1 }, "g2");
  expect(calls()).toEqual(["own g2 0 10"]);
});

test("a window whose read has failed is not read again, until a write", async () => {
  const { calls, operation } = listUpstream({
    listed: rowsOf(5, 3),
    pageSize: 10,
    fails: (call) => call === "page 0" && 400,
  });
  const loader = operation().scope.of(rowsIn(10, false));
  await expect(loader.load({ days: 1 }, "g1")).rejects.toMatchObject({ code: "UPSTREAM_REJECTED" });
  await expect(loader.load({ days: 1 }, "g2")).rejects.toMatchObject({ code: "UPSTREAM_REJECTED" });
  expect(calls()).toEqual(["page 0"]);
});

test("a window of more than forty pages is refused for all, after one call where the total is stated", async () => {
  const { calls, operation } = listUpstream({ listed: rowsOf(401, 0), pageSize: 10, statesTotal: true });
  const loader = operation().scope.of(rowsIn(10, false));
  await expect(loader.all({ days: 1 })).rejects.toMatchObject({ code: "BAD_USER_INPUT" });
  expect(calls()).toEqual(["page 0"]);
});

test("every way gives each owner its rows once, within the calls that a plan tells", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        count: fc.nat({ max: 120 }),
        groups: fc.integer({ min: 1, max: 30 }),
        wanted: fc.uniqueArray(fc.nat({ max: 40 }), { minLength: 1, maxLength: 20 }),
        pageSize: fc.integer({ min: 5, max: 50 }),
        statesTotal: fc.boolean(),
        narrows: fc.boolean(),
        rowsBefore: fc.option(fc.nat({ max: 200 }), { nil: undefined }),
      }),
      async ({ count, groups, wanted, pageSize, statesTotal, narrows, rowsBefore }) => {
        const listed = Array.from({ length: count }, (_, at) => ({
          id: String(at),
          group: `g${at % groups}`,
        }));
        const owners = wanted.map((each) => `g${each}`);
        const statistics = newListStatistics();
        if (rowsBefore !== undefined) statistics.windowRowCount.set("rows in 1 days", rowsBefore);
        const { most } = callBounds(
          rowsIn(pageSize, narrows).accessFor({ days: 1 }),
          { least: owners.length, most: owners.length },
          { statistics, arePointsQueued: false },
        );
        const { ids, calls } = await run({ listed, pageSize, statesTotal }, { owners, narrows, statistics });
        expect(ids).toEqual(
          owners.map((owner) => listed.filter(({ group }) => group === owner).map(({ id }) => id)),
        );
        expect(new Set(calls).size).toBe(calls.length);
        const fitsPage = Math.ceil(count / groups) <= pageSize;
        if (most !== null && fitsPage && rowsBefore === undefined && statesTotal)
          expect(calls.length).toBeLessThanOrEqual(most);
      },
    ),
    { numRuns: 200 },
  );
});
