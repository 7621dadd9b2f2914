import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GatewayError } from "../../src/errors.ts";
import { groupBy } from "../../src/loaders/group-by.ts";
import { type ListSizes, pagedList } from "../../src/loaders/paged-list.ts";
import {
  byIndex,
  byKey,
  filteredBy,
  fromCollection,
  oneByIndex,
  orNull,
  settle,
} from "../../src/loaders/shapes.ts";
import { type ListBehaviour, listUpstream, type Row, rowsUpTo } from "./list-upstream.ts";

/** Loaders over one list of one upstream; `known` is its size as remembered from earlier. */
function loadersOver(behaviour: ListBehaviour, known?: number) {
  const upstream = listUpstream(behaviour);
  const sizes: ListSizes = new Map(known === undefined ? [] : [["rows", known]]);
  const list = pagedList(upstream.source, sizes);
  return {
    calls: upstream.calls,
    list,
    byId: byKey({ list, key: "id", keysOf: ({ id }) => [id], point: upstream.point }),
    inGroup: byIndex(list, "group", ({ group }) => [group]),
    firstInGroup: oneByIndex(list, "group", ({ group }) => [group]),
  };
}

const ids = (rows: readonly Row[]) => rows.map(({ id }) => id);
const unavailable = (message: string) => ({
  status: "rejected",
  reason: { code: "UPSTREAM_UNAVAILABLE", message },
});

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
      unavailable("point 2 failed"),
      unavailable("point none failed"),
      { value: null },
      { value: { id: "3" } },
    ]);
    expect(calls().length).toBe(5);
  });

  test("gives each key that a failed list did not show its error, without a point read", async () => {
    const fails = (call: string) => call === "page 4";
    const { byId, calls } = loadersOver({ listed: rowsUpTo(30), pageSize: 4, fails });
    const settled = await Promise.allSettled(["1", "9", "3", "10", "11"].map((key) => byId.load(key)));
    expect(settled).toMatchObject([
      { value: { id: "1" } },
      unavailable("page 4 failed"),
      { value: { id: "3" } },
      unavailable("page 4 failed"),
      unavailable("page 4 failed"),
    ]);
    expect(calls()).toEqual(["page 0", "page 4"]);
  });

  test("asks a list that failed for one batch anew for the next", async () => {
    let broken = true;
    const { byId, calls } = loadersOver({ listed: rowsUpTo(8), pageSize: 4, fails: () => broken }, 8);
    const load = (...keys: string[]) => Promise.allSettled(keys.map((key) => byId.load(key)));
    expect(await load("1", "2", "3")).toMatchObject(Array(3).fill({ status: "rejected" }));
    broken = false;
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

  test("shares pages with another loader of the same list", async () => {
    const upstream = listUpstream({ listed: rowsUpTo(20), pageSize: 5 });
    const list = pagedList(upstream.source, new Map());
    const byId = byKey({ list, key: "id", keysOf: ({ id }) => [id], point: upstream.point });
    const byName = byKey({ list, key: "name", keysOf: ({ id }) => [`row ${id}`], point: upstream.point });
    const [rows, named] = await Promise.all([
      Promise.all(["1", "2", "3"].map((key) => byId.load(key))),
      Promise.all(["row 3", "row 4", "row 5"].map((key) => byName.load(key))),
    ]);
    expect([...rows, ...named].map((row) => row?.id)).toEqual(["1", "2", "3", "3", "4", "5"]);
    expect(upstream.calls()).toEqual(["page 0"]);
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
    const { inGroup, firstInGroup, list, calls } = loadersOver({ listed: rowsUpTo(4), pageSize: 2 });
    const rows = inGroup.load("g0");
    const first = firstInGroup.load("g1");
    await Promise.resolve();
    list.clearAll();
    expect([ids(await rows), (await first)?.id]).toEqual([["1", "4"], "2"]);
    expect(calls().filter((call) => call === "page 0").length).toBe(2);
  });

  test("fails as its list does", async () => {
    const { inGroup, calls } = loadersOver({
      listed: rowsUpTo(4),
      pageSize: 2,
      fails: (call) => call === "page 2",
    });
    await expect(inGroup.load("g0")).rejects.toMatchObject({ message: "page 2 failed" });
    expect(calls()).toEqual(["page 0", "page 2"]);
  });
});

