import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Call } from "../../src/rest/call.ts";
import type { Clock } from "../../src/rest/clock.ts";
import { createUpstream } from "../../src/rest/engine/client.ts";
import type { Limit } from "../../src/rest/limit.ts";
import { createHttpTransport } from "../../src/rest/sending/transport.ts";
import { type CallEvent, fixedCredential } from "../../src/rest/upstream.ts";
import type { Upstream } from "../../src/rest/upstream-client.ts";
import { type TestClock, testClock } from "../support/clock.ts";
import { pathParameters, things } from "./engine.ts";

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A server over a real socket, and what it sees. */
export interface SocketServer extends AsyncDisposable {
  readonly url: string;
  /** Requests whose head has arrived: `GET /things/1`. */
  readonly requests: string[];
  /** Requests whose connection the engine closed before they were answered. */
  readonly closed: string[];
  /** Waits for something that sockets bring about, in real time. */
  until(condition: () => boolean): Promise<void>;
}

/** Starts a server. */
export async function serve(handle: Handler): Promise<SocketServer> {
  const requests: string[] = [];
  const closed: string[] = [];
  const changed = new EventTarget();
  const server = createServer((request, response) => {
    const line = `${request.method} ${request.url}`;
    requests.push(line);
    response.on("close", () => {
      if (!response.writableFinished) closed.push(line);
      changed.dispatchEvent(new Event("change"));
    });
    changed.dispatchEvent(new Event("change"));
    handle(request, response);
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    closed,
    async until(condition) {
      while (!condition()) {
        await new Promise((resolve) => changed.addEventListener("change", resolve, { once: true }));
      }
    },
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The engine over real sockets. */
export interface SocketEngine<AnyClock extends Clock = TestClock> extends AsyncDisposable {
  readonly call: Call;
  readonly clock: AnyClock;
  readonly upstream: Upstream;
  readonly events: readonly CallEvent[];
  leave(): void;
}

/** The engine of the made-up system over real sockets, for one operation. */
export function connect<AnyClock extends Clock = TestClock>(
  baseUrl: string,
  {
    limits = [],
    deadlineMs = 10_000,
    clock = testClock() as Clock as AnyClock,
  }: {
    readonly limits?: readonly Limit[];
    /** From now. @default 10_000 */
    readonly deadlineMs?: number;
    /** @default one that is moved by hand */
    readonly clock?: AnyClock;
  } = {},
): SocketEngine<AnyClock> {
  const transport = createHttpTransport();
  const events: CallEvent[] = [];
  const upstream = createUpstream(
    {
      name: "things",
      title: "Things",
      limitText: "",
      baseUrl,
      urlSetting: "THINGS_URL",
      pathParameters,
      api: { things },
      callsInferred: false,
      limits,
      credential: fixedCredential({ authorization: "key" }),
    },
    {
      transport: transport.send,
      clock,
      random: () => 0,
      reads: { keeps: true, shares: true, mostBytes: 1_000_000 },
      observe: (event) => events.push(event),
    },
  );
  const controller = new AbortController();
  return {
    call: upstream.callsFor({ signal: controller.signal, deadlineAtMs: clock.nowMs() + deadlineMs }),
    clock,
    upstream,
    events,
    leave: () => controller.abort(),
    [Symbol.asyncDispose]: () => transport.close(),
  };
}
