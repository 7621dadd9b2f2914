import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listOver, type Row, rowsUpTo } from "./list-upstream.ts";

const ids = (rows: readonly Row[]) => rows.map(({ id }) => id);

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
