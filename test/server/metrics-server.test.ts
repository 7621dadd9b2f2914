import { once } from "node:events";
import { request } from "node:http";
import { connect, type Socket } from "node:net";
import { afterAll, describe, expect, test } from "vitest";
import { listenForScrapes } from "../../src/server/metrics-server.ts";
import { testClock } from "../support/clock.ts";

const text = "# TYPE up gauge\nup 1\n";
const metrics = { text: async () => text, contentType: "text/plain; version=0.0.4; charset=utf-8" };
const at = { host: "127.0.0.1", port: 0 };

/** Opens a connection and sends something on it. */
async function openSocket(address: string, sent: string): Promise<Socket> {
  const socket = connect(Number(new URL(address).port), "127.0.0.1");
  await once(socket, "connect");
  socket.on("error", () => {});
  socket.write(sent);
  return socket;
}

/** Waits until a connection is closed, be it by a reset. */
async function closed(socket: Socket): Promise<void> {
  socket.resume();
  if (!socket.closed) await new Promise((resolve) => socket.once("close", resolve));
}

const scrapeRequest = "GET /metrics HTTP/1.1\r\nhost: localhost\r\n\r\n";

describe("the server of metrics", async () => {
  const server = await listenForScrapes(metrics, { ...at, clock: testClock() });
  afterAll(() => server.close());

  test("gives them out at GET /metrics, once for each connection", async () => {
    const answer = await fetch(`${server.address}/metrics?all=1`);
    const { headers, status } = answer;
    expect([status, await answer.text()]).toEqual([200, text]);
    expect([headers.get("content-type"), headers.get("connection")]).toEqual([metrics.contentType, "close"]);
    expect([headers.get("cache-control"), headers.get("x-content-type-options")]).toEqual([
      "no-store",
      "nosniff",
    ]);
  });

  test.each([
    ["GET", "/", 404],
    ["GET", "/metrics/", 404],
    ["GET", "/graphql", 404],
    ["POST", "/metrics", 405],
    ["DELETE", "/metrics", 405],
    ["HEAD", "/metrics", 200],
  ])("answers %s %s with %i and nothing else", async (method, path, status) => {
    const answer = await fetch(server.address + path, { method });
    expect([answer.status, await answer.text()]).toEqual([status, ""]);
  });

  test("on loopback, a page that has its name lead to this machine is refused", async () => {
    const sent = request(`${server.address}/metrics`, { headers: { host: "evil.example" } }).end();
    const [answer] = await once(sent, "response");
    expect(answer.statusCode).toBe(421);
    answer.resume();
  });

  test("closes connections beyond eight at once", async () => {
    const open = await Promise.all(Array.from({ length: 8 }, () => openSocket(server.address, "GET ")));
    await closed(await openSocket(server.address, scrapeRequest));
    for (const socket of open) socket.destroy();
    await expect
      .poll(() => fetch(`${server.address}/metrics`).then(({ status }) => status, String))
      .toBe(200);
  });
});

test("a scraper that does not take its answer is disconnected after 5 s, and others are answered meanwhile", async () => {
  const clock = testClock();
  const texts = ["x".repeat(16 * 1024 * 1024)];
  const long = { ...metrics, text: async () => texts.shift() ?? text };
  const server = await listenForScrapes(long, { ...at, clock });
  const stalled = await openSocket(server.address, scrapeRequest);
  await expect.poll(() => texts).toEqual([]);
  expect(await (await fetch(`${server.address}/metrics`)).text()).toBe(text);
  await clock.advance(4_999);
  expect(clock.pending).toBe(1);
  await clock.advance(1);
  await closed(stalled);
  expect(stalled.bytesRead).toBeLessThan(16 * 1024 * 1024);
  await server.close();
});

test("metrics that cannot be made are a 500, and the server goes on", async () => {
  let isBroken = true;
  const broken = { ...metrics, text: async () => (isBroken ? Promise.reject(new Error("secret")) : text) };
  const server = await listenForScrapes(broken, { ...at, clock: testClock() });
  const first = await fetch(`${server.address}/metrics`);
  expect([first.status, await first.text()]).toEqual([500, ""]);
  isBroken = false;
  expect((await fetch(`${server.address}/metrics`)).status).toBe(200);
  await server.close();
});

test("a port that is taken is told by the names of the settings", async () => {
  const server = await listenForScrapes(metrics, { ...at, clock: testClock() });
  const port = Number(new URL(server.address).port);
  await expect(listenForScrapes(metrics, { ...at, port, clock: testClock() })).rejects.toThrow(
    "METRICS_HOST and METRICS_PORT cannot be listened on (EADDRINUSE); set other ones.",
  );
  await server.close();
});

test("it ends at once, whatever connections are open", async () => {
  const server = await listenForScrapes(metrics, { ...at, clock: testClock() });
  const open = await openSocket(server.address, "GET /metrics HTTP/1.1\r\n");
  await server.close();
  await closed(open);
});
