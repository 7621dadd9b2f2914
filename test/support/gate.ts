import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { type TestClock, testClock } from "./clock.ts";
import { startServer, type TestServer, type TestServerOptions } from "./server.ts";

/** A request that waits at a gate. */
export interface HeldRequest {
  /** Method and path. */
  readonly call: string;
  /** Whether its sender got the answer or closed the connection before. */
  readonly ended: Promise<"answered" | "left">;
  /** Sends it on, and its answer back. */
  letThrough(): Promise<void>;
}

/** An HTTP server before another one, which holds each request until the test lets it through. */
export interface Gate extends AsyncDisposable {
  /** Origin. */
  readonly url: string;
  /** The next request that arrives, in order; waits for one. */
  next(): Promise<HeldRequest>;
}

/** Opens a gate before an origin, on a free port of the loopback interface. */
export async function openGate(origin: string): Promise<Gate> {
  const held: HeldRequest[] = [];
  const waiting: ((request: HeldRequest) => void)[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const { headers, method = "GET", url = "/" } = incoming;
    const body = await textOf(incoming);
    const request: HeldRequest = {
      call: `${method} ${url.split("?")[0]}`,
      ended: new Promise((resolve) => {
        outgoing.once("close", () => resolve(outgoing.writableFinished ? "answered" : "left"));
      }),
      async letThrough() {
        const { authorization = "", "content-type": type = "application/json" } = headers;
        const init = { method, headers: { authorization, "content-type": type }, ...(body && { body }) };
        const answer = await fetch(origin + url, init);
        outgoing.writeHead(answer.status, { "content-type": "application/json" });
        outgoing.end(await answer.text());
      },
    };
    const taker = waiting.shift();
    if (taker) taker(request);
    else held.push(request);
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    next() {
      const first = held.shift();
      return first ? Promise.resolve(first) : new Promise((resolve) => void waiting.push(resolve));
    },
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => void server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** A server whose way to Web1on1 leads through a gate, with a clock that is moved by hand. */
export interface GatedServer extends AsyncDisposable {
  readonly server: TestServer;
  readonly gate: Gate;
  readonly clock: TestClock;
}

/** Starts a server and opens a gate before its Web1on1. */
export async function startGated(
  options: Pick<TestServerOptions, "authenticate" | "maxInFlight" | "observers" | "parts"> = {},
): Promise<GatedServer> {
  const clock = testClock();
  const gates: Gate[] = [];
  const server = await startServer({
    ...options,
    clock,
    addresses: async (emulated) => {
      const gate = await openGate(new URL(emulated.web1on1.baseUrl).origin);
      gates.push(gate);
      return { ...emulated, web1on1: { ...emulated.web1on1, baseUrl: `${gate.url}/v2` } };
    },
  });
  const [gate] = gates;
  if (!gate) throw new Error("No gate was opened.");
  return {
    server,
    gate,
    clock,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await gate[Symbol.asyncDispose]();
    },
  };
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
