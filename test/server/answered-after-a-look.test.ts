import { expect, test } from "vitest";
import { createKeyedLock } from "../../src/rest/keyed-lock.ts";
import type { OthersWrites } from "../../src/rest/shared-writes.ts";
import { settled, testClock } from "../support/clock.ts";
import { openConnection, postOf } from "../support/raw-connection.ts";
import { startServer, type TestServer } from "../support/server.ts";

const labels = { query: "{ labels(type: TIER) { name } }" };
const labelsCall = "assembly GET /accounts/labels/Tier";

/** A server that has answered the query, and looks for the writes of others as the test has it. */
async function startLooking() {
  const others: OthersWrites[] = [];
  let look: () => Promise<void> | undefined = () => undefined;
  const server = await startServer({
    parts: {
      catchUp: () => look(),
      share: ({ name }) => ({
        writes: {
          follow: (listener) => void others.push(listener),
          announce: async () => async () => {},
        },
        lock: createKeyedLock(name, testClock()),
        logIns: { take: async () => ({ refused: undefined, end: async () => {} }) },
      }),
    },
  });
  expect((await server.post(labels)).status).toBe(200);
  expect(server.calls()).toEqual([labelsCall]);
  const before = server.routed;
  return {
    server,
    routed: () => server.routed - before,
    /** Has operations wait from now on. @returns lets them go on. */
    hold() {
      const held: (() => void)[] = [];
      look = () => new Promise((resolve) => void held.push(resolve));
      return {
        held,
        release() {
          look = () => undefined;
          for (const end of held) end();
        },
      };
    },
    findWrites() {
      look = async () => {
        await settled();
        for (const one of others) one.invalidate(undefined, false);
      };
    },
  };
}

test("a kept answer is given ahead of the routes once a look is over", async () => {
  const { hold, routed, server: made } = await startLooking();
  await using server = made;
  const { held, release } = hold();
  let isAnswered = false;
  const asked = server.post(labels).then((answer) => {
    isAnswered = true;
    return answer;
  });
  await expect.poll(() => held.length).toBe(1);
  await settled();
  expect(isAnswered).toBe(false);
  release();
  expect((await asked).status).toBe(200);
  expect([routed(), server.calls()]).toEqual([0, []]);
});

test.each([
  ["as it is sent most", {}],
  ["that is never answered ahead of the routes", { origin: "http://localhost:1" }],
  ["that wants its calls explained", { "x-explain": "1" }],
])("an operation %s is not given what a look finds to have been written since", async (_, headers) => {
  const { findWrites, server: made } = await startLooking();
  await using server = made;
  findWrites();
  expect((await server.post(labels, headers)).status).toBe(200);
  expect(server.calls()).toEqual([labelsCall]);
});

test("a client that leaves during a look leaves nothing behind", async () => {
  const { hold, routed, server: made } = await startLooking();
  await using server = made;
  const { held, release } = hold();
  const connection = await openConnection(server.url);
  connection.send(postOf(labels, { accept: "*/*" }));
  await expect.poll(() => held.length).toBe(1);
  const open = await connectionsOf(server);
  connection.socket.destroy();
  await expect.poll(() => connectionsOf(server)).toBe(open - 1);
  release();
  expect((await server.post(labels)).status).toBe(200);
  expect([routed(), server.calls(), server.server.operationsInFlight]).toEqual([0, [], 0]);
  await server.server.drain();
});

const connectionsOf = ({ server }: TestServer): Promise<number> =>
  new Promise((resolve) => server.app.server.getConnections((_error, count) => resolve(count)));
