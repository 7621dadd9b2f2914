import { once } from "node:events";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { testClock } from "../support/clock.ts";
import { startServer } from "../support/server.ts";
import { formType } from "../uploads/form-body.ts";
import { asked, openRequest, until } from "./upload-client.ts";

const json = { "content-type": "application/json" };
const tooSlow = {
  status: 408,
  json: {
    errors: [
      {
        message: "The request came too slowly.",
        extensions: { code: "BAD_REQUEST", retryable: false, requestId: expect.any(String) },
      },
    ],
  },
};

test("a client has 15 s to send its headers", async () => {
  await using server = await startServer();
  const { headersTimeout, requestTimeout } = server.server.app.server;
  expect(headersTimeout).toBe(15_000);
  // Node exchanges the two if the first is the longer; bodies are timed apart from it.
  expect(requestTimeout).toBe(915_000);
  expect(server.calls()).toEqual([]);
});

test.each([
  ["JSON", json, '{"query":'],
  ["a form, of which nothing came", { "content-type": formType, ...asked }, ""],
  [
    "a form, up to its files",
    { "content-type": formType, ...asked },
    "--edge\r\ncontent-disposition: form-data",
  ],
])("a client has 15 s to send %s", async (_, headers, start) => {
  const clock = testClock();
  await using server = await startServer({ clock });
  const open = await openRequest(server, headers);
  if (start) await open.send(start);
  await until(() => clock.pending > 0);
  let answered = false;
  void open.answer.then(() => {
    answered = true;
  });
  await clock.advance(14_999);
  expect(answered).toBe(false);
  await clock.advance(1);
  expect(await open.answer).toEqual(tooSlow);
  await clock.advance(5_000);
  await open.closed;
  expect(clock.pending).toBe(0);
  expect(server.calls()).toEqual([]);
});

test("time that the answer takes is not the client's", async () => {
  const clock = testClock();
  await using server = await startServer({ clock });
  const end = server.sandbox.web1on1.inject({ row: "users.me", times: 3, delayMs: 100_000 });
  const answer = server.post({ query: "{ viewer { status } }" });
  await server.taken(1);
  for (let seconds = 0; seconds < 20; seconds += 1) await clock.advance(1_000);
  expect((await answer).json.errors).toMatchObject([{ extensions: { code: "UPSTREAM_TIMEOUT" } }]);
  await end();
  expect(server.calls()).toEqual(Array(3).fill("web1on1 GET /users/me"));
});

test("what is too large is refused so that its sender sees it, whenever it stops sending", async () => {
  await using server = await startServer();
  const open = await openRequest(server, { ...json, "content-length": String(40 * 1024 * 1024) });
  for (let sent = 0; sent < 40; sent += 1) await open.send(Buffer.alloc(1024 * 1024, " "));
  expect(await open.answer).toMatchObject({
    status: 413,
    json: { errors: [{ message: "The request is larger than 1048576 bytes; split it up." }] },
  });
  open.leave();
  expect(server.calls()).toEqual([]);
});

test("a mutation behind a request whose answer closes the connection is not run", async () => {
  await using server = await startServer();
  const open = await openRequest(server, json);
  await open.send("x".repeat(1_100_000));
  expect((await open.answer).status).toBe(413);
  const query = 'mutation { createLabel(input: { type: TIER, name: "A", color: "#123456" }) { labelId } }';
  const behind = JSON.stringify({ query });
  const head = `host: localhost\r\ncontent-type: application/json\r\ncontent-length: ${behind.length}`;
  open.endBefore(`POST /graphql HTTP/1.1\r\n${head}\r\n\r\n${behind}`);
  await open.closed;
  await until(() => server.logLines.filter((line) => line.includes('"msg":"request"')).length === 2);
  expect(server.calls()).toEqual([]);
});

test("a body that nobody reads has 5 s to come once it is answered", async () => {
  const clock = testClock();
  await using server = await startServer({ clock });
  const open = await openRequest(server, { ...json, "content-length": "10" }, "PUT");
  expect(await open.answer).toMatchObject({ status: 405 });
  await clock.advance(5_000);
  await open.closed;
  expect(clock.pending).toBe(0);
  expect(server.calls()).toEqual([]);
});

test("requests that come one after another on a connection have 15 s each", async () => {
  const clock = testClock();
  await using server = await startServer({ clock });
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  await once(socket, "connect");
  const body = '{"query":"{ __typename }"}';
  const start = `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
  for (let time = 1; time <= 3; time += 1) {
    socket.write(start);
    await until(() => clock.pending > 0);
    await clock.advance(14_000);
    socket.write(body);
    const [answer] = await once(socket, "data");
    expect(String(answer)).toMatch(/^HTTP\/1\.1 200 /);
  }
  socket.destroy();
  expect(server.calls()).toEqual([]);
});

test("a request whose URL cannot be read is answered, and its connection closed: no body of it is waited for", async () => {
  await using server = await startServer();
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  const closed = once(socket, "close");
  let text = "";
  socket.setEncoding("utf8").on("data", (data) => {
    text += data;
  });
  socket.write("POST /%zz HTTP/1.1\r\nhost: localhost\r\ncontent-length: 10\r\n\r\n");
  await closed;
  expect(text).toMatch(/^HTTP\/1\.1 400 /);
  expect(server.calls()).toEqual([]);
});
