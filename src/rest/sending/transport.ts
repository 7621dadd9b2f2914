import {
  type ClientRequest,
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingHttpHeaders,
} from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import type { Socket } from "node:net";
import { afterPoll, systemClock } from "../clock.ts";
import type { Headers } from "../endpoint.ts";
import { NotSent, type Transport, type TransportRequest, type TransportResponse } from "../exchange.ts";
import { sendBody } from "../message/send-body.ts";
import { createSpareConnections } from "./spare-connections.ts";

/** Connections to one system at a time, of reads and of writes. */
const mostConnections = 32;
/** Those of writes that were opened before them. */
const mostSpares = 8;
/** Many servers close a connection that was idle for 5 s: a request must not meet that. */
const idleMs = 4_000;
/**
 * How old a connection without TLS is, by default, before a write begins on it. Proxies on the same machine accept connections before they
 * know whether anything is behind them, and close them within a millisecond or two if not; a write that has not begun
 * by then was certainly not sent. A TLS handshake shows the same by itself.
 */
const usualSettlingMs = 10;
/**
 * How long a connection waits, by default, for the write that it was opened for. Servers wait longer for a first request, so
 * that no write is sent into a connection that is just being closed.
 */
const usualSpareMs = 2_000;

/**
 * Real HTTP over Node's own client, which passes over 1xx and tells when a connection is ready: only then does a request
 * begin. Time limits are the caller's, so that one clock rules them all.
 * @param options.settlingMs age of a connection without TLS before a write begins on it. @default 10
 * @param options.spareMs how long a connection waits for the write that it was opened for. @default 2_000
 */
export function createHttpTransport({
  settlingMs = usualSettlingMs,
  spareMs = usualSpareMs,
}: {
  readonly settlingMs?: number;
  readonly spareMs?: number;
} = {}): { readonly send: Transport; close(): Promise<void> } {
  const kept = { keepAlive: true, timeout: idleMs, maxSockets: mostConnections };
  // A write on a kept-alive connection that the other side has closed fails in a way that looks as if it had arrived;
  // a fresh connection for each fails plainly before anything is sent.
  const fresh = { keepAlive: false, maxSockets: mostConnections - mostSpares };
  const agents = {
    http: { reads: new HttpAgent(kept), writes: new HttpAgent(fresh) },
    https: { reads: new HttpsAgent(kept), writes: new HttpsAgent(fresh) },
  };
  const spares = createSpareConnections({ most: mostSpares, spareMs, onOpen: whenMade });
  const send = (request: TransportRequest): Promise<TransportResponse> => {
    const isSecure = request.url.protocol === "https:";
    const isRead = request.method === "GET";
    const { reads, writes } = agents[isSecure ? "https" : "http"];
    const way = {
      begin: isSecure ? httpsRequest : httpRequest,
      agent: isRead ? reads : writes,
      isSecure,
      settlingMs: isRead || isSecure ? 0 : settlingMs,
    };
    return exchange(request, way, isRead ? undefined : spares.take(request.url));
  };
  return {
    send: Object.assign(send, { preconnect: spares.open }),
    async close() {
      spares.close();
      for (const { reads, writes } of Object.values(agents)) {
        reads.destroy();
        writes.destroy();
      }
    },
  };
}

/** How a request reaches its system. */
interface Way {
  readonly begin: typeof httpsRequest;
  readonly agent: HttpAgent;
  readonly isSecure: boolean;
  readonly settlingMs: number;
}

/** Moments at which connections were made. Node does not say it of one that a request had to wait for. */
const madeAtMs = new WeakMap<Socket, number>();

function whenMade(socket: Socket, isSecure: boolean, run = () => {}): void {
  socket.once(isSecure ? "secureConnect" : "connect", () => {
    madeAtMs.set(socket, systemClock.nowMs());
    run();
  });
}

/** Made once: each end would make its stack. */
const requestEnded = new Error("request ended");

/** @param spare a connection on which nothing was sent yet. @default one of the agent */
function exchange(request: TransportRequest, way: Way, spare?: Socket): Promise<TransportResponse> {
  const { body, signal } = request;
  const { isSecure, settlingMs } = way;
  return new Promise((resolve, reject) => {
    let hasBegun = false;
    let wasMade = false;
    const outgoing =
      request.method === "GET" && body === undefined ? read(request, way) : write(request, way, spare);
    // Of what was answered whole this ends nothing: its connection is given back or closed by then.
    const end = () => outgoing.destroy(requestEnded);
    if (signal.aborted) end();
    else signal.addEventListener("abort", end, { once: true });
    outgoing.on("error", (error) => {
      if (hasBegun) reject(error);
      else if (wasMade && !signal.aborted) resolve(exchange(request, way));
      else reject(new NotSent(error));
    });
    outgoing.on("response", (response) =>
      resolve({
        status: response.statusCode ?? 0,
        headers: flatten(response.headers),
        body: response,
      }),
    );
    const send = () => {
      if (outgoing.destroyed) return;
      hasBegun = true;
      sendBody(outgoing, body);
    };
    const sendAfter = (waitMs: number) => {
      if (waitMs <= 0) return void afterPoll(send);
      const timer = setTimeout(() => afterPoll(send), waitMs);
      outgoing.once("close", () => clearTimeout(timer));
    };
    outgoing.on("socket", (socket: Socket) => {
      const atMs = madeAtMs.get(socket);
      wasMade = atMs !== undefined;
      // A server may have closed it behind its last answer, or since it was made, without a word: that is heard first.
      if (atMs !== undefined) return sendAfter(atMs + settlingMs - systemClock.nowMs());
      whenMade(socket, isSecure, settlingMs === 0 ? send : () => sendAfter(settlingMs));
    });
  });
}

/**
 * Makes the request of a read of options and a list of headers, which Node takes as they are: what it does with a URL and a
 * record is a quarter of what a call costs.
 */
function read({ headers, method, url }: TransportRequest, { agent, begin }: Way): ClientRequest {
  const { host, hostname, pathname, port, search } = url;
  const list = ["host", host, ...Object.entries(headers).flat()];
  return begin({
    host: hostname.replace(/^\[|\]$/g, ""),
    port,
    path: pathname + search,
    method,
    headers: list,
    agent,
  });
}

/** Makes the request of a write: to a record of headers Node adds what tells the end of its body. */
function write(
  { body, headers, method, url }: TransportRequest,
  { agent, begin }: Way,
  spare: Socket | undefined,
): ClientRequest {
  const length = typeof body === "string" ? { "content-length": Buffer.byteLength(body) } : undefined;
  const over = spare ? { createConnection: () => spare } : { agent };
  return begin(url, { method, headers: { ...headers, ...length }, ...over });
}

function flatten(headers: IncomingHttpHeaders): Headers {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers))
    flat[name] = Array.isArray(value) ? value.join(", ") : (value ?? "");
  return flat;
}
