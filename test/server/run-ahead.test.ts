import { expect, test, vi } from "vitest";
import { settled } from "../support/clock.ts";
import { startGated } from "../support/gate.ts";
import { openConnection, postOf } from "../support/raw-connection.ts";
import { startServer, type TestServer, type TestServerOptions } from "../support/server.ts";

const labelsCall = "assembly GET /accounts/labels";
const labels = "{ labels { name } }";
/** The same document as another text, so that no kept answer is that of an equal request. */
const asText = (query: string, number: number) => ({ query: `# ${number}\n${query}` });

interface KnowingOptions extends TestServerOptions {
  /** To the first two calls for labels. @default the emulator's own */
  readonly reply?: { readonly status: number; readonly body: object };
}

/** A server that knows a document, and how many requests came by the routes since. */
async function startKnowing(query: string, { reply, ...options }: KnowingOptions = {}) {
  const server = await startServer(options);
  if (reply) server.sandbox.assembly.inject({ row: "labels.list", times: 2, reply });
  const first = await server.post({ query });
  expect([first.status, first.json.errors]).toEqual([200, undefined]);
  server.calls();
  const before = server.routed;
  return { server, first, routed: () => server.routed - before };
}

/** What the log has of one request. */
const linesOf = (server: TestServer, requestId: string) =>
  server.logLines
    .map((line) => JSON.parse(line))
    .filter((line) => line.requestId === requestId)
    .map(({ msg, status, answeredBy }) => [msg, status, answeredBy]);

test("a query whose document is known is run ahead of the routes, and told once", async () => {
  const { first, routed, server: made } = await startKnowing(labels);
  await using server = made;
  const answer = await server.post(asText(labels, 1), { "x-request-id": "known" });
  expect([answer.text, routed()]).toEqual([first.text, 0]);
  await expect.poll(() => linesOf(server, "known")).toHaveLength(2);
  expect(linesOf(server, "known")).toEqual([
    ["operation", 200, "run"],
    ["request", 200, undefined],
  ]);
  expect(server.calls()).toEqual([]);
});

/** An answer of more than a piece. */
const longReply = { status: 200, body: { labels: [{ id: "1", name: "x".repeat(70_000), type: "tier" }] } };

/** A look that takes so long that all of the request has come by then. */
const catchUp = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await settled();
};

test.each<[string, Readonly<Record<string, string>>, string | null, TestServerOptions]>([
  ["in pieces", { "accept-encoding": "identity" }, null, {}],
  ["compressed", { "accept-encoding": "br" }, "br", {}],
  [
    "after a look and a call",
    { "accept-encoding": "gzip" },
    "gzip",
    { parts: { catchUp, reads: { keeps: false } } },
  ],
])(
  "an answer that goes out %s is sent by the routes, run once and told once",
  async (_, headers, coding, options) => {
    const { first, routed, server: made } = await startKnowing(labels, { reply: longReply, ...options });
    await using server = made;
    expect(first.text.length).toBeGreaterThan(65_536);
    const { executeDirectly } = server.gateway;
    /** Requests that had come by the routes when it was run. */
    const routedBefore: number[] = [];
    vi.spyOn(server.gateway, "executeDirectly").mockImplementation((...asked) => {
      routedBefore.push(routed());
      return executeDirectly(...asked);
    });
    const init = { method: "POST", body: JSON.stringify(asText(labels, 1)) };
    const sent = { "content-type": "application/json", "x-request-id": "long", ...headers };
    const response = await fetch(`${server.url}/graphql`, { ...init, headers: sent });
    expect(response.headers.get("content-encoding")).toBe(coding);
    // `fetch` has unpacked it.
    expect(await response.text()).toBe(first.text);
    const calls = options.parts ? [labelsCall] : [];
    expect([routed(), routedBefore, server.calls()]).toEqual([1, [0], calls]);
    await expect.poll(() => linesOf(server, "long")).toHaveLength(2);
    expect(linesOf(server, "long")).toEqual([
      ["operation", 200, "run"],
      ["request", 200, undefined],
    ]);
  },
);

