import { expect, test } from "vitest";
import { overWindow } from "../rest/network.ts";
import { testClock } from "../support/clock.ts";
import { createMemoryServer } from "./memory-server.ts";
import { type ReplicaInTime, startReplica } from "./replica-in-time.ts";

/** Two replicas with more calls than the limit lets through. */
async function saturated(expected = 2, count = expected) {
  const clock = testClock();
  const server = createMemoryServer(clock);
  const replicas = Array.from({ length: count }, () => startReplica(server, clock, expected));
  await clock.advance(500);
  for (const replica of replicas) replica.call(40);
  await clock.advance(2_000);
  return { clock, replicas, server };
}
const heldBy = (replicas: readonly ReplicaInTime[]) => replicas.map(({ held }) => held);
const over = (replicas: readonly ReplicaInTime[]) =>
  overWindow(
    replicas.flatMap(({ countedAtMs }) => countedAtMs).sort((a, b) => a - b),
    30,
    1_000,
  );
const callsOf = (replicas: readonly ReplicaInTime[]) =>
  replicas.reduce((sum, { countedAtMs }) => sum + countedAtMs.length, 0);

test("a replica that stood still for 14 s and was replaced holds nothing, its equal part included, until it is told", async () => {
  const { clock, replicas, server } = await saturated();
  const [frozen] = replicas;
  frozen?.freeze();
  await clock.advance(2_000);
  replicas.push(startReplica(server, clock));
  replicas.at(-1)?.call(40);
  await clock.advance(12_000);
  const before = frozen?.countedAtMs.length ?? 0;
  server.mood = "is silent";
  frozen?.thaw();
  expect(frozen?.held).toBe(0);
  await clock.advance(2_000);
  expect([frozen?.held, (frozen?.countedAtMs.length ?? 0) - before]).toEqual([0, 0]);
  server.mood = "answers";
  await clock.advance(10_000);
  expect(frozen?.countedAtMs.length).toBeGreaterThan(before);
  expect(over(replicas)).toBe(0);
});

test("a replica that hears nothing of Redis for 16 s comes down to its equal part, and the others keep to theirs", async () => {
  const clock = testClock();
  const server = createMemoryServer(clock);
  const away = createMemoryServer(clock);
  const both = [startReplica(server, clock), startReplica(server, clock)];
  const [one] = both;
  await clock.advance(500);
  one?.call(40);
  await clock.advance(1_000);
  expect(heldBy(both)).toEqual([29, 1]);
  // Redis is away for both; what was lent stays lent for 5 s, and no longer.
  server.mood = "refuses";
  both[1]?.call(40);
  await clock.advance(4_000);
  expect(heldBy(both)).toEqual([29, 1]);
  await clock.advance(1_500);
  expect(heldBy(both)).toEqual([15, 1]);
  await clock.advance(20_000);
  expect(heldBy(both)).toEqual([15, 15]);
  server.mood = "answers";
  await clock.advance(3_000);
  expect(over(both)).toBe(0);
  expect(away.commands).toBe(0);
});

test("while a replica that is expected was never heard of, the one there is leaves its part alone", async () => {
  const { clock, replicas, server } = await saturated(2, 1);
  await clock.advance(20_000);
  expect(heldBy(replicas)).toEqual([15]);
  replicas.push(startReplica(server, clock));
  replicas[1]?.call(40);
  await clock.advance(5_000);
  expect(heldBy(replicas)).toEqual([15, 15]);
  expect(over(replicas)).toBe(0);
});

test("a Redis that is emptied stops no replica, and gives nothing out until all have said what they hold", async () => {
  const { clock, replicas, server } = await saturated();
  const before = callsOf(replicas);
  for (let second = 0; second < 5; second += 1) {
    server.empty();
    await clock.advance(1_000);
    expect(heldBy(replicas)).toEqual([15, 15]);
  }
  expect(callsOf(replicas) - before).toBeGreaterThan(130);
  expect(over(replicas)).toBe(0);
});

test("after Redis was emptied, a replica that is heard of late gets no more than is left for it", async () => {
  const clock = testClock();
  const server = createMemoryServer(clock);
  const all = [startReplica(server, clock), startReplica(server, clock)];
  const [one, other] = all;
  await clock.advance(500);
  one?.call(40);
  await clock.advance(1_000);
  expect(heldBy(all)).toEqual([29, 1]);
  one?.freeze();
  server.empty();
  other?.call(40);
  await clock.advance(14_000);
  one?.thaw();
  await clock.advance(3_000);
  expect(heldBy(all)).toEqual([15, 15]);
  expect(over(all)).toBe(0);
});

test("a replica that dies and one in its place: what the first may still use is free once the system has forgotten it", async () => {
  const { clock, replicas, server } = await saturated();
  const [dead, other] = replicas;
  dead?.freeze();
  await clock.advance(2_000);
  const next = startReplica(server, clock);
  next.call(40);
  await clock.advance(1_000);
  expect(next.countedAtMs.length).toBeGreaterThan(0);
  await clock.advance(10_000);
  const before = callsOf([next, ...(other ? [other] : [])]);
  await clock.advance(5_000);
  expect(callsOf([next, ...(other ? [other] : [])]) - before).toBeGreaterThan(0.9 * 5 * 28);
  expect(over([...replicas, next])).toBe(0);
});
