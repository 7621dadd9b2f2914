import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byId, type KeysOf } from "../../src/lists/indexed-rows.ts";
import { listOver, type Row, rowsUpTo } from "../loaders/list-upstream.ts";

const ids = (rows: readonly Row[]) => rows.map(({ id }) => id);
const byGroup: KeysOf<Row> = ({ group }) => [group];
const refused = { code: "FORBIDDEN" };

describe("readers of one list in one operation", () => {
  test("read each page once between them, in whatever order they come", async () => {
    const reader = fc.constantFrom(
      "all" as const,
      "readNext" as const,
      "readAtHand" as const,
      "readKnown" as const,
    );
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
          for (const rows of seen) if (rows) expect(rows).toEqual(listed);
          const asked = calls();
          expect(new Set(asked).size).toBe(asked.length);
          const shown = listed.filter(({ id }) => list.seen(byId, id));
          expect(shown).toEqual(listed.slice(0, shown.length));
        },
      ),
      { numRuns: 80 },
    );
  });

  test("who ask for the next page at once share it", async () => {
    const { list, calls } = listOver({ listed: rowsUpTo(20), pageSize: 5 });
    await Promise.all([list.readNext(), list.readNext(), list.readNext()]);
    expect([list.seen(byId, "5")?.id, list.seen(byId, "6"), calls()]).toEqual(["5", undefined, ["page 0"]]);
    await list.readNext();
    expect([list.seen(byId, "10")?.id, list.seen(byId, "11"), calls()]).toEqual([
      "10",
      undefined,
      ["page 5"],
    ]);
  });

  test("who read all share one walk, and read nothing afterwards", async () => {
    const { list, calls } = listOver({ listed: rowsUpTo(20), pageSize: 10 });
    const both = Promise.all([list.all(), list.all()]);
    expect(list.fullRead()).toBeDefined();
    await both;
    expect(list.fullRead()).toBeUndefined();
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
    const both = [list.all(), list.all()];
    for (const one of both) await expect(one).rejects.toMatchObject(refused);
    expect([list.isComplete(), list.fullRead(), [...list.bodies()].length]).toEqual([false, undefined, 2]);
    broken = false;
    expect((await list.all()).length).toBe(20);
    expect(calls()).toEqual(["page 0", "page 5", "page 10", "page 10", "page 15"]);
  });

  test("are not held up by a next page that failed", async () => {
    let broken = true;
    const { list, calls } = listOver({ listed: rowsUpTo(4), pageSize: 5, fails: () => broken });
    await expect(list.readNext()).rejects.toMatchObject(refused);
    broken = false;
    await list.readNext();
    expect([list.isComplete(), calls()]).toEqual([true, ["page 0", "page 0"]]);
  });
});

describe("forgetting after a write", () => {
  test("reads everything anew", async () => {
    const listed = rowsUpTo(10);
    const { list, calls, write } = listOver({ listed, pageSize: 5 });
    await list.all();
    await write(() => listed.unshift({ id: "new", group: "g0" }));
    expect([[...list.bodies()], list.isComplete(), list.fullRead()]).toEqual([[], false, undefined]);
    expect(await list.all()).toEqual(listed);
    expect(list.seen(byId, "new")).toEqual(listed[0]);
    expect(calls().length).toBe(2 + 3);
  });

  test.each(["all", "readNext"] as const)("keeps a page out that was on its way (%s)", async (kind) => {
    const listed = rowsUpTo(10);
    const { list, calls, write } = listOver({ listed, pageSize: 5 });
    const before = list[kind]();
    await write(() => listed.shift());
    listed.push({ id: "new", group: "g0" });
    const after = list.all();
    await before;
    expect(ids(await after)).toEqual(ids(listed));
    expect(list.seen(byId, "1")).toBeUndefined();
    expect(calls().filter((call) => call === "page 0")).toHaveLength(2);
  });

  test("lets a walk that fails end nobody else's", async () => {
    let asked = 0;
    const firstFails = () => {
      asked += 1;
      return asked === 1;
    };
    const { list, calls, write } = listOver({ listed: rowsUpTo(10), pageSize: 5, fails: firstFails });
    const before = expect(list.all()).rejects.toMatchObject(refused);
    await write(() => {});
    const after = list.all();
    await before;
    expect((await Promise.all([after, list.all()])).map((rows) => rows.length)).toEqual([10, 10]);
    expect(calls()).toEqual(["page 0", "page 0", "page 5"]);
  });
});

describe("an index", () => {
  test("is by each key of each row, in their order, and follows the pages that come in", async () => {
    const { list } = listOver({ listed: rowsUpTo(7), pageSize: 4 });
    const keys: KeysOf<Row> = ({ group, id }) => [group, group, `id ${id}`];
    expect(list.listed(keys, "g0")).toEqual([]);
    await list.readNext();
    expect(ids(list.listed(keys, "g0"))).toEqual(["1", "4"]);
    await list.readNext();
    expect(ids(list.listed(keys, "g0"))).toEqual(["1", "4", "7"]);
    expect(ids(list.listed(keys, "id 5"))).toEqual(["5"]);
  });

  test("has of rows that slipped to a later page what the first page says", async () => {
    const rows = rowsUpTo(4);
    const listed = [...rows.slice(0, 2), { id: "1", group: "again" }, ...rows.slice(2)];
    const { list } = listOver({ listed, pageSize: 2 });
    const shown: unknown[] = [];
    while (!list.isComplete()) {
      await list.readNext();
      shown.push([list.listed(byGroup, "again"), list.seen(byGroup, "again"), list.listed(byGroup, "g0")]);
    }
    expect(shown).toEqual([
      [[], undefined, [rows[0]]],
      [[], undefined, [rows[0]]],
      [[], undefined, [rows[0], rows[3]]],
    ]);
    expect(await list.all()).toEqual(rows);
  });
});
