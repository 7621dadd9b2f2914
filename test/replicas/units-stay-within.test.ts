import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Fate, type Happening, type Simulation, simulate } from "./simulated-replicas.ts";

const who = fc.nat({ max: 4 });
const spanMs = fc.oneof(
  fc.integer({ min: 0, max: 4_000 }),
  fc.integer({ min: 4_000, max: 12_000 }),
  fc.integer({ min: 12_000, max: 40_000 }),
);
const soonMs = fc.integer({ min: 0, max: 12_000 });

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ what: fc.constant("dies" as const), who, replacedAfterMs: soonMs }),
  fc.record({ what: fc.constant("leaves" as const), who, replacedAfterMs: soonMs }),
  fc.record({ what: fc.constant("freezes" as const), who, forMs: spanMs }),
  fc.record({ what: fc.constant("is cut off" as const), who, forMs: spanMs }),
  fc.record({ what: fc.constant("server stands still" as const), forMs: spanMs }),
  fc.record({ what: fc.constant("server restarts empty" as const), afterMs: spanMs }),
  fc.record({ what: fc.constant("server is emptied" as const) }),
  fc.record({
    what: fc.constant("clock of the server jumps" as const),
    byMs: fc.integer({ min: -100_000, max: 100_000 }),
  }),
  fc.record({ what: fc.constant("demand" as const), who, calls: fc.constantFrom(0, 1, 5, 100) }),
);

const fate: fc.Arbitrary<Fate> = fc.oneof(
  { weight: 8, arbitrary: fc.constant<Fate>("answered") },
  { weight: 1, arbitrary: fc.constant<Fate>("lost") },
  { weight: 1, arbitrary: fc.constant<Fate>("answer lost") },
  { weight: 1, arbitrary: fc.constant<Fate>("answer late") },
);

const forMs = 60_000;
const simulation: fc.Arbitrary<Simulation> = fc.record({
  units: fc.constantFrom(20, 30, 60),
  replicas: fc.integer({ min: 1, max: 3 }),
  happenings: fc.array(fc.tuple(fc.integer({ min: 0, max: forMs }), happening), { maxLength: 8 }),
  fates: fc.array(fate, { minLength: 1, maxLength: 40 }),
  latenciesMs: fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 1, maxLength: 10 }),
  forMs: fc.constant(forMs),
});

describe("at no moment are more units in use than the limit has", () => {
  test("whatever happens to replicas, to Redis, and to what is said between them", () => {
    fc.assert(
      fc.property(simulation, (made) => {
        expect(simulate(made).most).toBeLessThanOrEqual(made.units);
      }),
      { numRuns: Number(process.env.RUNS ?? 150) },
    );
  }, 600_000);
});
