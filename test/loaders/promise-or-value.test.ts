import { describe, expect, test } from "vitest";
import { GatewayError } from "../../src/errors.ts";
import { byId, type KeysOf } from "../../src/lists/indexed-rows.ts";
import { pointRead } from "../../src/lists/keyed-read.ts";
import { newListStatistics } from "../../src/lists/statistics.ts";
import { groupBy } from "../../src/loaders/group-by.ts";
import { manyByField, oneByField } from "../../src/loaders/many-by-field.ts";
import { oneByKey } from "../../src/loaders/one-by-key.ts";
import { orNull, settle } from "../../src/loaders/promise-or-value.ts";
import { settled } from "../support/clock.ts";
import {
  type ListBehaviour,
  listUpstream,
  type Row,
  point as read,
  rowCountOf,
  rowsUpTo,
  rows as table,
} from "./list-upstream.ts";

const byGroup: KeysOf<Row> = ({ group }) => [group];

/** Loaders over one list of one upstream; `known` is its size as remembered from earlier. */
function loadersOver(behaviour: ListBehaviour, known?: number) {
  const upstream = listUpstream(behaviour);
  const { definition } = upstream;
  const named = oneByKey(
    definition,
    ({ id }) => [`row ${id}`],
    pointRead(table.get, (id) => ({ id })),
  );
  const operation = (statistics = newListStatistics()) => {
    const { scope, list, write } = upstream.operation(statistics);
    return {
      list,
      write,
      byId: scope.of(oneByKey(definition, byId, read)),
      byName: scope.of(named),
      inGroup: scope.of(manyByField(definition, byGroup)),
      firstInGroup: scope.of(oneByField(definition, byGroup)),
    };
  };
  return {
    calls: upstream.calls,
    operation,
    ...operation(rowCountOf(known)),
  };
}

const ids = (rows: readonly Row[]) => rows.map(({ id }) => id);
const refused = (endpoint: string) => ({
  status: "rejected",
  reason: { code: "FORBIDDEN", facts: { endpoint } },
});
const point = refused("GET /rows/{id}");
const page = refused("GET /rows");

describe("a loader by key", () => {
  test("answers by key, never by position, in whatever order point reads come back", async () => {
    const { byId, calls } = loadersOver({ listed: rowsUpTo(10), pageSize: 1 }, 10);
    const wanted = ["9", "none", "2", "7", "9", "1"];
    const rows = await Promise.all(wanted.map((key) => byId.load(key)));
    expect(rows.map((row) => row?.id ?? null)).toEqual(["9", null, "2", "7", "9", "1"]);
    expect(calls()).toEqual(["point 9", "point none", "point 2", "point 7", "point 1"]);
  });

  test("fails the keys whose read failed, and no others", async () => {
    const fails = (call: string) => call === "point 2" || call === "point none";
    const { byId, calls } = loadersOver({ listed: rowsUpTo(10), pageSize: 1, fails }, 10);
    const settled = await Promise.allSettled(["1", "2", "none", "gone", "3"].map((key) => byId.load(key)));
    expect(settled).toMatchObject([
      { value: { id: "1" } },
      point,
      point,
      { value: null },
      { value: { id: "3" } },
    ]);
    expect(calls().length).toBe(5);
  });

  test("gives each key that a failed list did not show its error, without a point read", async () => {
    const fails = (call: string) => call === "page 4";
    const { byId, calls } = loadersOver({ listed: rowsUpTo(30), pageSize: 4, fails });
    const settled = await Promise.allSettled(["1", "9", "3", "10", "11"].map((key) => byId.load(key)));
    expect(settled).toMatchObject([{ value: { id: "1" } }, page, { value: { id: "3" } }, page, page]);
    expect(calls()).toEqual(["page 0", "page 4"]);
  });

  test("asks a list that failed for one batch anew for the next", async () => {
    let broken = true;
    const { byId, calls } = loadersOver({ listed: rowsUpTo(8), pageSize: 4, fails: () => broken }, 8);
    const load = (...keys: string[]) => Promise.allSettled(keys.map((key) => byId.load(key)));
    expect(await load("1", "2", "3")).toMatchObject(Array(3).fill({ status: "rejected" }));
    broken = false;
    // The other page has failed as well by then.
    await settled();
    expect(await load("4", "5", "6")).toMatchObject([
      { value: { id: "4" } },
      { value: { id: "5" } },
      { value: { id: "6" } },
    ]);
    expect(calls()).toEqual(["page 0", "page 4", "page 0", "page 4"]);
  });

  test("joins a walk that is under way instead of reading by itself", async () => {
    const { byId, inGroup, calls } = loadersOver({ listed: rowsUpTo(10), pageSize: 5 });
    const [rows, one] = await Promise.all([inGroup.load("g1"), byId.load("8")]);
    expect([ids(rows), one?.id]).toEqual([["2", "5", "8"], "8"]);
    expect(await byId.load("old")).toBeNull();
    expect(calls()).toEqual(["page 0", "page 5", "point old"]);
  });

  test("fails with a walk that is under way, and reads nothing by itself", async () => {
    const fails = (call: string) => call === "page 5";
    const { byId, inGroup, calls } = loadersOver({ listed: rowsUpTo(10), pageSize: 5, fails });
    const settled = await Promise.allSettled([inGroup.load("g1"), byId.load("8"), byId.load("2")]);
    expect(settled).toMatchObject([page, page, { value: { id: "2" } }]);
    expect(calls()).toEqual(["page 0", "page 5"]);
  });

  test("is rejected where a list gives the same rows page after page, also when they are fresh", async () => {
    const first = rowsUpTo(5);
    const behaviour = { listed: first, pageSize: 5, page: () => ({ rows: first, hasNextPage: true }) };
    const { calls, operation } = loadersOver(behaviour);
    const endless = { code: "UPSTREAM_INVALID_RESPONSE" };
    await expect(operation().inGroup.load("g0")).rejects.toMatchObject(endless);
    expect(calls()).toHaveLength(6);
    await expect(operation().byId.load("9")).rejects.toMatchObject(endless);
    await expect(operation().inGroup.load("g0")).rejects.toMatchObject(endless);
    expect(calls()).toEqual([]);
  });

  test("shares pages with another loader of the same list", async () => {
    const { byId, byName, calls } = loadersOver({ listed: rowsUpTo(20), pageSize: 5 });
    const [rows, named] = await Promise.all([
      Promise.all(["1", "2", "3"].map((key) => byId.load(key))),
      Promise.all(["row 3", "row 4", "row 5"].map((key) => byName.load(key))),
    ]);
    expect([...rows, ...named].map((row) => row?.id)).toEqual(["1", "2", "3", "3", "4", "5"]);
    expect(calls()).toEqual(["page 0"]);
  });

  test("keeps what is fresh when the list fails", async () => {
    const isDown = { now: false };
    const { byId, calls, operation } = loadersOver({
      listed: rowsUpTo(30),
      pageSize: 4,
      fails: () => isDown.now,
    });
    await byId.load("9");
    isDown.now = true;
    const later = operation().byId;
    const settled = await Promise.allSettled(["8", "9", "10"].map((key) => later.load(key)));
    expect(settled).toMatchObject([page, { value: { id: "9" } }, page]);
    expect(calls()).toEqual(["point 9", "page 0"]);
  });

  test("answers a primed row without a call, and forgets it with the rest", async () => {
    const { byId, calls } = loadersOver({ listed: rowsUpTo(3), pageSize: 5 });
    byId.prime("7", { id: "7", group: "primed" });
    expect(await byId.load("7")).toEqual({ id: "7", group: "primed" });
    expect(calls()).toEqual([]);
    byId.clearAll();
    expect(await byId.load("7")).toBeNull();
    expect(calls()).toEqual(["point 7"]);
  });
});

