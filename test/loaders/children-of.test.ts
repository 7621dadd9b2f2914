import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ParentSlice } from "../../src/lists/keyed-read.ts";
import { newListStatistics } from "../../src/lists/statistics.ts";
import { callBounds } from "../../src/loaders/strategies/call-bounds.ts";
import { connection, pageRequest } from "../../src/resolving/pagination.ts";
import { directory } from "../../src/rest/cache-policy.ts";
import { childrenIn, groupsOf, ownCall, pagesIn, remembered } from "./groups.ts";
import type { Row } from "./list-upstream.ts";

/** Rows of groups, and the parts of some groups that are wanted at once. */
interface Case {
  readonly listed: readonly Row[];
  readonly pageSize: number;
  readonly wanted: readonly ParentSlice[];
}

const slices = fc.record({
  parent: fc.nat({ max: 14 }).map((group) => `g${group}`),
  offset: fc.nat({ max: 6 }),
  limit: fc.integer({ min: 1, max: 8 }),
});

const cases: fc.Arbitrary<Case> = fc
  .record({
    groups: fc.array(fc.nat({ max: 12 }), { maxLength: 80 }),
    pageSize: fc.integer({ min: 1, max: 25 }),
    wanted: fc.array(slices, { minLength: 1, maxLength: 25 }),
  })
  .map(({ groups, ...rest }) => ({
    ...rest,
    listed: groups.map((group, place) => ({ id: String(place + 1), group: `g${group}` })),
  }));

/** Which rows tell their groups: all, none, or most. */
const naming = fc.oneof(
  fc.constant(() => true),
  fc.constant(() => false),
  fc.integer({ min: 2, max: 9 }).map(
    (each) =>
      ({ id }: Row) =>
        Number(id) % each > 0,
  ),
);

const isPage = (call: string) => call.startsWith("page");
const pagesOfList = ({ listed, pageSize }: Case) => Math.max(1, Math.ceil(listed.length / pageSize));
const callsForEach = ({ wanted }: Pick<Case, "wanted">) => [...new Set(wanted.map(ownCall))].toSorted();

/** Calls of the best plan for one who knows beforehand what each page of the list shows. */
function bestInHindsight(table: Case, isInOrder: boolean): number {
  const { listed, pageSize, wanted } = table;
  const all = pagesOfList(table);
  const plans = Array.from({ length: all + 1 }, (_, pages) => {
    const shown = listed.slice(0, pages * pageSize);
    const isShown = (slice: ParentSlice) =>
      pages === all || (isInOrder && childrenIn(shown, slice).length > slice.offset + slice.limit);
    return pages + callsForEach({ wanted: wanted.filter((slice) => !isShown(slice)) }).length;
  });
  return Math.min(...plans);
}

const repeats = { numRuns: 120 };

