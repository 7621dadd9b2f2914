import { getEventListeners } from "node:events";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Limit, slidingWindow } from "../../src/rest/limits.ts";
import { books } from "./books.ts";
import { engine } from "./engine.ts";
import { interleave, isEnded, steps } from "./interleaving.ts";

/** A limit that counts the calls under way and holds nothing back. */
function counting(): Limit & { readonly inFlight: number } {
  let inFlight = 0;
  return {
    calls: 1_000,
    perSecond: 1_000,
    get inFlight() {
      return inFlight;
    },
    left: () => 1_000,
    waitMs: () => 0,
    send() {
      inFlight += 1;
    },
    settle() {
      inFlight -= 1;
    },
  };
}

test.each([
  ["", undefined],
  [" and much waits for the rate limit", slidingWindow],
] as const)(
  "when all has ended nothing is left: no timer, no listener, no place, no request%s",
  { timeout: 60_000 },
  async (_, window) => {
    await fc.assert(
      fc.asyncProperty(steps(40), async (happening) => {
        const places = counting();
        const limits = window ? [places, window({ calls: 3, windowMs: 2_000 })] : [places];
        const { made, operations, outcomes } = await interleave(happening, engine({ limits }));
        // The deadline of the last operation, the time of a refresh it may have caused, and a little more.
        await made.clock.advance(21_000);
        expect(outcomes.filter((outcome) => !isEnded(outcome))).toEqual([]);
        expect([made.clock.pending, places.inFlight]).toEqual([0, 0]);
        expect(operations.flatMap(({ signal }) => getEventListeners(signal, "abort"))).toEqual([]);
        expect(made.sent.filter(({ aborted }) => !aborted)).toEqual([]);
        const { call } = made.operation();
        expect(Object.values(books).filter((row) => call.isQueued(row))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  },
);
