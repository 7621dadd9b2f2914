import { expect, test } from "vitest";
import { overWindow } from "../rest/network.ts";
import { testClock } from "../support/clock.ts";
import { createMemoryServer } from "./memory-server.ts";
import { type ReplicaInTime, startReplica } from "./replica-in-time.ts";

const start = (expected = 2, count = expected) => {
  const clock = testClock();
  const server = createMemoryServer(clock);
  const replicas = Array.from({ length: count }, () => startReplica(server, clock, expected));
  return { clock, replicas, server };
};
const heldBy = (replicas: readonly ReplicaInTime[]) => replicas.map(({ held }) => held);
const over = (replicas: readonly ReplicaInTime[]) =>
  overWindow(
    replicas.flatMap(({ countedAtMs }) => countedAtMs).sort((a, b) => a - b),
    30,
    1_000,
  );

test("a replica whose calls wait has what the idle one does not use within 100 ms", async () => {
  const { clock, replicas } = start();
  await clock.advance(500);
  replicas[0]?.call(40);
  await clock.advance(100);
  expect(heldBy(replicas)).toEqual([29, 1]);
});

test.each([2, 3])(
  "%i replicas whose calls wait have equal parts, those included that came late",
  async (count) => {
    const { clock, replicas } = start(count);
    await clock.advance(500);
    for (const replica of replicas) {
      replica.call(40);
      await clock.advance(2_000);
    }
    const before = replicas.map(({ countedAtMs }) => countedAtMs.length);
    await clock.advance(10_000);
    const made = replicas.map(({ countedAtMs }, at) => countedAtMs.length - (before[at] ?? 0));
    const equal = made.reduce((sum, one) => sum + one, 0) / count;
    expect(Math.min(...made)).toBeGreaterThanOrEqual(0.8 * equal);
    expect(equal * count).toBeGreaterThanOrEqual(0.95 * 280);
    expect(over(replicas)).toBe(0);
  },
);

test("connections that are refused at once are tried a hundred times a second at most, and time goes on", async () => {
  const { clock, replicas, server } = start(1);
  const [replica] = replicas;
  await clock.advance(500);
  replica?.call(100);
  await clock.advance(100);
  server.mood = "refuses";
  const { commands } = server;
  const began = replica?.countedAtMs.length ?? 0;
  await clock.advance(3_000);
  expect(server.commands - commands).toBeLessThanOrEqual(300);
  expect((replica?.countedAtMs.length ?? 0) - began).toBeGreaterThanOrEqual(50);
});

test("an answer that is never given costs no unit: the next report says what is held", async () => {
  const { clock, replicas, server } = start();
  await clock.advance(500);
  for (const replica of replicas) replica.call(40);
  for (let turn = 0; turn < 20; turn += 1) {
    server.mood = turn % 2 === 0 ? "is silent" : "answers";
    await clock.advance(330);
  }
  await clock.advance(500);
  expect(heldBy(replicas)).toEqual([15, 15]);
  expect(over(replicas)).toBe(0);
});

test("a replica that leaves gives back at once what its last calls do not take", async () => {
  const { clock, replicas } = start();
  const [one, other] = replicas;
  await clock.advance(500);
  one?.call(40);
  await clock.advance(1_000);
  expect(heldBy(replicas)).toEqual([29, 1]);
  one?.rest();
  // Calls that wait are made all the same.
  await clock.advance(2_200);
  other?.call(40);
  await Promise.all([one?.replicas.leave(), clock.advance(100)]);
  const early = other?.countedAtMs.length ?? 0;
  await clock.advance(1_000);
  expect(other?.held).toBeGreaterThan(28);
  expect((other?.countedAtMs.length ?? 0) - early).toBeGreaterThan(20);
  expect(over(replicas)).toBe(0);
});

test("a replica that has left says nothing more", async () => {
  const { clock, replicas, server } = start(1);
  await clock.advance(500);
  await Promise.all([replicas[0]?.replicas.leave(), clock.advance(10)]);
  const { commands } = server;
  await clock.advance(2_000);
  expect(server.commands).toBe(commands);
});
