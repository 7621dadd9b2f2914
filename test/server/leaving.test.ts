import { expect, test } from "vitest";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { settled } from "../support/clock.ts";
import { startGated } from "../support/gate.ts";
import type { TestServer } from "../support/server.ts";

const { userId } = showcase.person;
const viewer = { query: "{ viewer { status } }" };
const rename = { query: `mutation { updateUser(id: "${userId}", input: { givenName: "Renamed" }) { id } }` };

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
  await until;
  controller.abort();
  expect(await answer).toBe("left");
  while (!server.logLines.some((line) => line.includes('"status":499'))) await settled();
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
  const query = `mutation { updateUser(id: "${userId}", input: { settings: { locale: NL } }) { id } }`;
  const arrived = gate.next();
  await leave(server, { query }, arrived);
  const read = await arrived;
  expect(read.call).toBe(`GET /v2/users/${userId}`);
  expect(await read.ended).toBe("left");
  const drained = server.server.drain();
  await made.clock.advance(1_500);
  await drained;
  expect(server.calls()).toEqual([]);
});
