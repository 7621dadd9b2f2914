import { describe, expect, test } from "vitest";
import { slidingWindow } from "../../src/rest/limits/windows.ts";
import { groupsOf, ownCall, part } from "./groups.ts";
import { type ListBehaviour, rowsUpTo } from "./list-upstream.ts";

/** So many parts of groups, none alike. */
const parts = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => part(`g${(from + at) % 3}`, from + at, 1));
const own = (count: number, from = 0) => parts(count, from).map(ownCall).toSorted();
const pages = (count: number) => Array.from({ length: count }, (_, at) => `page ${at * 10}`);

/** Asks for parts in an operation, after which nothing is kept: its calls, with those for pages first. */
function asker(behaviour: Partial<ListBehaviour>, isInOrder = false) {
  const made = groupsOf({ listed: rowsUpTo(900), pageSize: 10, ...behaviour }, { told: true, isInOrder });
  return async (wanted: ReturnType<typeof parts>) => {
    const { loader } = made.operation();
    const answers = await Promise.allSettled(wanted.map((slice) => loader.load(slice)));
    await made.clock.advance(600_000);
    const calls = made.calls();
    return {
      pages: calls.filter((call) => call.startsWith("page")),
      own: calls.filter((call) => call.startsWith("own")).toSorted(),
      failed: answers.filter(({ status }) => status === "rejected").length,
    };
  };
}

describe("a list of unknown length of which all is needed", () => {
  test("is looked at where it would not pay any more, and read in ever more pages at once if it ends before", async () => {
    const made = groupsOf({ listed: rowsUpTo(500), pageSize: 10 }, { told: true });
    const { load, list } = made.operation();
    const rounds: number[] = [];
    const { readNext } = list;
    list.readNext = (count = 1) => {
      rounds.push(count);
      return readNext(count);
    };
    await load(parts(60));
    const calls = made.calls();
    expect(calls.slice(0, 9)).toEqual([...pages(8), "page 600"]);
    // One of them is behind the end, too.
    expect(calls.slice(9)).toEqual(pages(51).slice(8));
    expect(rounds).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 3, 4, 5, 6, 8, 10]);
  });

  test("is given up if it goes on there, and not tried again for so many parents", async () => {
    const ask = asker({});
    expect(await ask(parts(60))).toEqual({ pages: [...pages(8), "page 600"], own: own(60), failed: 0 });
    expect(await ask(parts(60))).toEqual({ pages: [], own: own(60), failed: 0 });
    expect(await ask(parts(20))).toEqual({ pages: [], own: own(20), failed: 0 });
    expect(await ask(parts(80))).toEqual({ pages: [...pages(8), "page 800"], own: own(80), failed: 0 });
    const all = await ask(parts(100));
    // One is the look behind a hundred pages, and seven of those that are read side by side are behind the end.
    expect([all.pages.length, all.own]).toEqual([90 + 1 + 7, []]);
    // By now its length is known.
    expect(await ask(parts(91))).toEqual({ pages: pages(90), own: [], failed: 0 });
    expect(await ask(parts(90))).toEqual({ pages: [], own: own(90), failed: 0 });
  });

  test("is read after all once its length is known and pays", async () => {
    const listed = rowsUpTo(900);
    const made = groupsOf({ listed, pageSize: 10 }, { told: true });
    const ask = async () => {
      await made.operation().load(parts(60));
      await made.clock.advance(600_000);
      return made.calls().length;
    };
    expect(await ask()).toBe(9 + 60);
    listed.splice(300);
    await made.operation().list.all();
    await made.clock.advance(600_000);
    expect([made.calls(), await ask()]).toEqual([pages(30), 30]);
  });

  test("counts as too long if the upstream does not say", async () => {
    const refuses = asker({ fails: (call) => call === "page 600" && 400 });
    expect(await refuses(parts(60))).toMatchObject({ own: own(60), failed: 0 });
    expect(await refuses(parts(60))).toMatchObject({ pages: [], own: own(60) });
    const fails = asker({ fails: (call) => call === "page 600" && 401 });
    expect(await fails(parts(60))).toEqual({ pages: [...pages(8), "page 600"], own: [], failed: 60 });
  });
});

describe("a list of unknown length of which the first pages may do", () => {
  // No group has so many rows.
  const never = 300;

  test("is read while that may pay, and not tried again for so many parents if it has not", async () => {
    const ask = asker({}, true);
    expect(await ask(parts(30, never))).toEqual({ pages: pages(30), own: own(30, never), failed: 0 });
    expect(await ask(parts(30))).toEqual({ pages: [], own: own(30), failed: 0 });
    // Of more it shows enough of most, in few pages; that changes nothing for fewer.
    expect(await ask(parts(40))).toEqual({ pages: pages(10), own: own(8, 32), failed: 0 });
    expect(await ask(parts(30))).toEqual({ pages: [], own: own(30), failed: 0 });
    expect(await ask(parts(40))).toMatchObject({ pages: pages(10), own: own(8, 32) });
  });

  test("is given up for reads of each parent while there is time for them, if it is too long", async () => {
    const limits = [slidingWindow({ calls: 10, windowMs: 1_000 })];
    const made = groupsOf(
      { listed: rowsUpTo(900), pageSize: 10, limits },
      { told: true, isInOrder: true, probes: false },
    );
    const ask = async () => {
      const answers = made.operation().load(parts(60, never));
      await made.clock.advance(10_000);
      expect(await answers).toEqual(parts(60).map(() => ({ ids: [], hasNextPage: false })));
      const calls = made.calls();
      await made.clock.advance(600_000);
      return {
        pages: calls.filter((call) => call.startsWith("page")),
        own: calls.filter((call) => call.startsWith("own")).toSorted(),
      };
    };
    const { pages: asked, own: read } = await ask();
    expect([read, asked.at(-1)]).toEqual([own(60, never), "page 600"]);
    expect(asked.slice(0, -1)).toEqual(pages(asked.length - 1));
    expect(await ask()).toEqual({ pages: [], own: own(60, never) });
  });

  test("is tried again where it paid in the end", async () => {
    const ask = asker({}, true);
    // They all end with the same row of a group, which stands on the fourteenth page.
    const wanted = Array.from({ length: 21 }, (_, at) => part(`g${at % 3}`, 20 + at, 24 - at));
    expect(await ask(wanted)).toEqual({ pages: pages(15), own: [], failed: 0 });
    expect(await ask(wanted)).toEqual({ pages: pages(15), own: [], failed: 0 });
  });

  test("is not tried again where it failed after it had not paid for long", async () => {
    const ask = asker({ fails: (call) => call === "page 120" && 401 }, true);
    expect(await ask(parts(20, never))).toMatchObject({ own: [], failed: 20 });
    expect(await ask(parts(20, never))).toEqual({ pages: [], own: own(20, never), failed: 0 });
    expect(await ask(parts(50, never))).toMatchObject({ own: [], failed: 50 });
    expect(await ask(parts(50, never))).toMatchObject({ own: [], failed: 50 });
  });
});
