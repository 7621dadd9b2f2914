import { expect, test } from "vitest";
import { testClock } from "../support/clock.ts";
import { createMemoryServer } from "./memory-server.ts";
import { startReplica } from "./replica-in-time.ts";

/** Two replicas that share, one of which was refused a call by the system. */
async function refused(retryAfterMs: number) {
  const clock = testClock();
  const server = createMemoryServer(clock);
  const [one, other] = [startReplica(server, clock), startReplica(server, clock)];
  await clock.advance(500);
  const operation = { signal: new AbortController().signal, deadlineAtMs: clock.nowMs() + 10_000 };
  const permit = await one.limiter.acquire(operation, "GET /things");
  await clock.advance(40);
  permit.settle({ retryAfterMs });
  return { clock, one, other, server };
}

test("a pause after a 429 holds for the other replica within 50 ms, for as long as the system asked", async () => {
  const { clock, other } = await refused(2_000);
  expect(other.limiter.left).toBe(14);
  await clock.advance(50);
  expect(other.limiter.left).toBe(0);
  other.call(1);
  await clock.advance(1_900);
  expect(other.countedAtMs).toEqual([]);
  await clock.advance(100);
  expect(other.countedAtMs).toHaveLength(1);
});

test("the pace after it is halved once for both, and comes back for both", async () => {
  const { clock, one, other } = await refused(1_000);
  await clock.advance(1_100);
  expect([one, other].map(({ limiter }) => limiter.slowdown?.pace)).toEqual([0.5, 0.5]);
  await clock.advance(15_500);
  expect([one, other].map(({ limiter }) => limiter.slowdown)).toEqual([undefined, undefined]);
  await clock.advance(2_000);
  expect([one, other].map(({ limiter }) => limiter.slowdown)).toEqual([undefined, undefined]);
});

test("a replica that begins in the pause keeps to it", async () => {
  const { clock, one, other, server } = await refused(5_000);
  await clock.advance(50);
  await Promise.all([other.replicas.leave(), clock.advance(50)]);
  const next = startReplica(server, clock);
  await clock.advance(50);
  expect(next.held).toBe(15);
  expect([one.limiter.left, next.limiter.left]).toEqual([0, 0]);
});

test("while Redis does not answer, a pause is the replica's own, and is told once it answers again", async () => {
  const clock = testClock();
  const server = createMemoryServer(clock);
  const [one, other] = [startReplica(server, clock), startReplica(server, clock)];
  await clock.advance(500);
  server.mood = "refuses";
  const operation = { signal: new AbortController().signal, deadlineAtMs: clock.nowMs() + 10_000 };
  const permit = await one.limiter.acquire(operation, "GET /things");
  permit.settle({ retryAfterMs: 4_000 });
  await clock.advance(1_000);
  expect([one.limiter.left, other.limiter.left]).toEqual([0, 14]);
  server.mood = "answers";
  await clock.advance(300);
  expect([one.limiter.left, other.limiter.left]).toEqual([0, 0]);
});
