import fc from "fast-check";
import { expect, test } from "vitest";
import { settled } from "../../support/clock.ts";
import { books } from "../books.ts";
import { engine, outcomeOf } from "../engine.ts";
import { interleave, type Step, steps } from "../interleaving.ts";

test("once a write has ended, nobody who reads then is shown the time before it", {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(steps(40), async (happening) => {
      const { wrong } = await interleave(happening);
      expect(wrong).toEqual([]);
    }),
    { numRuns: 240 },
  );
});

/** Reads of one book around a write that takes effect after its answer was lost. */
const aroundLateWrite: fc.Arbitrary<Step[]> = (() => {
  const read: Step = { does: "read", what: "1", isNew: false };
  const some = fc.array(
    fc.oneof(
      fc.constant(read),
      fc.constant<Step>({ does: "answer", pick: 0, how: "done" }),
      fc.constantFrom(400, 1_100, 2_900, 4_000).map((ms): Step => ({ does: "wait", ms })),
    ),
    { maxLength: 12 },
  );
  const write: Step = { does: "write", id: "1", isRepeatable: false };
  const lost: Step = { does: "answer", pick: 0, how: "lost" };
  const arrival: Step = { does: "arrive", pick: 0 };
  return fc.tuple(some, some).map(([before, after]) => [write, lost, ...before, arrival, ...after, read]);
})();

test("what a write does within 10 s of its lost answer is shown to whoever reads after them", {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(aroundLateWrite, async (happening) => {
      const { wrong } = await interleave(happening);
      expect(wrong).toEqual([]);
    }),
    { numRuns: 120 },
  );
});

/** Reads of few keys, in whatever order they are asked for and answered. */
const reading = fc.array(
  fc.oneof(
    fc.record({ asks: fc.constant(true), key: fc.nat({ max: 5 }) }),
    fc.record({ asks: fc.constant(false), key: fc.nat({ max: 5 }) }),
  ),
  { minLength: 1, maxLength: 60 },
);

test("without writes there are no more calls than different reads", { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(reading, async (happening) => {
      const { operation, calls, sent, clock } = engine();
      const asked = new Set<number>();
      const outcomes = [];
      const answered = new Set<unknown>();
      for (const { asks, key } of happening) {
        if (asks) {
          const { call } = operation();
          asked.add(key);
          outcomes.push(
            outcomeOf(
              key > 2 ? call(books.get, { id: String(key) }) : call(books.list, { query: { limit: key } }),
            ),
          );
        } else {
          const open = sent.filter((exchange) => !answered.has(exchange));
          const exchange = open[key % open.length];
          exchange?.answer({ books: [{ id: "1" }] });
          answered.add(exchange);
        }
        // All of it within the time in which the first answer is fresh.
        await clock.advance(Math.floor(999 / happening.length));
      }
      for (const exchange of sent) exchange.answer({ books: [{ id: "1" }] });
      await settled();
      expect(outcomes.map((outcome) => Object.keys(outcome))).toEqual(outcomes.map(() => ["value"]));
      expect(calls().length).toBe(asked.size);
    }),
    { numRuns: 120 },
  );
});
