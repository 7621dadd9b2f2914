import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { describe, expect, test } from "vitest";
import { things } from "./engine.ts";
import { connect, serve } from "./sockets.ts";

/** Made for these tests, signed by itself, good for a hundred years. */
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgzoKiq1uNfXOBNdww
2qZkw/9ad058QwY9xsF5UCti6cehRANCAAR/XQDsFdSceGu2s0nNog+5rRoydj72
mUksL9M7rQpL5AcwmkRSKHwByUaRBGGN+K6XARBjHJ1ddlQsfPELlBbJ
-----END PRIVATE KEY-----`;
const cert = `-----BEGIN CERTIFICATE-----
MIIBgzCCASmgAwIBAgIUeDZNpSuUQPV6s+U6QJaYFknJHfIwCgYIKoZIzj0EAwIw
FjEUMBIGA1UEAwwLdGhpbmdzLnRlc3QwIBcNMjYxMTI5MjIzNTUyWhgPMjEyNjEx
MDUyMjM1NTJaMBYxFDASBgNVBAMMC3RoaW5ncy50ZXN0MFkwEwYHKoZIzj0CAQYI
KoZIzj0DAQcDQgAEf10A7BXUnHhrtrNJzaIPua0aMnY+9plJLC/TO60KS+QHMJpE
Uih8AclGkQRhjfiulwEQYxydXXZULHzxC5QWyaNTMFEwHQYDVR0OBBYEFAAITSDH
FMfqKsBJYK6g4IloKwgfMB8GA1UdIwQYMBaAFAAITSDHFMfqKsBJYK6g4IloKwgf
MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIgVnpF3XBO3lAANvNR
vxHWU+dJ2jrD6LoFhnXdhKgMQp0CIQC2gXRB2DqUuLLvGysRWSNBWBLyLNltrPA0
l8VMHLg7UA==
-----END CERTIFICATE-----`;

/** A server of connections, what it heard on them, and how many there were. */
async function listen(make: (note: (bytes: Buffer) => void) => Server, scheme: "http" | "https") {
  const sockets = new Set<Socket>();
  const seen = { connections: 0, heard: "" };
  const server = make((bytes) => {
    seen.heard += bytes.toString("latin1");
  });
  server.on("connection", (socket: Socket) => {
    seen.connections += 1;
    sockets.add(socket);
    socket.on("error", () => {});
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return {
    seen,
    url: `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

const create = { body: { name: "a" } };
const ok = 'HTTP/1.1 201 Created\r\ncontent-length: 10\r\n\r\n{"id":"1"}';

