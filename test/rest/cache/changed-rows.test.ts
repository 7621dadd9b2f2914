import fc from "fast-check";
import { expect, test } from "vitest";
import { interleaveVolumes, type VolumeStep, volumeSteps } from "../volume-interleaving.ts";

test("whatever is read and written at once, a read shows what the upstream held after the last write that had ended", {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(volumeSteps, async (steps) => {
      const { wrong } = await interleaveVolumes(steps);
      expect(wrong).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

/** The first volume is read, then changed by several at once, and read again. */
const aroundChanges: fc.Arbitrary<VolumeStep[]> = (() => {
  const readPage: VolumeStep = { does: "read", way: 3, isNew: false };
  const answer: VolumeStep = { does: "answer", pick: 0 };
  const change = fc.constant<VolumeStep>({ does: "write", change: 0 });
  const happening = fc.oneof(
    change,
    fc.record({
      does: fc.constantFrom("arrive" as const, "answer" as const),
      pick: fc.nat({ max: 2 }),
    }),
  );
  return fc
    .tuple(change, change, fc.array(happening, { minLength: 4, maxLength: 10 }))
    .map(([one, other, more]) => [readPage, answer, one, other, ...more, readPage, answer]);
})();

test("of changes that were under way together, none leaves what another one has undone", {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(aroundChanges, async (steps) => {
      const { wrong } = await interleaveVolumes(steps);
      expect(wrong).toEqual([]);
    }),
    { numRuns: 80 },
  );
});