describe("pages of the children of many parents", () => {
  test("are the same by either way, whatever is known, however pages are clamped, and whatever was asked before", async () => {
    const knowledge = fc.record({
      isInOrder: fc.boolean(),
      probes: fc.boolean(),
      size: fc.option(fc.nat({ max: 100 }), { nil: undefined }),
    });
    // Parts are asked for in no more rows than the upstream gives.
    const clamps = fc.integer({ min: 8, max: 25 });
    await fc.assert(
      fc.asyncProperty(
        cases,
        naming,
        knowledge,
        clamps,
        fc.nat({ max: 25 }),
        async (table, names, known, clamp, split) => {
          const { listed, wanted } = table;
          const { calls, operation } = groupsOf({ ...table, names, clamp }, known);
          const { load } = operation();
          const answers = [...(await load(wanted.slice(0, split))), ...(await load(wanted.slice(split)))];
          expect(answers).toEqual(pagesIn(listed, wanted));
          expect(await operation().load(wanted)).toEqual(answers);
          const asked = calls();
          expect(new Set(asked).size).toBe(asked.length);
        },
      ),
      repeats,
    );
  });

  test("of a list whose size is known cost at most a call for each, or one for each page of it", async () => {
    await fc.assert(
      fc.asyncProperty(cases, fc.boolean(), fc.boolean(), async (table, isInOrder, knows) => {
        const { listed, wanted } = table;
        const known = { size: listed.length, told: knows || undefined, isInOrder };
        const { access, calls, operation, statistics } = groupsOf(table, known);
        const keys = callsForEach(table).length;
        const { least, most } = callBounds(
          access,
          { least: keys, most: keys },
          { statistics, arePointsQueued: false },
        );
        expect(await operation().load(wanted)).toEqual(pagesIn(listed, wanted));
        const asked = calls();
        expect(new Set(asked).size).toBe(asked.length);
        expect(asked.length).toBeLessThanOrEqual(Math.min(keys, pagesOfList(table)));
        expect(asked.length).toBeGreaterThanOrEqual(least);
        expect(asked.length).toBeLessThanOrEqual(most ?? Number.POSITIVE_INFINITY);
      }),
      repeats,
    );
  });

  test("of a list whose size is unknown cost at most twice the best in hindsight", async () => {
    await fc.assert(
      fc.asyncProperty(cases, fc.boolean(), fc.boolean(), async (table, isInOrder, knows) => {
        const { listed, wanted } = table;
        const { access, calls, operation } = groupsOf(table, { told: knows || undefined, isInOrder });
        const keys = callsForEach(table).length;
        const { least, most } = callBounds(
          access,
          { least: keys, most: keys },
          { statistics: newListStatistics(), arePointsQueued: false },
        );
        expect(await operation().load(wanted)).toEqual(pagesIn(listed, wanted));
        const asked = calls();
        expect(new Set(asked).size).toBe(asked.length);
        expect(asked.length).toBeLessThanOrEqual(2 * bestInHindsight(table, isInOrder));
        expect(asked.length).toBeGreaterThanOrEqual(least);
        expect(asked.length).toBeLessThanOrEqual(most ?? Number.POSITIVE_INFINITY);
      }),
      repeats,
    );
  });

  test("whose rows do not tell their parents cost a call for each, and one page in all to learn that", async () => {
    await fc.assert(
      fc.asyncProperty(cases, fc.boolean(), fc.boolean(), async (table, isInOrder, knows) => {
        const { listed, wanted } = table;
        fc.pre(listed.length > 0);
        const size = knows ? listed.length : undefined;
        const { calls, clock, operation } = groupsOf({ ...table, names: () => false }, { size, isInOrder });
        const own = callsForEach(table);
        const isWorthAPage = own.length > 1 && (!knows || pagesOfList(table) < own.length);
        expect(await operation().load(wanted)).toEqual(pagesIn(listed, wanted));
        const asked = calls();
        expect(asked.filter((call) => !isPage(call)).toSorted()).toEqual(own);
        expect(asked.filter(isPage)).toEqual(isWorthAPage ? ["page 0"] : []);
        await clock.advance(directory.staleIfErrorMs);
        expect(await operation().load(wanted)).toEqual(pagesIn(listed, wanted));
        expect(calls().toSorted()).toEqual(own);
      }),
      repeats,
    );
  });

  test("cost a call for each where a page is not worth learning whether rows tell their parents", async () => {
    await fc.assert(
      fc.asyncProperty(cases, fc.boolean(), async (table, knows) => {
        const { listed, wanted } = table;
        const size = knows ? listed.length : undefined;
        const { calls, clock, operation } = groupsOf(table, { size, isInOrder: true, probes: false });
        expect(await operation().load(wanted)).toEqual(pagesIn(listed, wanted));
        expect(calls().toSorted()).toEqual(callsForEach(table));
        await clock.advance(directory.staleIfErrorMs);
        expect(await operation().load(wanted)).toEqual(pagesIn(listed, wanted));
        // What was read by the way has told it.
        const isTold = pagesIn(listed, wanted).some(({ ids }) => ids.length > 0);
        const best = isTold ? 2 * bestInHindsight(table, true) : callsForEach(table).length;
        expect(calls().length).toBeLessThanOrEqual(best);
      }),
      repeats,
    );
  });
});

test("cursors lead through the children of a parent whichever way serves each page", async () => {
  await fc.assert(
    fc.asyncProperty(
      cases,
      fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 8 })), { minLength: 1, maxLength: 6 }),
      async ({ listed, pageSize }, steps) => {
        const { calls, operation } = groupsOf({ listed, pageSize });
        const children = listed.filter(({ group }) => group === "g1").map(({ id }) => id);
        // From now on every page of the list is at hand.
        await operation().list.all();
        calls();
        const walked: string[] = [];
        let after: string | null = null;
        let own = 0;
        for (let at = 0; at === 0 || after !== null; at += 1) {
          const [isListed = true, first = 1] = steps[at % steps.length] ?? [];
          const request = pageRequest({ first, after });
          const { loader } = operation(remembered({ told: isListed }));
          const page = await loader.load({ parent: "g1", offset: request.offset, limit: first });
          if (!page) throw new Error("There is such a group.");
          const { nodes, pageInfo } = connection<Row>(request, { ...page, idOf: ({ id }) => id });
          walked.push(...nodes.map(({ id }) => id));
          if (!isListed) own += 1;
          after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
        }
        expect(walked).toEqual(children);
        expect(calls().filter((call) => call.startsWith("own"))).toHaveLength(own);
      },
    ),
    { numRuns: 60 },
  );
});
