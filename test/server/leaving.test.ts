import { expect, test } from "vitest";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { settled } from "../support/clock.ts";
import { startGated } from "../support/gate.ts";
import type { TestServer } from "../support/server.ts";

const { userId } = showcase.person;
const viewer = { query: "{ viewer { status } }" };
const rename = {
  query: `mutation { updateUser(id: "${userId}", input: { givenName: "Renamed" }) { userId } }`,
};

/** Sends an operation and leaves once `until` is over; resolves when the gateway has seen it. */
async function leave(server: TestServer, body: object, until: Promise<unknown>): Promise<void> {
  const controller = new AbortController();
  const init = {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    signal: controller.signal,
  };
  const answer = server.request("/graphql", init).then(
    () => "answered",
    () => "left",
  );
  const left = () => server.logLines.filter((line) => line.includes('"status":499')).length;
  await until;
  const leftBefore = left();
  controller.abort();
  expect(await answer).toBe("left");
  while (left() === leftBefore) await settled();
}

test("a client that leaves ends the read that was made for it", async () => {
  await using made = await startGated();
  const { server, gate } = made;
  const arrived = gate.next();
  await leave(server, viewer, arrived);
  const read = await arrived;
  expect(read.call).toBe("GET /v2/users/me");
  expect(await read.ended).toBe("left");
  expect(server.calls()).toEqual([]);
});

test("a read that another client waits for goes on", async () => {
  await using made = await startGated();
  const { server, gate } = made;
  const arrived = gate.next();
  const staying = server.post(viewer);
  const read = await arrived;
  await leave(server, viewer, settled());
  await read.letThrough();
  expect((await staying).json).toEqual({ data: { viewer: { status: "ACTIVE" } } });
  expect(await read.ended).toBe("answered");
  expect(server.calls()).toEqual(["web1on1 GET /users/me"]);
});

test("a read goes on for those who asked the same after the one for whom it was begun, who leaves", async () => {
  await using made = await startGated();
  const { server, gate } = made;
  const arrived = gate.next();
  const leaving = leave(server, viewer, server.taken(3));
  const read = await arrived;
  const staying = [server.post(viewer), server.post(viewer)];
  await leaving;
  await read.letThrough();
  for (const answer of await Promise.all(staying)) {
    expect(answer.json).toEqual({ data: { viewer: { status: "ACTIVE" } } });
  }
  expect(await read.ended).toBe("answered");
  expect(server.calls()).toEqual(["web1on1 GET /users/me"]);
});

test("a read ends when all have left who asked the same, and who asks again gets one of their own", async () => {
  await using made = await startGated();
  const { server, gate } = made;
  const arrived = gate.next();
  const all = server.taken(2);
  const leaving = leave(server, viewer, all);
  const read = await arrived;
  const leavingToo = leave(server, viewer, leaving);
  await leavingToo;
  expect(await read.ended).toBe("left");
  const next = gate.next();
  const answer = server.post(viewer);
  await (await next).letThrough();
  expect((await answer).json).toEqual({ data: { viewer: { status: "ACTIVE" } } });
  expect(server.calls()).toEqual(["web1on1 GET /users/me"]);
});

test("a write goes on when its client leaves, since it may have taken effect already", async () => {
  await using made = await startGated();
  const { server, gate } = made;
  const arrived = gate.next();
  await leave(server, rename, arrived);
  const write = await arrived;
  await write.letThrough();
  expect(await write.ended).toBe("answered");
  expect(server.calls()).toEqual([`web1on1 PATCH /users/${userId}`]);
});

test("a write that waits for a read is not sent for a client that has left", async () => {
  await using made = await startGated();
  const { server, gate } = made;
  const query = `mutation { updateUser(id: "${userId}", input: { settings: { locale: NL } }) { userId } }`;
  const arrived = gate.next();
  await leave(server, { query }, arrived);
  const read = await arrived;
  expect(read.call).toBe(`GET /v2/users/${userId}`);
  expect(await read.ended).toBe("left");
  let isDrained = false;
  void server.server.drain().then(() => {
    isDrained = true;
  });
  // The time that clients have to use up their connections begins some turns of the event loop later.
  while (!isDrained) await made.clock.advance(1_000);
  expect(server.calls()).toEqual([]);
});
