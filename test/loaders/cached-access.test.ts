import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byId, type KeysOf } from "../../src/lists/indexed-rows.ts";
import type { ListStatistics } from "../../src/lists/statistics.ts";
import { newListStatistics } from "../../src/lists/statistics.ts";
import { manyByField } from "../../src/loaders/many-by-field.ts";
import { oneByKey } from "../../src/loaders/one-by-key.ts";
import { costsNoCall } from "../../src/rest/read-handle.ts";
import { settled } from "../support/clock.ts";
import { type ListUpstream, listUpstream, point, type Row, rowCountOf, rowsUpTo } from "./list-upstream.ts";

/** What somebody did before. */
type Step =
  | { readonly kind: "page" | "point"; readonly number: number }
  | { readonly kind: "walk" }
  | { readonly kind: "wait"; readonly ms: number };

interface Case {
  readonly listed: readonly Row[];
  readonly archived: readonly Row[];
  readonly pageSize: number;
  readonly statesTotal: boolean;
  readonly history: readonly Step[];
  /** Keys that each of some operations wants at once, those that no read shows among them. */
  readonly wanted: readonly (readonly string[])[];
}

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom("page" as const, "point" as const), number: fc.nat({ max: 40 }) }),
  fc.constant({ kind: "walk" as const }),
  // Fresh still, stale, and beyond use.
  fc.record({ kind: fc.constant("wait" as const), ms: fc.constantFrom(1_000, 20_000, 31_000, 301_000) }),
);

const cases = (operations: number): fc.Arbitrary<Case> =>
  fc
    .record({
      count: fc.integer({ min: 0, max: 40 }),
      archivedCount: fc.integer({ min: 0, max: 6 }),
      pageSize: fc.integer({ min: 4, max: 12 }),
      statesTotal: fc.boolean(),
      history: fc.array(step, { maxLength: 8 }),
      picks: fc.array(fc.uniqueArray(fc.nat({ max: 49 }), { minLength: 1, maxLength: 8 }), {
        minLength: operations,
        maxLength: operations,
      }),
    })
    .map(({ count, archivedCount, picks, ...rest }) => {
      const listed = rowsUpTo(count + archivedCount);
      const archived = listed.splice(count);
      return { ...rest, listed, archived, wanted: picks.map((keys) => keys.map((key) => String(key + 1))) };
    });

async function live({ listed, pageSize, history, wanted }: Case, upstream: ListUpstream): Promise<void> {
  const pages = Math.max(1, Math.ceil(listed.length / pageSize));
  const keys = wanted.flat();
  for (const one of history) {
    const { scope, list } = upstream.operation();
    if (one.kind === "wait") await upstream.clock.advance(one.ms);
    else if (one.kind === "walk") await list.all();
    else if (one.kind === "point")
      await point.read(scope.call, keys[one.number % keys.length] ?? "").catch(() => {});
    else {
      const slice = { limit: pageSize, offset: (one.number % pages) * pageSize };
      await upstream.definition.slices.read(scope.call, slice);
    }
    // What is read anew in the background arrives.
    await settled();
  }
  upstream.calls();
}

const load = (upstream: ListUpstream, keys: readonly string[], statistics: ListStatistics) => {
  const loader = upstream.operation(statistics).scope.of(oneByKey(upstream.definition, byId, point));
  return Promise.all(keys.map((key) => loader.load(key)));
};

const rowsOf = ({ listed, archived }: Case, keys: readonly string[]) =>
  keys.map((key) => [...listed, ...archived].find(({ id }) => id === key) ?? null);

/** What no plan can do without: calls for each page, and for each key. */
function costs({ listed, pageSize }: Case, keys: readonly string[], upstream: ListUpstream) {
  const { call } = upstream.operation().scope;
  const pages = Math.max(1, Math.ceil(listed.length / pageSize));
  const ofPage = Array.from({ length: pages }, (_, page) =>
    costsNoCall(upstream.definition.slices.handle(call, { limit: pageSize, offset: page * pageSize }))
      ? 0
      : 1,
  );
  const ofKey = new Map(keys.map((key) => [key, costsNoCall(point.handle(call, key)) ? 0 : 1]));
  const sum = (some: readonly string[]) => some.reduce((calls, key) => calls + (ofKey.get(key) ?? 0), 0);
  const hiddenFrom = (shown: readonly Row[]) => keys.filter((key) => !shown.some(({ id }) => id === key));
  return {
    pages: ofPage.filter((calls) => calls > 0).length,
    keys: sum(keys),
    unlisted: sum(hiddenFrom(listed)),
    /** Pages from the start on, then point reads, for one who knows beforehand where each row stands. */
    bestInHindsight: Math.min(
      ...Array.from({ length: pages + 1 }, (_, read) => {
        const rest = hiddenFrom(listed.slice(0, read * pageSize));
        return ofPage.slice(0, read).filter((calls) => calls > 0).length + sum(rest);
      }),
    ),
  };
}