test("a failure is told by the routes, under the id of its own request", async () => {
  const { routed, server: made } = await startKnowing(labels, { parts: { reads: { keeps: false } } });
  await using server = made;
  server.sandbox.assembly.inject({ row: "labels.list", times: 9, reply: { status: 403, body: {} } });
  const { json, status } = await server.post(asText(labels, 1), { "x-request-id": "failing" });
  expect([status, json.data, json.errors.length]).toEqual([200, { labels: null }, 1]);
  expect(json.errors[0].extensions).toMatchObject({ code: "FORBIDDEN", requestId: "failing" });
  expect([routed(), server.calls()]).toEqual([1, [labelsCall]]);
});

test("so is one without an id of the client's, which has one id in all places", async () => {
  const { server: made } = await startKnowing(labels, { parts: { reads: { keeps: false } } });
  await using server = made;
  server.sandbox.assembly.inject({ row: "labels.list", times: 9, reply: { status: 403, body: {} } });
  const contextFor = vi.spyOn(server.gateway, "contextFor");
  const { headers, json } = await server.post(asText(labels, 1));
  const id = headers.get("x-request-id");
  expect(json.errors[0].extensions.requestId).toBe(id);
  expect(contextFor.mock.calls.map(([, asked]) => asked?.requestId)).toEqual([id]);
  expect(server.calls()).toEqual([labelsCall]);
});

test("a fault of the gateway is masked, and in the log once", async () => {
  const { routed, server: made } = await startKnowing(labels);
  await using server = made;
  const fault = vi.spyOn(server.gateway, "contextFor").mockImplementation(() => {
    throw new Error("broken");
  });
  const { json, status } = await server.post(asText(labels, 1));
  fault.mockRestore();
  expect([status, json.errors[0].extensions.code]).toEqual([500, "INTERNAL_SERVER_ERROR"]);
  expect(server.logLines.filter((line) => line.includes('"fault"'))).toHaveLength(1);
  expect([routed(), server.calls()]).toEqual([1, []]);
});

const viewer = "{ viewer { status } }";

/** A server that knows the document of the viewer and keeps no answers, and one operation that waits for its call. */
async function startWaiting() {
  const made = await startGated({ parts: { reads: { keeps: false } } });
  const { server, gate } = made;
  const first = gate.next();
  const warm = server.post({ query: viewer });
  await (await first).letThrough();
  await warm;
  server.calls();
  const before = server.routed;
  const arrived = gate.next();
  const connection = await openConnection(server.url);
  connection.send(postOf(asText(viewer, 1), { "x-request-id": "waiting" }));
  const read = await arrived;
  return { made, server, connection, read, routed: () => server.routed - before };
}

test("a client that leaves meanwhile ends the call, and its request is told once, as left", async () => {
  const { connection, made, read, routed, server } = await startWaiting();
  await using _ = made;
  connection.socket.destroy();
  expect(await read.ended).toBe("left");
  while (linesOf(server, "waiting").length < 2) await settled();
  expect(linesOf(server, "waiting")).toEqual([
    ["operation", 200, "run"],
    ["request", 499, undefined],
  ]);
  expect([routed(), server.calls()]).toEqual([0, []]);
});

test("a server that drains meanwhile answers, and closes the connection", async () => {
  const { connection, made, read, routed, server } = await startWaiting();
  await using _ = made;
  using __ = connection;
  void server.server.drain();
  await read.letThrough();
  const { body, headers } = await connection.answer();
  expect(JSON.parse(body)).toEqual({ data: { viewer: { status: "ACTIVE" } } });
  expect(headers.map((line) => line.toLowerCase())).toContain("connection: close");
  expect([routed(), server.calls()]).toEqual([1, ["web1on1 GET /users/me"]]);
});
