import { describe, expect, test } from "vitest";
import { slidingWindow } from "../../src/rest/limits/windows.ts";
import { settled } from "../support/clock.ts";
import { groupsOf, ownCall, pagesIn, part } from "./groups.ts";
import { groupOfRow, rowsUpTo } from "./list-upstream.ts";

const groups = [part("g0"), part("g1"), part("g2")];
const [first, second, third] = groups.map(ownCall);
const refused = (endpoint: string) => ({
  status: "rejected",
  reason: { code: "UPSTREAM_AUTH", facts: { endpoint } },
});

describe("one parent alone", () => {
  test("is read by itself, however short the list", async () => {
    const { calls, operation } = groupsOf({ listed: rowsUpTo(9), pageSize: 10 }, { size: 9, told: true });
    expect(await operation().load([part("g1", 1, 2)])).toEqual([{ ids: ["5", "8"], hasNextPage: false }]);
    expect(calls()).toEqual(["own g1 1 2"]);
  });

  test("is cut from the list where that is at hand, without waiting", async () => {
    const { calls, operation } = groupsOf({ listed: rowsUpTo(30), pageSize: 10 });
    await operation().list.all();
    calls();
    expect(operation().loader.load(part("g1", 3, 2))).toEqual({
      rows: [
        { id: "11", group: "g1" },
        { id: "14", group: "g1" },
      ],
      hasNextPage: true,
    });
    expect(calls()).toEqual([]);
  });

  test("is answered again without waiting", async () => {
    const { calls, operation } = groupsOf({ listed: rowsUpTo(30), pageSize: 10 });
    const page = await operation().loader.load(part("g1", 0, 2));
    expect(operation().loader.load(part("g1", 0, 2))).toEqual(page);
    expect(calls()).toEqual(["own g1 0 2"]);
  });

  test.each([9, undefined])(
    "goes to the list where its reads stand in line only if that is known to be one call for all who wait (size: %s)",
    async (size) => {
      const limits = [slidingWindow({ calls: 2, windowMs: 1_000 })];
      const listed = rowsUpTo(9);
      const { calls, clock, operation } = groupsOf({ listed, pageSize: 10, limits }, { size, told: true });
      const wanted = Array.from({ length: 8 }, (_, at) => part(`g${at % 3}`, at, 1));
      const answers: Promise<unknown>[] = [];
      for (const slice of wanted) {
        answers.push(operation().load([slice]));
        await settled();
      }
      await clock.advance(9_000);
      expect((await Promise.all(answers)).flat()).toEqual(pagesIn(listed, wanted));
      const asked = calls();
      const pages = asked.filter((call) => call === "page 0");
      // Two could go out at once, and the third was the first that had to wait.
      const own = size === undefined ? wanted.length : 3;
      expect(pages).toHaveLength(size === undefined ? 0 : 1);
      expect(asked.length - pages.length).toBeLessThanOrEqual(own);
    },
  );
});

describe("a parent that does not exist", () => {
  test("is null where it is asked for by itself", async () => {
    const { calls, operation } = groupsOf({ listed: rowsUpTo(9), pageSize: 10 });
    expect(await operation().load([part("nobody")])).toEqual([null]);
    expect(calls()).toEqual(["own nobody 0 5"]);
  });

  test("has no children where the list is read", async () => {
    const { calls, operation } = groupsOf({ listed: rowsUpTo(9), pageSize: 10 });
    const [page, none] = await operation().load([part("g1"), part("nobody")]);
    expect([page?.ids, none]).toEqual([["2", "5", "8"], { ids: [], hasNextPage: false }]);
    expect(calls()).toEqual(["page 0"]);
  });
});

describe("a failure", () => {
  test("of one parent's own list is that parent's alone", async () => {
    const fails = (call: string) => call === second && 401;
    const { calls, operation } = groupsOf({ listed: rowsUpTo(9), pageSize: 10, fails }, { told: false });
    const { loader } = operation();
    const answers = await Promise.allSettled(groups.map((slice) => loader.load(slice)));
    expect(answers).toMatchObject([
      { value: { rows: { length: 3 } } },
      refused("GET /groups/{id}"),
      { value: { rows: { length: 3 } } },
    ]);
    expect(calls()).toEqual([first, second, third]);
  });

  test("of the list is that of all who needed it, and no parent is asked on top of it", async () => {
    const fails = (call: string) => call === "page 10" && 401;
    const { calls, operation } = groupsOf({ listed: rowsUpTo(30), pageSize: 10, fails });
    // What another operation has asked for answers this one as well.
    const other = operation().load([part("g1")]);
    const { loader } = operation();
    const answers = await Promise.allSettled(groups.map((slice) => loader.load(slice)));
    expect(answers).toMatchObject([
      refused("GET /rows"),
      { value: { rows: { length: 5 } } },
      refused("GET /rows"),
    ]);
    expect(await other).toHaveLength(1);
    expect(calls().toSorted()).toEqual([second, "page 0", "page 10"]);
  });

  test("of the list leaves answered what its first pages have shown, if they have the order of parents' own", async () => {
    const listed = [...rowsUpTo(2), { id: "0", group: "g0" }, ...rowsUpTo(30).slice(3)];
    const fails = (call: string) => call === "page 4" && 401;
    const known = { told: true, isInOrder: true };
    const { calls, operation } = groupsOf({ listed, pageSize: 4, fails }, known);
    const { loader } = operation();
    const wanted = [part("g0", 0, 1), part("g1", 0, 2), part("g2")];
    const answers = await Promise.allSettled(wanted.map((slice) => loader.load(slice)));
    expect(answers).toMatchObject([
      { value: { rows: [{ id: "1" }], hasNextPage: true } },
      refused("GET /rows"),
      refused("GET /rows"),
    ]);
    expect(calls()).toEqual(["page 0", "page 4"]);
  });
});

