import { type AddressInfo, createServer, type Socket } from "node:net";
import { describe, expect, test } from "vitest";
import { loadOperations } from "../../../src/client/operations.ts";
import { exampleVariables } from "../../../src/client/tabs.ts";
import { createHttpTransport } from "../../../src/rest/sending/transport.ts";
import { testNowMs } from "../../support/clock.ts";
import { emulatedTransport } from "../../support/emulated-transport.ts";
import { gateway } from "../../support/gateway.ts";
import { things } from "../engine.ts";
import { connect } from "../sockets.ts";

const create = { body: { name: "a" } };

/** A server of connections that answers each request, and what it saw. */
async function listen(onConnection: (socket: Socket, number: number) => void = () => {}) {
  const sockets: Socket[] = [];
  const requests: string[] = [];
  let closed = 0;
  const server = createServer((socket) => {
    const number = sockets.push(socket);
    socket.on("error", () => {});
    socket.on("close", () => {
      closed += 1;
    });
    socket.on("data", (bytes) => {
      requests.push(`${number}: ${bytes.toString("latin1").split(" HTTP")[0]}`);
      socket.end('HTTP/1.1 201 Created\r\ncontent-length: 10\r\n\r\n{"id":"1"}');
    });
    onConnection(socket, number);
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Each with the number of its connection. */
    requests,
    connections: () => sockets.length,
    closed: () => closed,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe("a connection that was opened for a write", () => {
  test("carries the next write, and no other", async () => {
    await using server = await listen();
    await using engine = connect(server.url);
    engine.upstream.preconnect();
    await until(() => server.connections() === 1);
    expect(await engine.call(things.create, create)).toEqual({ id: "1" });
    expect(await engine.call(things.create, create)).toEqual({ id: "1" });
    expect(server.requests).toEqual(["1: POST /things", "2: POST /things"]);
  });

  test("carries no read", async () => {
    await using server = await listen();
    await using engine = connect(server.url);
    engine.upstream.preconnect();
    await until(() => server.connections() === 1);
    await engine.call(things.get, { id: "1" });
    expect(server.requests).toEqual(["2: GET /things/1"]);
  });

  test("carries a write that comes before it is made", async () => {
    await using server = await listen();
    await using engine = connect(server.url);
    engine.upstream.preconnect();
    expect(await engine.call(things.create, create)).toEqual({ id: "1" });
    expect(server.requests).toEqual(["1: POST /things"]);
  });

  test.each<readonly [string, (socket: Socket) => void]>([
    ["closed", (socket) => void socket.end()],
    ["reset", (socket) => void socket.resetAndDestroy()],
    ["spoken on", (socket) => void socket.write("HTTP/1.1 201 Created\r\ncontent-length: 2\r\n\r\n{}")],
  ])(
    "and was %s by the system before it is left alone: the write is made once, on its own",
    async (_, end) => {
      let hasEnded = false;
      await using server = await listen((socket, number) => {
        if (number > 1) return;
        end(socket);
        hasEnded = true;
      });
      await using engine = connect(server.url);
      engine.upstream.preconnect();
      await until(() => hasEnded);
      await new Promise((resolve) => setImmediate(resolve));
      expect(await engine.call(things.create, create)).toEqual({ id: "1" });
      expect(server.requests).toEqual(["2: POST /things"]);
    },
  );

  test("and closed once the write was sent leaves the outcome of a create unknown: it is not sent twice", async () => {
    await using server = await listen((socket) => {
      socket.prependListener("data", () => void socket.resetAndDestroy());
    });
    await using engine = connect(server.url);
    engine.upstream.preconnect();
    await until(() => server.connections() === 1);
    await expect(engine.call(things.create, create)).rejects.toMatchObject({
      code: "UPSTREAM_OUTCOME_UNKNOWN",
      facts: { attempts: 1 },
    });
    expect(server.requests).toEqual(["1: POST /things"]);
  });

  test("is closed when no write comes", async () => {
    await using server = await listen();
    const { close, send } = createHttpTransport({ spareMs: 20 });
    send.preconnect?.(new URL(server.url));
    await until(() => server.closed() === 1);
    await close();
    expect([server.connections(), server.requests]).toEqual([1, []]);
  });

  test("is closed with the transport, and one of eight at most", async () => {
    await using server = await listen();
    const { close, send } = createHttpTransport();
    for (let time = 0; time < 20; time += 1) send.preconnect?.(new URL(server.url));
    await until(() => server.connections() === 8);
    await close();
    await until(() => server.closed() === 8);
    expect(server.connections()).toBe(8);
  });
});

test("a write opens its connection before the reads that it is made from are made", async () => {
  const told: string[] = [];
  const { clock, sandbox } = gateway();
  const transport = Object.assign(
    emulatedTransport(sandbox, (call) => told.push(call)),
    { preconnect: (url: URL) => void told.push(`connection to ${url.host}`) },
  );
  const { query } = gateway({ parts: { clock, transport } });
  const operation = loadOperations().find(({ name }) => name === "create-activity");
  await query(operation?.document ?? "", exampleVariables(testNowMs)["create-activity"]);
  expect(told[0]).toBe("connection to assembled.test");
  expect(told.slice(1).map((call) => call.split(" ")[1])).toEqual(["GET", "GET", "POST"]);
});
