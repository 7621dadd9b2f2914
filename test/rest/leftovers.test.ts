import { getEventListeners } from "node:events";
import fc from "fast-check";
import { expect, test } from "vitest";
import { slidingWindow } from "../../src/rest/limits/windows.ts";
import { books } from "./books.ts";
import { counting } from "./counting.ts";
import { engine } from "./engine.ts";
import { interleave, isEnded, steps } from "./interleaving.ts";

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
      { numRuns: 120 },
    );
  },
);
