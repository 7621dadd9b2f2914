import { once } from "node:events";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { testClock } from "../support/clock.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { formBody, formType } from "../uploads/form-body.ts";
import { applied, asked, fieldsOf, formEnd, openRequest, replyUpToFile, until } from "./upload-client.ts";

const reply = "assembly POST /interactions/reply";
const piece = Buffer.alloc(65_536, "x");

const left = ({ logLines }: TestServer): number =>
  logLines.filter((line) => line.includes('"status":499')).length;

/** Whether requests are under way which take bytes as they come: the upstream has the first of them. */
async function startServerAndSend(pieces: number) {
  const clock = testClock();
  const server = await startServer({ clock, drainDelayMs: 0 });
  const open = await openRequest(server);
  await open.send(replyUpToFile());
  for (let sent = 0; sent < pieces; sent += 1) await open.send(piece);
  return { clock, server, open };
}

test("an upload that goes on for long is waited for, beyond the time of other operations", async () => {
  const { clock, open, server } = await startServerAndSend(1);
  await using _ = server;
  for (let seconds = 0; seconds < 60; seconds += 6) {
    await until(() => clock.pending > 0);
    await clock.advance(6_000);
    for (let sent = 0; sent < 7; sent += 1) await open.send(piece);
    await server.taken(1);
  }
  await open.send(formEnd);
  open.end();
  expect((await open.answer).json).toEqual({ data: { replyToInteraction: { replyId: expect.any(String) } } });
  expect(JSON.parse(server.sandbox.assembly.journal[0]?.body ?? "").files).toMatchObject([
    { bytes: 71 * piece.length },
  ]);
  expect(server.calls()).toEqual([reply]);
});

test("an upload that stalls is given up after 8 s, and nothing takes effect", async () => {
  const { clock, open, server } = await startServerAndSend(3);
  await using _ = server;
  await server.taken(1);
  let answered = false;
  void open.answer.then(() => {
    answered = true;
  });
  for (let seconds = 0; !answered && seconds < 9; seconds += 1) await clock.advance(1_000);
  expect(await open.answer).toMatchObject({
    status: 200,
    json: {
      data: { replyToInteraction: null },
      errors: [
        {
          message: "The upload stalled: nothing came for 8 s.",
          path: ["replyToInteraction"],
          extensions: { code: "BAD_USER_INPUT" },
        },
      ],
    },
  });
  await clock.advance(5_000);
  await open.closed;
  expect(applied(server)).toEqual([]);
});

test("a client that leaves in the midst of a file has done nothing", async () => {
  const { clock, open, server } = await startServerAndSend(3);
  await using _ = server;
  await server.taken(1);
  open.leave();
  await until(() => left(server) === 1);
  const drained = server.server.drain();
  await clock.advance(1_500);
  await drained;
  expect(applied(server)).toEqual([]);
  expect(server.calls()).toEqual([]);
});

test.each([
  ["was refused unread", {}, 400],
  ["ended before its files", { ...asked, "x-explain": "plan" }, 200],
])(
  "the answer to a request that %s reaches its client, who may go on to send for 5 s",
  async (_, headers, status) => {
    const clock = testClock();
    await using server = await startServer({ clock });
    const open = await openRequest(server, { "content-type": formType, ...headers });
    await open.send(replyUpToFile());
    await open.send(piece);
    expect(await open.answer).toMatchObject({ status });
    let isClosed = false;
    void open.closed.then(() => {
      isClosed = true;
    });
    for (let sent = 0; sent < 100; sent += 1) await open.send(piece);
    await clock.advance(4_999);
    expect(isClosed).toBe(false);
    await clock.advance(1);
    await open.closed;
    expect(clock.pending).toBe(0);
    expect(server.calls()).toEqual([]);
  },
);

test("what is thrown away holds up draining until it has come, or its time is up", async () => {
  const clock = testClock();
  await using server = await startServer({ clock });
  const [ending, endless] = await Promise.all([
    openRequest(server, { "content-type": formType }),
    openRequest(server, { "content-type": formType }),
  ]);
  await Promise.all([ending.answer, endless.answer]);
  let drained = false;
  const draining = server.server.drain().then(() => {
    drained = true;
  });
  await ending.send(piece);
  ending.end();
  await clock.advance(4_900);
  expect(drained).toBe(false);
  await clock.advance(100);
  await draining;
  await endless.closed;
  expect(server.calls()).toEqual([]);
});

test.each([
  ["is used again", "keep-alive", "HTTP/1.1 200 OK"],
  ["is closed where its client asks for it,", "close", undefined],
])("a connection %s after a body that was refused has come", async (_, connection, next) => {
  await using server = await startServer();
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  const closed = once(socket, "close");
  let text = "";
  socket.setEncoding("utf8").on("data", (data) => {
    text += data;
  });
  const body = Buffer.alloc(5_000_000, "x");
  socket.write(
    `POST /graphql HTTP/1.1\r\nhost: localhost\r\nconnection: ${connection}\r\ncontent-type: ${formType}\r\ncontent-length: ${body.length}\r\n\r\n`,
  );
  await until(() => text.includes("apollo-require-preflight"));
  socket.write(body);
  socket.write("GET /health/live HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n");
  await closed;
  const answers = [...text.matchAll(/HTTP\/1.1 .*/g)].map(([line]) => line);
  expect(answers).toEqual(["HTTP/1.1 400 Bad Request", ...(next ? [next] : [])]);
  expect(server.calls()).toEqual([]);
});

test("an operation under way with its files is finished before the server ends", async () => {
  const { clock, open, server } = await startServerAndSend(1);
  await using _ = server;
  await server.taken(1);
  let drained = false;
  const draining = server.server.drain().then(() => {
    drained = true;
  });
  await clock.advance(1_500);
  expect(drained).toBe(false);
  await open.send(formEnd);
  open.end();
  expect((await open.answer).json.data.replyToInteraction.replyId).toEqual(expect.any(String));
  await draining;
  expect(server.calls()).toEqual([reply]);
});

test("a file that is too large is refused while it comes, and other writes of the operation are done", async () => {
  await using server = await startServer();
  const { userId } = showcase.person;
  const rename = `updateUser(id: "${userId}", input: { givenName: "Renamed" }) { userId }`;
  const document = `mutation ($files: [Upload!]) { createInteraction(input: { query: "x", images: $files }) { ticketNumber } ${rename} }`;
  const jpeg = Buffer.from("ffd8ff", "hex");
  const form = formBody([...fieldsOf(document, ["0"]), { name: "0", filename: "big.jpg", content: jpeg }]);
  const open = await openRequest(server, { "content-type": formType, ...asked });
  await open.send(form.subarray(0, form.lastIndexOf("\r\n--edge--")));
  for (let sent = 0; sent < 65; sent += 1) await open.send(piece);
  expect((await open.answer).json).toMatchObject({
    data: { createInteraction: null, updateUser: { userId: expect.any(String) } },
    errors: [{ message: 'File "0" (big.jpg) is larger than 4194304 bytes.', path: ["createInteraction"] }],
  });
  open.leave();
  expect(applied(server)).toEqual([]);
  expect(server.calls().at(-1)).toBe(`web1on1 PATCH /users/${userId}`);
});
