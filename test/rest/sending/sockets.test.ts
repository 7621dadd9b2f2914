import { createServer, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Socket } from "node:net";
import { networkInterfaces } from "node:os";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { settled } from "../../support/clock.ts";
import { outcomeOf, things } from "../engine.ts";
import { connect, serve } from "../sockets.ts";

/** Writes for as long as the other side reads. */
function flood(response: ServerResponse): void {
  const chunk = Buffer.alloc(256 * 1024, " ");
  const write = () => {
    while (!response.destroyed) if (!response.write(chunk)) return void response.once("drain", write);
  };
  write();
}

test("reads and writes go over real sockets as they are meant", async () => {
  const bodies: string[] = [];
  await using server = await serve((request, response) => {
    request.setEncoding("utf8").on("data", (text: string) => bodies.push(text));
    request.on("end", () => response.end(JSON.stringify({ id: "é", token: "x" })));
  });
  await using engine = connect(server.url);
  expect(await engine.call(things.get, { id: "a/b?c" })).toEqual({ id: "é" });
  expect(await engine.call(things.create, { body: { name: "ünï" } })).toEqual({ id: "é", token: "x" });
  expect([server.requests, bodies]).toEqual([["GET /things/a%2Fb%3Fc", "POST /things"], ['{"name":"ünï"}']]);
});

/** Some containers have no loopback address of IPv6. */
const hasIpv6 = Object.values(networkInterfaces()).some((all) =>
  all?.some(({ address }) => address === "::1"),
);

test.each([
  { address: "127.0.0.1", host: "127.0.0.1" },
  ...(hasIpv6 ? [{ address: "::1", host: "[::1]" }] : []),
])("reads from $address name the host as its URL does, on one connection", async ({ address, host }) => {
  const heads: string[][] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    heads.push(request.rawHeaders);
    response.end(JSON.stringify({ id: "1" }));
  });
  server.on("connection", () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => void server.listen(0, address, resolve));
  const { port } = server.address() as AddressInfo;
  {
    await using engine = connect(`http://${host}:${port}`);
    await engine.call(things.get, { id: "1" });
    await engine.call(things.get, { id: "2" });
  }
  server.close();
  const named = ["host", `${host}:${port}`, "accept", "application/json", "accept-encoding", "identity"];
  const head = [...named, "authorization", "key", "Connection", "keep-alive"];
  expect([heads, connections]).toEqual([[head, head], 1]);
});

describe("a body", () => {
  test("without end is given up at its cap, in little memory, and its connection is closed", async () => {
    await using server = await serve((_, response) => flood(response));
    await using engine = connect(server.url);
    const before = process.memoryUsage.rss();
    for (let time = 0; time < 5; time += 1) {
      await expect(engine.call(things.get, { id: "1" })).rejects.toMatchObject({
        code: "UPSTREAM_INVALID_RESPONSE",
        message: expect.stringContaining("more than 8388608 bytes"),
        facts: { status: 200 },
      });
    }
    await server.until(() => server.closed.length === 5);
    expect((process.memoryUsage.rss() - before) / 1024 / 1024).toBeLessThan(100);
    expect(server.requests.length).toBe(5);
  });

  test("without end under a status that is refused is not read at all", async () => {
    await using server = await serve((_, response) => {
      response.writeHead(500);
      flood(response);
    });
    await using engine = connect(server.url);
    await expect(engine.call(things.get, { id: "1" })).rejects.toMatchObject({
      code: "UPSTREAM_UNAVAILABLE",
      facts: { status: 500, attempts: 3 },
    });
    await server.until(() => server.closed.length === 3);
    expect(server.requests).toEqual(Array(3).fill("GET /things/1"));
  });

  test("that drips is ended by the time of the attempt", async () => {
    await using server = await serve((_, response) => void response.write('{"id":'));
    await using engine = connect(server.url);
    const outcome = outcomeOf(engine.call(things.get, { id: "1" }));
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      await server.until(() => server.requests.length === attempt);
      await engine.clock.advance(2_999);
      expect([outcome, server.closed.length]).toEqual([{}, attempt - 1]);
      await engine.clock.advance(1);
      await server.until(() => server.closed.length === attempt);
    }
    await settled();
    expect(outcome.error).toMatchObject({ code: "UPSTREAM_TIMEOUT", facts: { attempts: 3 } });
    expect(engine.clock.pending).toBe(0);
  });

  test("that is compressed is refused unread: a bomb of 64 MB stays 64 kB", async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    await using server = await serve((request, response) => {
      expect(request.headers["accept-encoding"]).toBe("identity");
      response.writeHead(200, { "content-encoding": "gzip" }).end(bomb);
    });
    await using engine = connect(server.url);
    await expect(engine.call(things.get, { id: "1" })).rejects.toMatchObject({
      code: "UPSTREAM_INVALID_RESPONSE",
      message: "GET /things/{id} of Things answered a compressed body, which was not asked for.",
    });
    expect(server.requests).toEqual(["GET /things/1"]);
  });

  test.each([
    ["shorter than it said", '{"id":"1"}', 100, "UPSTREAM_UNAVAILABLE"],
    ["cut", '{"id":"1', 8, "UPSTREAM_INVALID_RESPONSE"],
    ["of HTML", "<html>", 6, "UPSTREAM_INVALID_RESPONSE"],
  ])("%s is an error", async (_, text, length, code) => {
    await using server = await serve((_request, response) => {
      response.writeHead(200, { "content-length": length });
      response.write(text, () => response.destroy());
    });
    await using engine = connect(server.url);
    await expect(engine.call(things.get, { id: "1" })).rejects.toMatchObject({
      code,
      facts: { status: 200, attempts: 3 },
    });
    expect(server.requests).toEqual(Array(3).fill("GET /things/1"));
  });
});

