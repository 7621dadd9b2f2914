import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byId } from "../../src/lists/indexed-rows.ts";
import type { Range } from "../../src/lists/range.ts";
import { newListStatistics } from "../../src/lists/statistics.ts";
import { nextStep, nextStepToGroups, pagesAtOnce } from "../../src/loaders/access-planner.ts";
import { oneByKey } from "../../src/loaders/one-by-key.ts";
import { callBounds } from "../../src/loaders/strategies/call-bounds.ts";
import { gateway } from "../support/gateway.ts";
import { type ListBehaviour, listUpstream, point, type Row, rowCountOf, rowsUpTo } from "./list-upstream.ts";

/** A table to load from, and the keys that are wanted of it. */
interface Case {
  readonly listed: readonly Row[];
  readonly archived: readonly Row[];
  readonly pageSize: number;
  /** Keys that no read shows among them. */
  readonly keys: readonly string[];
}

const cases: fc.Arbitrary<Case> = fc
  .record({
    count: fc.integer({ min: 0, max: 80 }),
    archivedCount: fc.integer({ min: 0, max: 10 }),
    pageSize: fc.integer({ min: 1, max: 25 }),
    picks: fc.uniqueArray(fc.nat({ max: 99 }), { minLength: 1, maxLength: 40 }),
  })
  .map(({ count, archivedCount, pageSize, picks }) => {
    const all = rowsUpTo(count + archivedCount);
    const archived = all.splice(count);
    return { listed: all, archived, pageSize, keys: picks.map((pick) => String(pick + 1)) };
  });

/** A loader over an upstream; `known` is the size of its list as remembered from earlier. */
function loaderOver(behaviour: ListBehaviour, known?: number) {
  const upstream = listUpstream(behaviour);
  const statistics = rowCountOf(known);
  const { access, create } = oneByKey(upstream.definition, byId, point);
  return { calls: upstream.calls, access, loader: create(upstream.operation(statistics).scope) };
}

/** What any access path must answer: the row of each key in the order of the keys, null where there is none. */
const rowsOf = ({ listed, archived, keys }: Case) =>
  keys.map((key) => [...listed, ...archived].find(({ id }) => id === key) ?? null);

const pagesOf = ({ listed, pageSize }: Case) => Math.max(1, Math.ceil(listed.length / pageSize));
const unlisted = ({ listed, keys }: Case) =>
  keys.filter((key) => !listed.some(({ id }) => id === key)).length;

/** Calls of the best plan for one who knows beforehand where each row stands: some pages, then point reads. */
function bestInHindsight(table: Case): number {
  const { listed, pageSize, keys } = table;
  const plans = Array.from({ length: pagesOf(table) + 1 }, (_, pages) => {
    const shown = new Set(listed.slice(0, pages * pageSize).map(({ id }) => id));
    return pages + keys.filter((key) => !shown.has(key)).length;
  });
  return Math.min(...plans);
}

const countOf = ({ keys }: Case): Range => ({ least: keys.length, most: keys.length });

function expectWithin(calls: number, { least, most }: Range): void {
  expect(calls).toBeGreaterThanOrEqual(least);
  expect(calls).toBeLessThanOrEqual(most);
}

