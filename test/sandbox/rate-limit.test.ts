import { expect, test } from "vitest";
import { type RateLimit, slidingWindow, tokenBucket } from "../../src/sandbox/rate-limit.ts";

const nobody = { method: "GET", target: "/", headers: {}, body: "" };

function admitted(limit: RateLimit, timesMs: readonly number[]): number {
  return timesMs.filter((atMs) => {
    if (!limit.allows("key", nobody, atMs)) return false;
    limit.count("key", nobody, atMs);
    return true;
  }).length;
}

test("a sliding window is exact wherever it is laid, also across the turn of a second", () => {
  const limit = slidingWindow({ calls: 30, windowMs: 1000 });
  expect(admitted(limit, Array<number>(40).fill(999))).toBe(30);
  expect(admitted(limit, Array<number>(40).fill(1001))).toBe(0);
  expect(admitted(limit, [1998, 1999])).toBe(1);
});

test("a sliding window can be about some requests only", () => {
  const limit = slidingWindow({ calls: 0, windowMs: 1000, appliesTo: ({ method }) => method === "POST" });
  expect(limit.allows("key", nobody, 0)).toBe(true);
  expect(limit.allows("key", { ...nobody, method: "POST" }, 0)).toBe(false);
});

test("a bucket gives its burst and then the rate of its refill", () => {
  const limit = tokenBucket({ capacity: 20, perSecond: 5 });
  expect(admitted(limit, Array<number>(25).fill(0))).toBe(20);
  expect([admitted(limit, [198, 199]), admitted(limit, [200, 201, 399]), admitted(limit, [400])]).toEqual([
    0, 1, 1,
  ]);
  expect(admitted(limit, Array<number>(25).fill(100_000))).toBe(20);
});
