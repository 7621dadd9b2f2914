import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { expect, test } from "vitest";
import { testClock } from "../support/clock.ts";
import { startServer } from "../support/server.ts";
import { until } from "./upload-client.ts";

const bytes = 6_000_000;

/** Asks for an answer of 6 MB, and reads nothing of it until the test does. */
async function askForMuch() {
  const clock = testClock();
  const server = await startServer({ clock });
  let ofServer: Socket | undefined;
  server.server.app.server.once("connection", (taken: Socket) => {
    ofServer = taken;
  });
  server.sandbox.assembly.inject({
    row: "labels.list",
    times: 1,
    reply: { status: 200, body: { labels: [{ id: "1", name: "x".repeat(bytes), type: "tier" }] } },
  });
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  socket.on("error", () => {});
  let received = 0;
  const closed = once(socket, "close");
  const body = JSON.stringify({ query: "{ labels { name } }" });
  socket.write(
    `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
  await once(socket, "readable");
  return {
    clock,
    server,
    socket,
    closed,
    received: () => received,
    /** Bytes that the server has handed to the system. */
    sent: () => ofServer?.bytesWritten ?? 0,
    /** Reads so many bytes. */
    async read(count: number) {
      const from = received;
      socket.on("data", (data) => {
        received += data.length;
        if (received - from >= count) socket.pause();
      });
      socket.resume();
      await until(() => received - from >= count || socket.closed);
      socket.removeAllListeners("data");
    },
  };
}

test("a client that takes nothing of its answer for 30 s is disconnected", async () => {
  const { clock, closed, received, read, server } = await askForMuch();
  await using _ = server;
  await clock.advance(29_000);
  expect(server.logLines.filter((line) => line.includes("/graphql"))).toEqual([]);
  await clock.advance(6_000);
  await until(() => server.logLines.some((line) => line.includes("/graphql")));
  expect(JSON.parse(server.logLines.find((line) => line.includes("/graphql")) ?? "")).toMatchObject({
    status: 499,
  });
  await read(bytes);
  await closed;
  expect(received()).toBeLessThan(bytes);
  expect(clock.pending).toBe(0);
  expect(server.calls()).toEqual(["assembly GET /accounts/labels"]);
});

test("one that reads slowly gets all of it", async () => {
  const { clock, received, read, sent, server } = await askForMuch();
  await using _ = server;
  while (received() < bytes) {
    const sentBefore = sent();
    // The system takes more only when a third of its buffer, which may be megabytes, is free again.
    do await read(Math.min(100_000, bytes - received()));
    while (received() < bytes && sent() === sentBefore && sent() < bytes);
    await clock.advance(20_000);
  }
  expect(received()).toBeGreaterThanOrEqual(bytes);
  expect(server.calls()).toEqual(["assembly GET /accounts/labels"]);
});