describe("a loader by index", () => {
  test("gives all rows of a key in upstream order, and none for a key without", async () => {
    const { inGroup, firstInGroup, calls } = loadersOver({ listed: rowsUpTo(7), pageSize: 3 });
    const [rows, none, first, nobody] = await Promise.all([
      inGroup.load("g0"),
      inGroup.load("other"),
      firstInGroup.load("g2"),
      firstInGroup.load("other"),
    ]);
    expect([ids(rows), none, first?.id, nobody]).toEqual([["1", "4", "7"], [], "3", null]);
    expect(calls()).toEqual(["page 0", "page 3", "page 6"]);
  });

  test("does not take a list for empty that a write emptied while it was read", async () => {
    const { inGroup, firstInGroup, calls, write } = loadersOver({ listed: rowsUpTo(4), pageSize: 2 });
    const rows = inGroup.load("g0");
    const first = firstInGroup.load("g1");
    await write(() => {});
    expect([ids(await rows), (await first)?.id]).toEqual([["1", "4"], "2"]);
    expect(calls().filter((call) => call === "page 0").length).toBe(2);
  });

  test("fails as its list does", async () => {
    const { inGroup, calls } = loadersOver({
      listed: rowsUpTo(4),
      pageSize: 2,
      fails: (call) => call === "page 2",
    });
    await expect(inGroup.load("g0")).rejects.toMatchObject(page.reason);
    expect(calls()).toEqual(["page 0", "page 2"]);
  });
});

test("only what does not exist is null; every other failure stays one", async () => {
  expect(await orNull(Promise.resolve(0))).toBe(0);
  expect(await orNull(Promise.reject(new GatewayError("NOT_FOUND", "gone")))).toBeNull();
  await expect(orNull(Promise.reject(new GatewayError("FORBIDDEN", "no")))).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  await expect(orNull(Promise.reject(new TypeError("NOT_FOUND")))).rejects.toThrow(TypeError);
});

test("of a batch each answer is its value or an error of its own, whatever was thrown", async () => {
  const failure = new GatewayError("CONFLICT", "taken");
  expect(
    await settle([
      Promise.resolve(1),
      Promise.reject(failure),
      Promise.reject("text"),
      Promise.resolve(null),
    ]),
  ).toEqual([1, failure, new Error("text"), null]);
});

test("rows are grouped by key in their order, keys like names of methods included", () => {
  const rows = ["a", "__proto__", "b", "constructor", "a"].map((key, at) => ({ key, at }));
  const groups = groupBy(rows, ({ key }) => key);
  expect([...groups.keys()]).toEqual(["a", "__proto__", "b", "constructor"]);
  expect(groups.get("a")).toEqual([
    { key: "a", at: 0 },
    { key: "a", at: 4 },
  ]);
});
