import fc from "fast-check";
import { expect, test } from "vitest";
import { assembly } from "../../../src/assembly/index.ts";
import { upstreamOf } from "../../../src/resolving/system.ts";
import * as limits from "../../../src/rest/limits/windows.ts";
import { slidingWindow } from "../../../src/sandbox/rate-limit.ts";
import { POST } from "../routes.ts";
import { anyTraffic, type System, traffic, type Wanted } from "../traffic.ts";

const narrow = { calls: 5, windowMs: 3_000 };
const wide = { calls: 12, windowMs: 1_000 };

const reply = POST("/replies").limitedBy("replies").returns();

/** A system with a lane that is far narrower than it. */
const system: System = {
  name: "one with a lane",
  define: (clock) => ({
    ...upstreamOf(assembly, { baseUrl: "http://system.test", apiKey: "key" }, clock),
    api: { replies: { create: reply } },
    limits: [limits.slidingWindow(wide)],
    endpointLimits: { replies: { limits: [limits.slidingWindow(narrow)], limitText: "5 replies in 3 s" } },
  }),
  judges: () => [
    slidingWindow(wide),
    slidingWindow({ ...narrow, appliesTo: ({ target }) => target === "/replies" }),
  ],
};

/** Traffic of which about every third call goes by the lane. */
const mixed: fc.Arbitrary<Wanted[]> = anyTraffic(200).chain((calls) =>
  fc
    .array(fc.integer({ min: 0, max: 2 }), { minLength: calls.length, maxLength: calls.length })
    .map((dice) => calls.map((call, at): Wanted => (dice[at] === 0 ? { ...call, row: reply } : call))),
);

test("whatever is asked, over whatever network, neither lane nor system is asked for too much, and nothing is left over", async () => {
  await fc.assert(
    fc.asyncProperty(mixed, async (calls) => {
      const { fates, tooMany, leftOver } = await traffic(system, calls);
      expect([tooMany, leftOver, fates.length]).toEqual([0, [0, 0, 0], calls.length]);
      for (const { wanted, outcome, atMs } of fates) {
        const afterMs = atMs - wanted.atMs;
        expect(afterMs).toBeLessThanOrEqual(Math.min(wanted.patienceMs, wanted.leavesAfterMs));
        if (outcome === "refused") expect(wanted.patienceMs).toBeLessThan(Number.POSITIVE_INFINITY);
      }
    }),
    // What fails is not made smaller: hundreds of calls stay hundreds, and that takes minutes.
    { numRuns: 40, endOnFailure: true },
  );
});