describe("after a write", () => {
  test("everything is read anew, and what was learnt of rows stays", async () => {
    const listed = rowsUpTo(9);
    const { calls, operation, statistics } = groupsOf({ listed, pageSize: 10 });
    const { load, write } = operation();
    await load(groups);
    expect([calls(), statistics.lacksForeignKey.get(groupOfRow.missingKey)]).toEqual([["page 0"], false]);
    await write(() => listed.push({ id: "10", group: "g1" }));
    expect(statistics.lacksForeignKey.get(groupOfRow.missingKey)).toBe(false);
    expect(await load(groups)).toEqual(pagesIn(listed, groups));
    expect(calls()).toEqual(["page 0"]);
    await write(() => listed.push({ id: "11", group: "g2" }));
    expect(await load([part("g2")])).toEqual(pagesIn(listed, [part("g2")]));
    expect(calls()).toEqual([third]);
  });
});

describe("whether rows tell their parents", () => {
  test("is learnt from a parent's own list, which no row of another stands in", async () => {
    const { calls, operation, statistics } = groupsOf({ listed: rowsUpTo(9), pageSize: 10 });
    await operation().load([part("g1")]);
    expect([calls(), statistics.lacksForeignKey.get(groupOfRow.missingKey)]).toEqual([[second], false]);
    const page = (given: { hasNextPage: boolean }) => ({ ...given, rows: [{ id: "1", group: "g2" }] });
    const other = groupsOf({ listed: rowsUpTo(9), pageSize: 10, page });
    await other.operation().load([part("g1")]);
    expect(other.statistics.lacksForeignKey.get(groupOfRow.missingKey)).toBe(true);
    await other.operation().load(groups);
    expect(other.calls()).toEqual([second, first, third]);
  });

  test("is learnt from any read of the list", async () => {
    const { calls, operation, statistics } = groupsOf(
      { listed: rowsUpTo(30), pageSize: 10 },
      { probes: false },
    );
    await operation().list.range(12, 2);
    expect([calls(), statistics.lacksForeignKey.get(groupOfRow.missingKey)]).toEqual([["page 10"], false]);
    await operation().load(groups);
    expect(calls()).toEqual(["page 0", "page 20"]);
  });

  test("is no from the first row that does not, which costs the pages read until then", async () => {
    const names = ({ id }: { id: string }) => id !== "15";
    const wanted = [...groups, ...groups.map(({ parent }) => part(parent, 5))];
    const { calls, operation, statistics } = groupsOf({ listed: rowsUpTo(30), pageSize: 10, names });
    expect(await operation().load(wanted)).toEqual(pagesIn(rowsUpTo(30), wanted));
    expect(calls()).toEqual(["page 0", "page 10", ...wanted.map(ownCall)]);
    // Later pages cannot make up for it.
    await operation().list.all();
    expect(statistics.lacksForeignKey.get(groupOfRow.missingKey)).toBe(true);
  });

  test("is no where the upstream leaves rows out, since nobody knows whose", async () => {
    const page = (
      given: { rows: readonly { id: string; group: string }[]; hasNextPage: boolean },
      offset: number,
    ) => ({
      ...given,
      rows: given.rows.slice(1),
      end: offset + given.rows.length,
    });
    const listed = rowsUpTo(9);
    const ofList = groupsOf({ listed, pageSize: 10, page });
    await ofList.operation().list.all();
    const ofParent = groupsOf({ listed, pageSize: 10, page });
    await ofParent.operation().load([part("g1")]);
    for (const { operation, calls } of [ofList, ofParent]) {
      calls();
      await operation().load([part("g0", 1), part("g2", 1)]);
      expect(calls()).toEqual(["own g0 1 5", "own g2 1 5"]);
    }
  });

  test("does not matter where there are no rows at all", async () => {
    const { calls, operation, statistics } = groupsOf({ listed: [], pageSize: 10 });
    expect(await operation().load(groups)).toEqual(Array(3).fill({ ids: [], hasNextPage: false }));
    expect([calls(), statistics.lacksForeignKey.get(groupOfRow.missingKey)]).toEqual([["page 0"], undefined]);
  });
});