test("a redirect is not followed: the other server hears nothing, and no credential leaves", async () => {
  await using other = await serve((_, response) => response.end("{}"));
  await using server = await serve((_, response) => response.writeHead(307, { location: other.url }).end());
  await using engine = connect(server.url);
  await expect(engine.call(things.get, { id: "1" })).rejects.toMatchObject({
    code: "UPSTREAM_INVALID_RESPONSE",
    facts: { status: 307 },
  });
  await expect(engine.call(things.update, { id: "1", body: {} })).rejects.toMatchObject({
    facts: { status: 307 },
  });
  expect([server.requests.length, other.requests]).toEqual([2, []]);
});

describe("a connection", () => {
  test("that is refused proves that nothing was sent, also for a create", async () => {
    const server = await serve(() => {});
    await server[Symbol.asyncDispose]();
    await using engine = connect(server.url);
    await expect(engine.call(things.create, { body: { name: "a" } })).rejects.toMatchObject({
      code: "UPSTREAM_UNAVAILABLE",
      facts: { attempts: 3 },
    });
    // The fifth failure in a row is the last that is looked for.
    await expect(engine.call(things.get, { id: "1" })).rejects.toMatchObject({
      code: "UPSTREAM_UNAVAILABLE",
      facts: { attempts: 2 },
    });
    expect([server.requests, engine.clock.pending]).toEqual([[], 0]);
  });

  test("that is reset leaves the outcome of a create unknown, and of a read nothing", async () => {
    const sockets = new Set<Socket>();
    let heard = 0;
    const server = createTcpServer((socket) => {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.once("data", () => {
        heard += 1;
        socket.resetAndDestroy();
      });
    });
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
    await using engine = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    await expect(engine.call(things.get, { id: "1" })).rejects.toMatchObject({
      code: "UPSTREAM_UNAVAILABLE",
      facts: { attempts: 3 },
    });
    await expect(engine.call(things.create, { body: { name: "a" } })).rejects.toMatchObject({
      code: "UPSTREAM_OUTCOME_UNKNOWN",
      facts: { attempts: 1 },
    });
    expect([heard, sockets.size]).toEqual([4, 4]);
    await new Promise((resolve) => server.close(resolve));
  });
});

describe("a client that leaves", () => {
  test("takes its read's connection along", async () => {
    await using server = await serve(() => {});
    await using engine = connect(server.url);
    const outcome = outcomeOf(engine.call(things.get, { id: "1" }));
    await server.until(() => server.requests.length === 1);
    engine.leave();
    await server.until(() => server.closed.length === 1);
    expect([outcome.error, server.requests, engine.clock.pending]).toMatchObject([
      { code: "UPSTREAM_TIMEOUT" },
      ["GET /things/1"],
      0,
    ]);
  });

  test("leaves its write alone, which ends as it would have", async () => {
    const answers: ServerResponse[] = [];
    await using server = await serve((_, response) => void answers.push(response));
    await using engine = connect(server.url);
    const write = engine.call(things.create, { body: { name: "a" } });
    await server.until(() => server.requests.length === 1);
    engine.leave();
    for (const response of answers) response.end('{"id":"1"}');
    expect(await write).toEqual({ id: "1" });
    expect([server.requests, server.closed]).toEqual([["POST /things"], []]);
  });
});

test("a write never travels on a connection that was used before", async () => {
  const ports: (number | undefined)[] = [];
  await using server = await serve((request, response) => {
    ports.push(request.socket.remotePort);
    response.end('{"id":"1"}');
  });
  await using engine = connect(server.url);
  for (let time = 0; time < 20; time += 1) await engine.call(things.update, { id: "1", body: {} });
  for (let time = 0; time < 20; time += 1) await engine.call(things.get, { id: "1" });
  expect(new Set(ports.slice(0, 20)).size).toBe(20);
  // Reads keep theirs: a pool may open a second one before the first is seen to be free.
  expect(new Set(ports.slice(20)).size).toBeLessThan(3);
  expect(server.requests.length).toBe(40);
});
