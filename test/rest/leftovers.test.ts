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
  "when all has ended nothing is left: no timer, no listener, no place%s",
  { timeout: 60_000 },
  async (_, window) => {
    await fc.assert(
      fc.asyncProperty(steps(40), async (happening) => {
        const places = counting();
        const limits = window ? [places, window({ calls: 3, windowMs: 2_000 })] : [places];
        const { made, operations, outcomes } = await interleave(happening, engine({ limits }));
        made.answerAll(() => ({ books: [] }));
        for (const exchange of made.sent) exchange.answer({ books: [] });
        const { call } = made.operation();
        // A refresh, too, may wait for the rate limit.
        const isBusy = () =>
          !outcomes.every(isEnded) ||
          made.sent.some(({ aborted }) => !aborted) ||
          Object.values(books).some((row) => call.isQueued(row));
        while (isBusy()) await made.clock.advance(100);
        // What was given up a moment ago may still be counted by the upstream.
        await made.clock.advance(500);
        expect([made.clock.pending, places.inFlight]).toEqual([0, 0]);
        expect(operations.flatMap(({ signal }) => getEventListeners(signal, "abort"))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  },
);
