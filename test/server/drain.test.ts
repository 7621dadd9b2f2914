import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { expect, test } from "vitest";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { settled, testClock } from "../support/clock.ts";
import { startGated } from "../support/gate.ts";
import { startServer, type TestServer } from "../support/server.ts";

const viewer = { query: "{ viewer { status } }" };
const answered = { data: { viewer: { status: "ACTIVE" } } };
const { userId } = showcase.person;
const lingerMs = 1_500;

/** A connection to the server on which nothing was sent yet. */
async function openConnection(server: TestServer): Promise<Socket> {
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  // How it ends is the server's choice.
  socket.on("error", () => {});
  await once(socket, "connect");
  return socket;
}

const refusesConnections = async (server: TestServer): Promise<boolean> =>
  server.request("/health/live").then(
    () => false,
    () => true,
  );

test("a server without work closes at once, and refuses connections from then on", async () => {
  await using server = await startServer({ clock: testClock() });
  expect((await server.request("/health/ready")).status).toBe(200);
  await server.server.drain();
  expect(await refusesConnections(server)).toBe(true);
  expect(server.calls()).toEqual([]);
});

test("draining twice is draining once", async () => {
  await using server = await startServer({ clock: testClock() });
  const first = server.server.drain();
  expect(server.server.drain()).toBe(first);
  await first;
  expect(server.server.drain()).toBe(first);
  expect(server.calls()).toEqual([]);
});

test("an operation under way is finished, and meanwhile the server answers as usual but is not ready", async () => {
  await using made = await startGated();
  const { clock, gate, server } = made;
  const arrived = gate.next();
  const first = server.post(viewer);
  const read = await arrived;
  let drained = false;
  const draining = server.server.drain().then(() => {
    drained = true;
  });

  expect(await server.request("/health/ready")).toMatchObject({ status: 503, json: { status: "draining" } });
  expect(await server.request("/health/live")).toMatchObject({ status: 200 });
  const late = await server.post({ query: "{ __typename }" });
  expect(late).toMatchObject({ status: 200, json: { data: { __typename: "Query" } } });
  expect(late.headers.get("connection")).toBe("close");

  await clock.advance(lingerMs);
  while (!(await refusesConnections(server))) await settled();
  expect(drained).toBe(false);
  await read.letThrough();
  expect(await first).toMatchObject({ status: 200, json: answered });
  await draining;
  expect(server.calls()).toEqual(["web1on1 GET /users/me"]);
});

test("a server that has just answered lingers, so that its clients can turn elsewhere", async () => {
  const clock = testClock();
  await using server = await startServer({ clock });
  await server.post({ query: "{ __typename }" });
  const draining = server.server.drain();
  expect(await refusesConnections(server)).toBe(false);
  await clock.advance(lingerMs - 1);
  expect(await refusesConnections(server)).toBe(false);
  await clock.advance(1);
  await draining;
  expect(await refusesConnections(server)).toBe(true);
  expect(server.calls()).toEqual([]);
});

test("connections on which nothing, or half of a request, was sent do not hold it up", async () => {
  const clock = testClock();
  await using server = await startServer({ clock });
  const silent = await openConnection(server);
  const slow = await openConnection(server);
  slow.write("POST /graphql HTTP/1.1\r\nhost: localhost\r\n");
  const used = await openConnection(server);
  used.write("GET /health/live HTTP/1.1\r\nhost: localhost\r\n\r\n");
  await once(used, "data");
  const closed = [silent, slow, used].map((socket) => once(socket, "close"));
  await server.server.drain();
  await Promise.all(closed);
  expect(server.calls()).toEqual([]);
});

test("a write whose client has left is waited for", async () => {
  await using made = await startGated();
  const { clock, gate, server } = made;
  const arrived = gate.next();
  const controller = new AbortController();
  const query = `mutation { updateUser(id: "${userId}", input: { givenName: "Renamed" }) { id } }`;
  const init = {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
    signal: controller.signal,
  };
  const left = expect(server.request("/graphql", init)).rejects.toThrow("abort");
  const write = await arrived;
  controller.abort();
  await left;
  let drained = false;
  const draining = server.server.drain().then(() => {
    drained = true;
  });
  await clock.advance(lingerMs);
  while (!(await refusesConnections(server))) await settled();
  expect(drained).toBe(false);
  await write.letThrough();
  await draining;
  expect(await write.ended).toBe("answered");
  expect(server.calls()).toEqual([`web1on1 PATCH /users/${userId}`]);
});
