import { describe, expect, test, vi } from "vitest";
import { byId, type KeysOf } from "../../src/lists/indexed-rows.ts";
import { newListStatistics } from "../../src/lists/statistics.ts";
import { manyByField } from "../../src/loaders/many-by-field.ts";
import { oneByKey } from "../../src/loaders/one-by-key.ts";
import { directory, noCache } from "../../src/rest/cache-policy.ts";
import { listUpstream, point, type Row, rowCountOf, rowsUpTo } from "../loaders/list-upstream.ts";
import { settled } from "../support/clock.ts";

/** A list of three pages of ten, with a loader by group and how many rows it has looked at. */
function shared() {
  const listed = rowsUpTo(30);
  const upstream = listUpstream({ listed, pageSize: 10 });
  let looked = 0;
  const byGroup: KeysOf<Row> = ({ group }) => {
    looked += 1;
    return [group];
  };
  const inGroup = manyByField(upstream.definition, byGroup);
  return {
    ...upstream,
    listed,
    /** Makes an operation ask for a group. */
    async ask(group: string, operation = upstream.operation()) {
      const rows = await operation.scope.of(inGroup).load(group);
      await settled();
      return rows;
    },
    looks() {
      const since = looked;
      looked = 0;
      return since;
    },
  };
}

const pages = ["page 0", "page 10", "page 20"];
const ofGroup = (rows: readonly Row[], name: string) => rows.filter(({ group }) => group === name);

describe("a list that another operation has read", () => {
  test("is taken over with its indexes: no call is made and no row is looked at", async () => {
    const { ask, calls, listed, looks, operation } = shared();
    await ask("g0");
    expect([calls(), looks()]).toEqual([pages, 30]);
    const later = operation();
    const prepared = vi.spyOn(later.scope.call, "read");
    expect(await ask("g1", later)).toEqual(ofGroup(listed, "g1"));
    expect([calls(), looks()]).toEqual([[], 0]);
    expect(later.servedFrom()).toEqual(Array(3).fill("GET /rows fresh"));
    // The first page tells the others.
    expect(prepared).toHaveBeenCalledTimes(1);
  });

  test("is there without waiting", async () => {
    const { ask, calls, operation } = shared();
    await ask("g0");
    const { list } = operation();
    list.readFresh();
    expect([list.isComplete(), list.seen(byId, "30")?.id, calls()]).toEqual([true, "30", pages]);
  });

  test("answers one key without a call", async () => {
    const { ask, calls, definition, operation } = shared();
    await ask("g0");
    calls();
    const { scope } = operation();
    expect(await scope.of(oneByKey(definition, byId, point)).load("27")).toEqual({ id: "27", group: "g2" });
    expect(calls()).toEqual([]);
  });

  test("is not indexed anew when it is read anew and has not changed", async () => {
    const { ask, calls, clock, listed, looks } = shared();
    await ask("g0");
    await clock.advance(directory.freshMs);
    calls();
    looks();
    // The first is given the old answers while they are replaced, the second the new ones.
    for (const asked of [pages, []]) {
      expect(await ask("g1")).toEqual(ofGroup(listed, "g1"));
      expect([calls(), looks()]).toEqual([asked, 0]);
    }
  });

  test("is not taken over when one page of it has been replaced", async () => {
    const { ask, calls, clock, listed, looks } = shared();
    await ask("g0");
    listed[29] = { id: "30", group: "g0" };
    await clock.advance(directory.staleWhileRevalidateMs);
    calls();
    looks();
    expect(await ask("g0")).toEqual(ofGroup(listed, "g0"));
    expect([calls(), looks()]).toEqual([pages, 30]);
    expect(await ask("g2")).toEqual(ofGroup(listed, "g2"));
    expect([calls(), looks()]).toEqual([[], 0]);
  });

  test("is read anew by an operation that wants fresh data, and then shared with the next one", async () => {
    const { ask, calls, listed, operation } = shared();
    await ask("g0");
    listed[29] = { id: "30", group: "g0" };
    calls();
    for (const asked of [pages, []]) {
      const accepts = asked.length > 0 ? noCache : undefined;
      expect(await ask("g0", operation(newListStatistics(), accepts))).toEqual(ofGroup(listed, "g0"));
      expect(calls()).toEqual(asked);
    }
  });

  test("is forgotten by the operation that writes, not by others", async () => {
    const { ask, calls, listed, operation } = shared();
    const [reader, writer] = [operation(), operation()];
    const before = await ask("g0", reader);
    await ask("g0", writer);
    calls();
    await writer.write(() => {
      listed[0] = { id: "1", group: "g1" };
    });
    expect(await ask("g0", reader)).toBe(before);
    expect(calls()).toEqual([]);
    expect(await ask("g0", writer)).toEqual(ofGroup(listed, "g0"));
    expect(calls()).toEqual(pages);
    expect(await ask("g0")).toEqual(ofGroup(listed, "g0"));
    expect(calls()).toEqual([]);
  });
});

test("a page that becomes fresh while it is read is taken once", async () => {
  for (let moments = 0; moments < 8; moments += 1) {
    const { calls, listed, operation } = shared();
    await operation().list.readNext();
    const { list } = operation();
    const next = list.readNext();
    for (let moment = 0; moment < moments; moment += 1) await Promise.resolve();
    list.readFresh();
    await next;
    expect([list.seen(byId, "11"), calls()]).toEqual([undefined, ["page 0"]]);
    expect(await list.all()).toEqual(listed);
  }
});

describe("a list that another operation is reading", () => {
  test("answers one key without a call", async () => {
    const { calls, definition, operation } = shared();
    const walk = operation().list.all();
    const loader = operation().scope.of(oneByKey(definition, byId, point));
    expect(await loader.load("7")).toEqual({ id: "7", group: "g0" });
    await walk;
    expect(calls()).toEqual(pages);
  });

  test("costs no more than the pages that nobody has asked for", async () => {
    const { calls, definition, operation } = shared();
    const reader = operation();
    const { slices } = definition;
    const others = [10, 20].map((offset) => slices.read(reader.scope.call, { limit: 10, offset }));
    const loader = operation(rowCountOf(30)).scope.of(oneByKey(definition, byId, point));
    const found = await Promise.all(["7", "17"].map((key) => loader.load(key)));
    expect(found.map((row) => row?.id)).toEqual(["7", "17"]);
    await Promise.all(others);
    expect(calls().toSorted()).toEqual(pages.toSorted());
  });
});

test("two operations that read a list at once share each page and each keep their own place in it", async () => {
  const { calls, listed, operation } = shared();
  const [one, other] = [operation().list, operation().list];
  await Promise.all([one.readNext(), other.all()]);
  expect([one.isComplete(), other.isComplete()]).toEqual([false, true]);
  expect([one.seen(byId, "10")?.id, one.seen(byId, "11")]).toEqual(["10", undefined]);
  await one.readAtHand();
  expect(await one.all()).toEqual(listed);
  expect(await one.all()).toBe(await other.all());
  expect(calls()).toEqual(pages);
});
