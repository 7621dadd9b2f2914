import { expect, test } from "vitest";
import { testClock } from "../support/clock.ts";
import { createMemoryServer } from "./memory-server.ts";
import { type ReplicaInTime, startReplica } from "./replica-in-time.ts";

/** Two replicas that have begun to share, of which calls of one are asked for. */
async function sharing() {
  const clock = testClock();
  const server = createMemoryServer(clock);
  const [replica, other] = [startReplica(server, clock), startReplica(server, clock)];
  await clock.advance(500);
  expect([replica.held, other.held]).toEqual([15, 15]);
  return { clock, replica, server };
}

/** Asks for calls that are not answered. @returns those that were granted before any other turn of the event loop. */
async function grantedAtOnce({ limiter }: ReplicaInTime, calls: number, nowMs: number): Promise<number> {
  let granted = 0;
  for (let call = 0; call < calls; call += 1) {
    const operation = { signal: new AbortController().signal, deadlineAtMs: nowMs + 10_000 };
    void limiter.acquire(operation, "GET /things").then(() => {
      granted += 1;
    });
  }
  // One turn of promises that are resolved; neither a timer nor a socket has its turn before it ends.
  await Promise.resolve();
  await Promise.resolve();
  return granted;
}

test("calls within the units that are held are granted in the same turn, without a command to Redis", async () => {
  const { clock, replica, server } = await sharing();
  const { commands } = server;
  expect(await grantedAtOnce(replica, 14, clock.nowMs())).toBe(14);
  expect(server.commands).toBe(commands);
});

test("they are granted in the same turn while a command to Redis is under way that is never answered", async () => {
  const { clock, replica, server } = await sharing();
  server.mood = "is silent";
  const { commands } = server;
  await clock.advance(200);
  expect(server.commands).toBeGreaterThan(commands);
  expect(await grantedAtOnce(replica, 14, clock.nowMs())).toBe(14);
});

test("a call that waits for its turn is granted by the passing of time, while Redis does not answer", async () => {
  const { clock, replica, server } = await sharing();
  server.mood = "is silent";
  replica.call(30);
  await clock.advance(100);
  const inFirstWindow = replica.countedAtMs.length;
  expect(inFirstWindow).toBeGreaterThan(10);
  await clock.advance(1_100);
  expect(replica.countedAtMs.length).toBeGreaterThanOrEqual(2 * inFirstWindow - 2);
});

test("the number of commands does not grow with the number of calls", async () => {
  const { clock, replica, server } = await sharing();
  const idle = server.commands;
  await clock.advance(2_000);
  const whileIdle = server.commands - idle;
  const busy = server.commands;
  replica.call(1);
  await clock.advance(500);
  replica.rest();
  await clock.advance(1_500);
  expect(replica.countedAtMs.length).toBeGreaterThan(8);
  expect(server.commands - busy).toBe(whileIdle);
});