/** Calls, with those that replace in the background what was given stale. */
async function callsOf(upstream: ListUpstream): Promise<string[]> {
  await settled();
  return upstream.calls();
}

describe("a batch of keys, whatever was read before and however long ago", () => {
  test("of a list whose size is known costs at most keys or pages, and one point read for each key not listed", async () => {
    await fc.assert(
      fc.asyncProperty(cases(1), async (table) => {
        const upstream = listUpstream(table);
        const [keys = []] = table.wanted;
        await live(table, upstream);
        const least = costs(table, keys, upstream);
        const answers = await load(upstream, keys, rowCountOf(table.listed.length));
        expect(answers).toEqual(rowsOf(table, keys));
        const asked = await callsOf(upstream);
        expect(new Set(asked).size).toBe(asked.length);
        expect(asked.length).toBeLessThanOrEqual(Math.min(least.keys, least.pages) + least.unlisted);
      }),
      { numRuns: 120 },
    );
  });

  test("of a list whose size is unknown costs at most twice the best in hindsight", async () => {
    await fc.assert(
      fc.asyncProperty(cases(1), async (table) => {
        const upstream = listUpstream(table);
        const [keys = []] = table.wanted;
        await live(table, upstream);
        const { bestInHindsight } = costs(table, keys, upstream);
        expect(await load(upstream, keys, newListStatistics())).toEqual(rowsOf(table, keys));
        const asked = await callsOf(upstream);
        expect(new Set(asked).size).toBe(asked.length);
        expect(asked.length).toBeLessThanOrEqual(2 * bestInHindsight);
      }),
      { numRuns: 120 },
    );
  });

  test("is answered alike to operations that ask at once, and nothing is asked twice", async () => {
    await fc.assert(
      fc.asyncProperty(cases(3), fc.boolean(), async (table, knows) => {
        const upstream = listUpstream(table);
        await live(table, upstream);
        const statistics = rowCountOf(knows ? table.listed.length : undefined);
        const alone = costs(table, table.wanted.flat(), upstream);
        const answers = await Promise.all(table.wanted.map((keys) => load(upstream, keys, statistics)));
        expect(answers).toEqual(table.wanted.map((keys) => rowsOf(table, keys)));
        const asked = await callsOf(upstream);
        expect(new Set(asked).size).toBe(asked.length);
        expect(asked.length).toBeLessThanOrEqual(alone.pages + alone.keys);
      }),
      { numRuns: 80 },
    );
  });

  test("is the same by every path, also where nothing is kept or shared", async () => {
    const byGroup: KeysOf<Row> = ({ group }) => [group];
    await fc.assert(
      fc.asyncProperty(cases(2), fc.boolean(), fc.boolean(), async (table, keeps, shares) => {
        const upstream = listUpstream({ ...table, reads: { keeps, shares } });
        await live(table, upstream);
        const inGroup = async () => {
          const loader = upstream.operation().scope.of(manyByField(upstream.definition, byGroup));
          return Promise.all(["g0", "g1", "g2"].map((group) => loader.load(group)));
        };
        const [one, other] = await Promise.all([inGroup(), inGroup()]);
        const answers = await Promise.all(
          table.wanted.map((keys) => load(upstream, keys, newListStatistics())),
        );
        expect(answers).toEqual(table.wanted.map((keys) => rowsOf(table, keys)));
        const groups = ["g0", "g1", "g2"].map((name) => table.listed.filter(({ group }) => group === name));
        expect([one, other]).toEqual([groups, groups]);
        const { call } = upstream.operation().scope;
        for (const key of table.wanted.flat()) {
          const row = await point.read(call, key).catch(() => null);
          expect([row]).toEqual(rowsOf(table, [key]));
        }
        const asked = await callsOf(upstream);
        if (keeps && shares) expect(new Set(asked).size).toBe(asked.length);
        if (!keeps) expect(asked).not.toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