describe("a connection that is closed before anything was sent proves it, also for a create", () => {
  test.each<readonly [string, "http" | "https", (socket: Socket) => void]>([
    ["closed when it is accepted", "http", (socket) => void socket.end()],
    ["reset when it is accepted", "http", (socket) => void socket.resetAndDestroy()],
    ["closed in place of a TLS handshake", "https", (socket) => void socket.end()],
    [
      "reset in a TLS handshake",
      "https",
      (socket) => void socket.once("data", () => socket.resetAndDestroy()),
    ],
    ["closed in a TLS handshake", "https", (socket) => void socket.once("data", () => socket.end())],
    [
      "answered in plain text",
      "https",
      (socket) => void socket.once("data", () => socket.end("HTTP/1.1 400 Bad\r\n\r\n")),
    ],
  ])("%s", async (_, scheme, onSocket) => {
    await using server = await listen(() => createTcpServer(onSocket), scheme);
    await using engine = connect(server.url);
    await expect(engine.call(things.create, create)).rejects.toMatchObject({
      code: "UPSTREAM_UNAVAILABLE",
      message: "POST /things was not sent: no connection to Things could be made; try again shortly.",
      facts: { attempts: 3 },
    });
    expect([server.seen.connections, engine.upstream.state]).toEqual([3, "failing"]);
  });

  test("but not once it was sent: then its outcome is not known", async () => {
    await using server = await listen(
      (note) =>
        createTcpServer((socket) => {
          socket.once("data", (bytes) => {
            note(bytes);
            socket.end();
          });
        }),
      "http",
    );
    await using engine = connect(server.url);
    await expect(engine.call(things.create, create)).rejects.toMatchObject({
      code: "UPSTREAM_OUTCOME_UNKNOWN",
      facts: { attempts: 1 },
    });
    expect(server.seen.heard).toMatch(/^POST \/things HTTP\/1\.1\r\n/);
  });

  test("and so does the end of its time, and of its operation's", async () => {
    await using server = await listen(() => createTcpServer((socket) => void socket.resume()), "https");
    await using engine = connect(server.url, { deadlineMs: 3_500 });
    const write = engine.call(things.create, create);
    const refused = expect(write).rejects.toMatchObject({ code: "UPSTREAM_TIMEOUT", facts: { attempts: 2 } });
    while (server.seen.connections < 1) await new Promise((resolve) => setTimeout(resolve, 5));
    await engine.clock.advance(3_000);
    while (server.seen.connections < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    await engine.clock.advance(500);
    await refused;
  });
});

describe("a certificate that is not accepted", () => {
  test("is not tried twice, and told as the operator's to mend", async () => {
    await using server = await listen(
      (note) =>
        createTlsServer({ key, cert }, (socket) => void socket.on("error", () => {}).on("data", note)),
      "https",
    );
    await using engine = connect(server.url);
    const refused = {
      code: "UPSTREAM_UNAVAILABLE",
      message:
        "POST /things was not sent: Things shows a certificate that the gateway does not accept. The operator of the gateway has to mend this.",
      facts: { retryable: false },
    };
    for (let time = 0; time < 6; time += 1)
      await expect(engine.call(things.create, create)).rejects.toMatchObject(refused);
    // After five it is known without asking.
    expect(server.seen).toEqual({ connections: 5, heard: "" });
    expect([engine.upstream.state, engine.upstream.cause]).toEqual([
      "failing",
      "DEPTH_ZERO_SELF_SIGNED_CERT",
    ]);
    expect(engine.events.map(({ code, cause }) => [code, cause])).toEqual(
      Array(5).fill(["UPSTREAM_UNAVAILABLE", "DEPTH_ZERO_SELF_SIGNED_CERT"]),
    );
  });
});

test("a refused port and a broken connection are told to operators apart", async () => {
  const closed = await listen(() => createTcpServer(), "http");
  await closed[Symbol.asyncDispose]();
  await using breaking = await listen(
    () => createTcpServer((socket) => void socket.once("data", () => socket.resetAndDestroy())),
    "http",
  );
  const causes = [];
  for (const { url } of [closed, breaking]) {
    await using engine = connect(url);
    await expect(engine.call(things.get, { id: "1" })).rejects.toMatchObject({
      code: "UPSTREAM_UNAVAILABLE",
    });
    causes.push(engine.upstream.cause);
  }
  expect(causes).toEqual(["ECONNREFUSED", "ECONNRESET"]);
});

describe("answers that are none yet are passed over", () => {
  test.each([
    ["100 Continue", "HTTP/1.1 100 Continue\r\n\r\n"],
    ["102 Processing", "HTTP/1.1 102 Processing\r\n\r\n"],
    ["103 Early Hints", "HTTP/1.1 103 Early Hints\r\nlink: </a>; rel=preload\r\n\r\n"],
    ["several", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n"],
  ])("%s", async (_, early) => {
    await using server = await listen(
      (note) =>
        createTcpServer((socket) => {
          socket.on("data", (bytes) => {
            note(bytes);
            socket.write(early);
            setImmediate(() => socket.write(ok));
          });
        }),
      "http",
    );
    await using engine = connect(server.url);
    expect(await engine.call(things.create, create)).toEqual({ id: "1" });
    expect(await engine.call(things.update, { id: "1", body: {} })).toEqual({ id: "1" });
    expect(await engine.call(things.get, { id: "1" })).toEqual({ id: "1" });
    expect(await engine.call(things.get, { id: "2" })).toEqual({ id: "1" });
    expect(server.seen.heard.match(/(POST|PATCH|GET) \/\S+/g)).toEqual([
      "POST /things",
      "PATCH /things/1",
      "GET /things/1",
      "GET /things/2",
    ]);
  });
});

test("more reads than there are connections take turns on them", async () => {
  await using server = await serve((_, response) => void setImmediate(() => response.end('{"id":"1"}')));
  await using engine = connect(server.url);
  const reads = Array.from({ length: 100 }, (_, n) => engine.call(things.get, { id: String(n) }));
  expect(await Promise.all(reads)).toEqual(Array(100).fill({ id: "1" }));
  expect(server.requests.length).toBe(100);
});