describe("a batch of keys", () => {
  test("of a list whose size is known costs at most keys or pages, and one point read for each key not listed", async () => {
    await fc.assert(
      fc.asyncProperty(cases, fc.boolean(), async (table, statesTotal) => {
        const { access, loader, calls } = loaderOver({ ...table, statesTotal }, table.listed.length);
        const answers = await Promise.all(table.keys.map((key) => loader.load(key)));
        expect(answers).toEqual(rowsOf(table));
        const asked = calls();
        expect(new Set(asked).size).toBe(asked.length);
        expect(asked.length).toBeLessThanOrEqual(
          Math.min(table.keys.length, pagesOf(table)) + unlisted(table),
        );
        const facts = { statistics: rowCountOf(table.listed.length), arePointsQueued: false };
        expectWithin(asked.length, callBounds(access, countOf(table), facts));
      }),
      { numRuns: 200 },
    );
  });

  test("of a list whose size is unknown costs at most twice the best in hindsight", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (table) => {
        const { access, loader, calls } = loaderOver(table);
        const answers = await Promise.all(table.keys.map((key) => loader.load(key)));
        expect(answers).toEqual(rowsOf(table));
        const asked = calls();
        expect(new Set(asked).size).toBe(asked.length);
        expect(asked.length).toBeLessThanOrEqual(2 * bestInHindsight(table));
        expectWithin(
          asked.length,
          callBounds(access, countOf(table), { statistics: newListStatistics(), arePointsQueued: false }),
        );
      }),
      { numRuns: 200 },
    );
  });

  test("of a list that states its total on the first page costs that page more at most", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (table) => {
        const { loader, calls } = loaderOver({ ...table, statesTotal: true });
        const answers = await Promise.all(table.keys.map((key) => loader.load(key)));
        expect(answers).toEqual(rowsOf(table));
        const most = Math.min(table.keys.length + 1, pagesOf(table)) + unlisted(table);
        expect(calls().length).toBeLessThanOrEqual(most);
      }),
      { numRuns: 120 },
    );
  });

  test("is answered alike whatever is remembered, however pages are clamped, and whatever was asked before", async () => {
    await fc.assert(
      fc.asyncProperty(
        cases,
        fc.option(fc.nat({ max: 120 })),
        fc.integer({ min: 1, max: 25 }),
        fc.boolean(),
        fc.nat({ max: 40 }),
        async (table, remembered, clamp, statesTotal, split) => {
          const { loader, calls } = loaderOver({ ...table, clamp, statesTotal }, remembered ?? undefined);
          const answers = [
            ...(await Promise.all(table.keys.slice(0, split).map((key) => loader.load(key)))),
            ...(await Promise.all(table.keys.slice(split).map((key) => loader.load(key)))),
          ];
          expect(answers).toEqual(rowsOf(table));
          const asked = calls();
          expect(new Set(asked).size).toBe(asked.length);
        },
      ),
      { numRuns: 120 },
    );
  });

  test("of one key is one point read, and the second time none", async () => {
    const { loader, calls } = loaderOver({ listed: rowsUpTo(3), pageSize: 100 });
    expect([await loader.load("2"), await loader.load("2")]).toEqual([
      { id: "2", group: "g1" },
      { id: "2", group: "g1" },
    ]);
    expect(calls()).toEqual(["point 2"]);
  });

  test("is read by itself where it is as cheap as the list, since only that proves absence", async () => {
    const { loader, calls } = loaderOver({ listed: rowsUpTo(20), pageSize: 10 }, 20);
    expect(await Promise.all(["1", "15"].map((key) => loader.load(key)))).toHaveLength(2);
    expect(calls()).toEqual(["point 1", "point 15"]);
  });

  test("looks again at a list that was empty the last time", async () => {
    const { loader, calls } = loaderOver({ listed: rowsUpTo(20), pageSize: 100 }, 0);
    const answers = await Promise.all(["3", "4", "5"].map((key) => loader.load(key)));
    expect(answers.map((row) => row?.id)).toEqual(["3", "4", "5"]);
    expect(calls()).toEqual(["page 0"]);
  });

  test("reads on in a list that has grown only while that may pay", async () => {
    const { loader, calls } = loaderOver({ listed: rowsUpTo(100), pageSize: 10 }, 10);
    const answers = await Promise.all(["95", "96", "97"].map((key) => loader.load(key)));
    expect(answers.map((row) => row?.id)).toEqual(["95", "96", "97"]);
    expect(calls()).toEqual(["page 0", "page 10", "page 20", "point 95", "point 96", "point 97"]);
  });

  test("needs no call for what a list has shown already", async () => {
    const { loader, calls } = loaderOver({ listed: rowsUpTo(20), pageSize: 10 }, 20);
    await Promise.all(["1", "11", "15"].map((key) => loader.load(key)));
    expect(calls()).toEqual(["page 0", "page 10"]);
    expect(await loader.load("7")).toEqual({ id: "7", group: "g0" });
    expect(calls()).toEqual([]);
  });
});