describe("a small collection", () => {
  const collection = () => {
    const calls: string[] = [];
    const rows = rowsUpTo(3);
    const loader = fromCollection(async () => {
      calls.push("all");
      return rows;
    });
    return { loader, calls, rows };
  };

  test("is read once for all keys, in one tick or many, and null stands for what is not in it", async () => {
    const { loader, calls } = collection();
    const rows = await Promise.all(["2", "none", "1", "2"].map((id) => loader.load(id)));
    expect(rows.map((row) => row?.id ?? null)).toEqual(["2", null, "1", "2"]);
    expect(ids(await loader.all())).toEqual(["1", "2", "3"]);
    expect([(await loader.load("3"))?.id, calls]).toEqual(["3", ["all"]]);
  });

  test("is not read for rows that came along with something else", async () => {
    const { loader, calls } = collection();
    loader.prime("2", { id: "2", group: "side-loaded" });
    expect([await loader.load("2"), calls]).toEqual([{ id: "2", group: "side-loaded" }, []]);
    expect(ids(await loader.all())).toEqual(["1", "2", "3"]);
  });

  test("is read anew after a write, and what came along before it is forgotten", async () => {
    const { loader, calls, rows } = collection();
    loader.prime("9", { id: "9", group: "side-loaded" });
    await loader.all();
    rows.splice(0, 3, { id: "4", group: "g" });
    loader.clearAll();
    expect([ids(await loader.all()), await loader.load("9"), calls]).toEqual([["4"], null, ["all", "all"]]);
  });

  test("fails each of its keys as its read did", async () => {
    const loader = fromCollection<Row>(() => Promise.reject(new GatewayError("UPSTREAM_TIMEOUT", "late")));
    const settled = await Promise.allSettled([loader.load("1"), loader.load("2"), loader.all()]);
    expect(settled).toMatchObject(Array(3).fill({ reason: { code: "UPSTREAM_TIMEOUT", message: "late" } }));
  });
});

describe("a filtered list", () => {
  interface Key {
    readonly group: string;
    readonly day: number;
  }
  const nameOf = ({ group, day }: Key) => `${group} ${day}`;

  test("is asked for the keys of a tick at once, each key once, and answers by key", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ group: fc.constantFrom("a", "b", "c"), day: fc.nat({ max: 2 }) }), {
          minLength: 1,
          maxLength: 9,
        }),
        async (keys) => {
          const calls: string[][] = [];
          const loader = filteredBy<Key, Row>(async (wanted) => {
            calls.push(wanted.map(nameOf));
            // In another order, with rows that nobody asked for, and nothing of the third group.
            const found = [...wanted, { group: "z", day: 9 }].filter(({ group }) => group !== "c").reverse();
            return new Map(found.map((key) => [nameOf(key), [{ id: nameOf(key), group: key.group }]]));
          }, nameOf);
          const rows = await Promise.all(keys.map((key) => loader.load({ ...key })));
          expect(rows.map(ids)).toEqual(keys.map((key) => (key.group === "c" ? [] : [nameOf(key)])));
          expect(calls).toEqual([[...new Set(keys.map(nameOf))]]);
        },
      ),
      { numRuns: 50 },
    );
  });

  test("is asked anew after a write", async () => {
    let calls = 0;
    const loader = filteredBy<string, number>(
      async (keys) => {
        calls += 1;
        return new Map(keys.map((key) => [key, [calls]]));
      },
      (key) => key,
    );
    expect([await loader.load("a"), await loader.load("a")]).toEqual([[1], [1]]);
    loader.clearAll();
    expect([await loader.load("a"), calls]).toEqual([[2], 2]);
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
