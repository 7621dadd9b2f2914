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
const delayMs = 2_000;
/** The end of the delay, in which clients keep their connections, and the time for them to use those up. */
const endMs = 1_000;

/** A connection to the server on which nothing was sent yet. */
async function openConnection(server: TestServer, address = "127.0.0.1"): Promise<Socket> {
  const socket = connect(Number(new URL(server.url).port), address);
  // How it ends is the server's choice.
  socket.on("error", () => {});
  await once(socket, "connect");
  return socket;
}

/** Sends a request that needs no system; resolves with the first piece of the answer. */
async function ask(socket: Socket): Promise<string> {
  socket.write("GET /health/live HTTP/1.1\r\nhost: localhost\r\n\r\n");
  const [piece] = await once(socket, "data");
  return String(piece);
}

/** Asked by a new connection each time, which is closed at once. */
const refusesConnections = (server: TestServer, address?: string): Promise<boolean> =>
  openConnection(server, address).then(
    (socket) => {
      socket.destroy();
      return false;
    },
    () => true,
  );

test("a server without work goes on for the delay, is not ready meanwhile, and then refuses connections", async () => {
  const clock = testClock();
  await using server = await startServer({ clock });
  expect(await server.request("/health/ready")).toMatchObject({ status: 200, json: { status: "ready" } });
  const draining = server.server.drain();
  expect(await server.request("/health/ready")).toMatchObject({ status: 503, json: { status: "draining" } });
  await clock.advance(delayMs - endMs - 1);
  const late = await server.post(viewer);
  expect(late).toMatchObject({ status: 200, json: answered });
  expect(late.headers.get("connection")).toBe("close");
  await clock.advance(endMs);
  expect(await server.request("/health/live")).toMatchObject({ status: 200 });
  await clock.advance(1);
  while (!(await refusesConnections(server))) await settled();
  await clock.advance(endMs);
  await draining;
  expect(server.calls()).toEqual(["web1on1 GET /users/me"]);
});

test.each(["127.0.0.1", "127.0.0.2"])(
  "clients of %s, one address of two, keep their connections when none is taken any more, and use them up",
  async (address) => {
    const clock = testClock();
    await using server = await startServer({ clock, host: ["127.0.0.1", "127.0.0.2"] });
    const draining = server.server.drain();
    await clock.advance(delayMs - 1);
    const [used, idle, silent] = [
      await openConnection(server, address),
      await openConnection(server, address),
      await openConnection(server, address),
    ];
    for (const socket of [used, idle])
      expect(await ask(socket)).toMatch(/^HTTP.* 200 .*connection: keep-alive/is);
    await clock.advance(1);
    while (!(await refusesConnections(server, address))) await settled();
    expect(await ask(silent)).toMatch(/^HTTP.* 200 .*connection: close/is);
    await clock.advance(endMs - 1);
    expect(await ask(used)).toMatch(/^HTTP.* 200 .*connection: close/is);
    expect(idle.closed).toBe(false);
    const closed = once(idle, "close");
    await clock.advance(1);
    await draining;
    await closed;
    expect(server.calls()).toEqual([]);
  },
);

test("without a delay no connection is kept", async () => {
  const clock = testClock();
  await using server = await startServer({ clock, drainDelayMs: 0 });
  const idle = await openConnection(server);
  await ask(idle);
  const closed = once(idle, "close");
  const draining = server.server.drain();
  await clock.advance(0);
  await draining;
  await closed;
  expect(await refusesConnections(server)).toBe(true);
  expect(server.calls()).toEqual([]);
});

test("a balancer that has seen three checks fail, each after a second, and sends nothing for another one ends the delay", async () => {
  const clock = testClock();
  await using server = await startServer({ clock, drainDelayMs: 600_000 });
  const draining = server.server.drain();
  for (let check = 1; check <= 3; check += 1) {
    // Checks that hurry are no more than one.
    for (let time = 1; time <= 5; time += 1) expect((await server.request("/health/ready")).status).toBe(503);
    await clock.advance(check < 3 ? 1_000 : 500);
  }
  expect((await server.post({ query: "{ __typename }" })).status).toBe(200);
  await clock.advance(999);
  expect((await server.request("/health/live")).status).toBe(200);
  await clock.advance(1);
  await draining;
  expect(await refusesConnections(server)).toBe(true);
  expect(server.calls()).toEqual([]);
});

test("a server that never listened has no client to wait for", async () => {
  const clock = testClock();
  await using server = await startServer({ clock });
  await new Promise((resolve) => void server.server.app.server.close(resolve));
  await server.server.drain();
  expect(clock.pending).toBe(0);
  expect(server.calls()).toEqual([]);
});

test("an answer that is being sent is sent whole, however slowly it is read", async () => {
  const clock = testClock();
  await using server = await startServer({ clock });
  const name = "x".repeat(6_000_000);
  server.sandbox.assembly.inject({
    row: "labels.list",
    times: 1,
    reply: {
      status: 200,
      body: { labels: [{ id: "8ce1939e-0000-4000-8000-000000000001", name, type: "tier" }] },
    },
  });
  const socket = await openConnection(server);
  const body = JSON.stringify({ query: "{ labels { name } }" });
  socket.write(
    `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
  await once(socket, "readable");
  const draining = server.server.drain();
  await clock.advance(delayMs);
  while (!(await refusesConnections(server))) await settled();
  await clock.advance(endMs);
  const closed = once(socket, "close");
  let text = "";
  socket.setEncoding("utf8").on("data", (data) => {
    text += data;
  });
  await draining;
  await closed;
  const [head = "", json = ""] = text.split("\r\n\r\n");
  expect(head).toMatch(/^HTTP\/1\.1 200 /);
  expect(JSON.parse(json)).toEqual({ data: { labels: [{ name }] } });
  expect(server.calls()).toEqual(["assembly GET /accounts/labels"]);
});

test("draining twice is draining once", async () => {
  const clock = testClock();
  await using server = await startServer({ clock });
  const first = server.server.drain();
  expect(server.server.drain()).toBe(first);
  await clock.advance(delayMs);
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

  await clock.advance(delayMs);
  while (!(await refusesConnections(server))) await settled();
  expect(drained).toBe(false);
  await read.letThrough();
  expect(await first).toMatchObject({ status: 200, json: answered });
  await draining;
  expect(server.calls()).toEqual(["web1on1 GET /users/me"]);
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
  const draining = server.server.drain();
  await clock.advance(delayMs);
  while (!(await refusesConnections(server))) await settled();
  await clock.advance(endMs);
  await draining;
  await Promise.all(closed);
  expect(server.calls()).toEqual([]);
});

test.each<[string, Readonly<Record<string, string>>]>([
  ["a write", {}],
  ["a write with an idempotency key", { "idempotency-key": "k" }],
])("%s whose client has left is waited for", async (_, headers) => {
  await using made = await startGated();
  const { clock, gate, server } = made;
  const arrived = gate.next();
  const controller = new AbortController();
  const query = `mutation { updateUser(id: "${userId}", input: { givenName: "Renamed" }) { userId } }`;
  const init = {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
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
  await clock.advance(delayMs);
  while (!(await refusesConnections(server))) await settled();
  expect(drained).toBe(false);
  await write.letThrough();
  await draining;
  expect(await write.ended).toBe("answered");
  expect(server.calls()).toEqual([`web1on1 PATCH /users/${userId}`]);
});