describe("the next step", () => {
  const facts = fc.record({
    missing: fc.nat({ max: 50 }),
    callsSpent: fc.nat({ max: 50 }),
    callsLeft: fc.option(fc.nat({ max: 50 }), { nil: undefined }),
    arePointsQueued: fc.boolean(),
  });

  test("reads nothing of a list, however little it costs, when no key is missing", () => {
    expect(nextStep({ missing: 0, callsSpent: 0, callsLeft: 0, arePointsQueued: true })).toBe("points");
  });

  test("never reads pages that cost more than the keys they may show", () => {
    fc.assert(
      fc.property(facts, (known) => {
        const { missing, callsSpent, callsLeft, arePointsQueued } = known;
        const step = nextStep(known);
        const worth = arePointsQueued ? missing + 1 : missing;
        if (step === "restOfList") expect(callsLeft).toBeLessThan(worth);
        if (step === "nextPages") expect([callsLeft, callsSpent < missing]).toEqual([undefined, true]);
        if (missing === 0) expect(step).toBe("points");
      }),
    );
  });

  test("reads no more pages at once than were read before, or one, and none that cannot pay", () => {
    fc.assert(
      fc.property(facts, (known) => {
        const { missing, callsSpent, callsLeft } = known;
        if (nextStep(known) === "points") return;
        const pages = pagesAtOnce(known);
        expect(pages).toBeGreaterThan(0);
        expect(pages).toBeLessThanOrEqual(Math.max(1, callsSpent / 4));
        expect(pages).toBeLessThanOrEqual(Math.max(1, callsLeft ?? missing - callsSpent));
      }),
    );
  });

  test("towards groups is no page while rows are known to tell nothing, and one while nobody knows", () => {
    const choices = fc.record({
      areTold: fc.option(fc.boolean(), { nil: undefined }),
      probes: fc.boolean(),
      isInOrder: fc.boolean(),
    });
    fc.assert(
      fc.property(facts, choices, (known, choice) => {
        const { areTold, probes, isInOrder } = choice;
        const step = nextStepToGroups(known, choice);
        if (areTold === false || (areTold === undefined && !probes)) expect(step).toBe("points");
        if (areTold === undefined || isInOrder) expect(step).not.toBe("restOfList");
        if (known.missing === 1 && known.callsLeft === undefined) expect(step).toBe("points");
        if (nextStep(known) === "points") expect(step).toBe("points");
      }),
    );
  });

  test.each([
    ["one key of a list of one page", { missing: 1, callsSpent: 0, callsLeft: 1 }, "points", "restOfList"],
    ["three keys of three pages", { missing: 3, callsSpent: 0, callsLeft: 3 }, "points", "restOfList"],
    ["three keys of four pages", { missing: 3, callsSpent: 0, callsLeft: 4 }, "points", "points"],
    [
      "one key of nobody knows how many",
      { missing: 1, callsSpent: 0, callsLeft: undefined },
      "points",
      "nextPages",
    ],
    ["a page that showed one of two", { missing: 1, callsSpent: 1, callsLeft: 1 }, "points", "points"],
  ] as const)(
    "towards %s is a point read, and where these stand in line what all who wait can share",
    (_, known, free, queued) => {
      expect(nextStep({ ...known, arePointsQueued: false })).toBe(free);
      expect(nextStep({ ...known, arePointsQueued: true })).toBe(queued);
    },
  );
});

test("any mixture of listed, archived and unknown organizations is answered in order, in few calls", async () => {
  const { sandbox } = gateway();
  const rows = sandbox.data.web1on1.organizations;
  const pool = [...rows.map(({ id }) => id), "0".repeat(24), "f".repeat(24)];
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.nat({ max: pool.length - 1 }), { minLength: 1, maxLength: 12 }),
      async (picks) => {
        const { query, calls } = gateway();
        const ids = picks.map((pick) => pool[pick] ?? "");
        const data = await query(
          "query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Organization { sourceId } } }",
          {
            ids: ids.map((id) => `gid://web1on1/Organization/${id}`),
          },
        );
        const row = (id: string) => rows.find((one) => one.id === id);
        expect(data.nodes).toEqual(ids.map((id) => (row(id) ? { sourceId: id } : null)));
        const asked = calls();
        const points = ids.map((id) => `web1on1 GET /organizations/${id}`);
        const hidden = points.filter(
          (_, place) => (row(ids[place] ?? "")?.status ?? "archived") === "archived",
        );
        const pages = asked.filter((call) => call === "web1on1 GET /organizations").length;
        expect(asked.slice(pages).every((call) => points.includes(call))).toBe(true);
        expect(asked.length).toBeLessThanOrEqual(2 * Math.min(ids.length, 1 + hidden.length));
      },
    ),
    { numRuns: 6 },
  );
});
