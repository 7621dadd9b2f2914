import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Priority } from "../../../src/rest/operation.ts";
import { anyTraffic, type Fate, systems, type Traffic, traffic, type Wanted } from "../traffic.ts";

const [assembly] = systems;
if (!assembly) throw new Error("no systems");

/** What fails is not made smaller: hundreds of calls stay hundreds, and that takes minutes. */
const runs = { numRuns: 25, endOnFailure: true };

/** Checks what came of any traffic to a system. */
const always = (system: (typeof systems)[number], holds: (came: Traffic, calls: readonly Wanted[]) => void) =>
  fc.assert(
    fc.asyncProperty(anyTraffic(200), async (calls) => holds(await traffic(system, calls), calls)),
    runs,
  );

/** Calls of one class that waited, and when: those that were sent at once or never are left out. */
const waited = ({ fates }: Traffic, priority: Priority): readonly Fate[] =>
  fates.filter(
    ({ wanted, outcome, atMs }) => wanted.priority === priority && outcome === "sent" && atMs > wanted.atMs,
  );

describe.each(systems)("whatever is asked of $name, over whatever network", (system) => {
  test("the emulator refuses nothing, every call comes to an end in time, and nothing is left over", async () => {
    await always(system, ({ fates, tooMany, leftOver }, calls) => {
      expect([tooMany, leftOver]).toEqual([0, [0, 0, 0]]);
      expect(fates.length).toBe(calls.length);
      for (const { wanted, outcome, atMs, code } of fates) {
        const afterMs = atMs - wanted.atMs;
        expect(afterMs).toBeLessThanOrEqual(Math.min(wanted.patienceMs, wanted.leavesAfterMs));
        if (outcome === "sent") expect(afterMs).toBeLessThan(Math.max(wanted.patienceMs, 1));
        if (outcome === "left") expect([afterMs, code]).toEqual([wanted.leavesAfterMs, "UPSTREAM_TIMEOUT"]);
        if (outcome === "refused") {
          expect(wanted.patienceMs).toBeLessThan(Number.POSITIVE_INFINITY);
          expect(code).toBe(wanted.patienceMs > 0 ? "UPSTREAM_RATE_LIMITED" : "UPSTREAM_TIMEOUT");
        }
      }
    });
  });

  test("an operation's calls of one class are sent in their order", async () => {
    await always(system, ({ fates }, calls) => {
      const place = new Map(calls.map((wanted, at) => [wanted, at]));
      for (const priority of ["interactive", "write", "background"]) {
        for (let origin = 0; origin < 5; origin += 1) {
          const sent = fates.filter(
            ({ wanted, outcome }) =>
              wanted.priority === priority && wanted.origin === origin && outcome === "sent",
          );
          const places = sent.map(({ wanted }) => place.get(wanted) ?? -1);
          expect(places).toEqual(places.toSorted((a, b) => a - b));
        }
      }
    });
  });

  test("no other operation is served more often than an operation that waits", async () => {
    await always(system, (came, calls) => {
      for (const priority of ["interactive", "write", "background"] as const) {
        for (const { wanted, atMs } of waited(came, priority)) {
          const decided = (fate: Fate) => fate.atMs > wanted.atMs && fate.atMs < atMs;
          const sentMeanwhile = came.fates.filter(
            (fate) => fate.wanted.priority === priority && fate.outcome === "sent" && decided(fate),
          );
          const ahead = calls.filter(
            (other) =>
              other.priority === priority &&
              other.origin === wanted.origin &&
              other.atMs <= wanted.atMs &&
              other !== wanted,
          );
          const own = sentMeanwhile.filter(({ wanted: { origin } }) => origin === wanted.origin).length;
          expect(own).toBeLessThanOrEqual(ahead.length);
          for (let origin = 0; origin < 5; origin += 1) {
            const others = sentMeanwhile.filter(({ wanted: other }) => other.origin === origin).length;
            // One each round, and one more in the round that was under way.
            expect(others).toBeLessThanOrEqual(own + 2);
          }
        }
      }
    });
  });

  test("a write that waits lets no more reads pass than there are writes before it, and one", async () => {
    await always(system, (came) => {
      for (const { wanted, atMs } of waited(came, "write")) {
        const sent = (priority: Priority) =>
          came.fates.filter(
            (fate) =>
              fate.wanted.priority === priority &&
              fate.outcome === "sent" &&
              fate.atMs > wanted.atMs &&
              fate.atMs < atMs,
          ).length;
        expect(sent("interactive")).toBeLessThanOrEqual(sent("write") + 1);
        expect(sent("background")).toBe(0);
      }
    });
  });
});

test("a call that nobody can overtake and that every answer serves at once is refused at once or never", async () => {
  const call = fc.record({
    atMs: fc.integer({ min: 0, max: 8_000 }),
    patienceMs: fc.integer({ min: 1, max: 6_000 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(call, { minLength: 60, maxLength: 200 }), async (calls) => {
      const wanted = calls.map((facts): Wanted => ({ ...facts, ...alone })).sort((a, b) => a.atMs - b.atMs);
      const { fates } = await traffic(assembly, wanted);
      for (const {
        outcome,
        atMs,
        wanted: { atMs: askedAtMs },
      } of fates) {
        if (outcome === "refused") expect(atMs).toBe(askedAtMs);
      }
    }),
    runs,
  );
});

const alone = {
  origin: 0,
  priority: "interactive",
  beforeMs: 0,
  afterMs: 0,
  leavesAfterMs: Number.POSITIVE_INFINITY,
} as const;
