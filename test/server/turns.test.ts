import { expect, test } from "vitest";
import type { OperationEvent } from "../../src/observation/events.ts";
import { settled, testClock } from "../support/clock.ts";
import { startGated } from "../support/gate.ts";
import { startServer } from "../support/server.ts";

test("an operation waits for its turn before any of it is executed", async () => {
  const answered: OperationEvent[] = [];
  await using server = await startServer({
    clock: testClock(),
    observers: [{ operation: (event) => answered.push(event) }],
  });
  let comes = true;
  const keepComing = (): void => {
    if (!comes) return;
    server.gateway.tookConnection();
    setImmediate(keepComing);
  };
  keepComing();
  const sent = server.post({ query: "{ __typename }" });
  await server.taken(1);
  for (let round = 0; round < 5; round += 1) await settled();
  expect(answered).toEqual([]);
  comes = false;
  expect((await sent).json).toEqual({ data: { __typename: "Query" } });
  expect(answered).toHaveLength(1);
  expect(server.calls()).toEqual([]);
});

test("an operation whose read is answered waits for its turn before it goes on", async () => {
  const answered: OperationEvent[] = [];
  await using gated = await startGated({ observers: [{ operation: (event) => answered.push(event) }] });
  const { gate, server } = gated;
  const sent = server.post({ query: "{ viewer { status } }" });
  const read = await gate.next();
  let comes = true;
  const keepComing = (): void => {
    if (!comes) return;
    server.gateway.tookConnection();
    setImmediate(keepComing);
  };
  keepComing();
  await read.letThrough();
  await read.ended;
  for (let round = 0; round < 20; round += 1) await settled();
  expect(answered).toEqual([]);
  comes = false;
  expect((await sent).json).toEqual({ data: { viewer: { status: "ACTIVE" } } });
  expect(server.calls()).toEqual(["web1on1 GET /users/me"]);
});
