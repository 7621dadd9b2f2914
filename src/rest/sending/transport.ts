import { Agent as HttpAgent, request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import type { Socket } from "node:net";
import { afterPoll } from "../clock.ts";
import type { Headers } from "../endpoint.ts";
import { NotSent, type Transport, type TransportRequest, type TransportResponse } from "../exchange.ts";
import { sendBody } from "../message/send-body.ts";

/** Connections to one system at a time, of reads and of writes. */
const mostConnections = 32;
/** Many servers close a connection that was idle for 5 s: a request must not meet that. */
const idleMs = 4_000;
/**
 * How long a write waits, by default, on a new connection without TLS. Proxies on the same machine accept connections before they
 * know whether anything is behind them, and close them within a millisecond or two if not; a write that has not begun
 * by then was certainly not sent. A TLS handshake shows the same by itself.
 */
const usualSettlingMs = 10;

/**
 * Real HTTP over Node's own client, which passes over 1xx and tells when a connection is ready: only then does a request
 * begin. Time limits are the caller's, so that one clock rules them all.
 * @param options.settlingMs how long a write waits on a new connection without TLS before it begins. @default 10
 */
export function createHttpTransport({
  settlingMs = usualSettlingMs,
}: {
  readonly settlingMs?: number;
} = {}): { readonly send: Transport; close(): Promise<void> } {
  const kept = { keepAlive: true, timeout: idleMs, maxSockets: mostConnections };
  // A write on a kept-alive connection that the other side has closed fails in a way that looks as if it had arrived;
  // a fresh connection for each fails plainly before anything is sent.
  const fresh = { keepAlive: false, maxSockets: mostConnections };
  const agents = {
    http: { reads: new HttpAgent(kept), writes: new HttpAgent(fresh) },
    https: { reads: new HttpsAgent(kept), writes: new HttpsAgent(fresh) },
  };
  return {
    send(request) {
      const isSecure = request.url.protocol === "https:";
      const isRead = request.method === "GET";
      const { reads, writes } = agents[isSecure ? "https" : "http"];
      return exchange(request, {
        begin: isSecure ? httpsRequest : httpRequest,
        agent: isRead ? reads : writes,
        isSecure,
        settlingMs: isRead || isSecure ? 0 : settlingMs,
      });
    },
    async close() {
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

/** Connections that were made. Node does not say it of one that a request had to wait for. */
const ready = new WeakSet<Socket>();

function exchange(request: TransportRequest, way: Way): Promise<TransportResponse> {
  const { method, url, headers, body, signal } = request;
  const { agent, begin, isSecure, settlingMs: waitMs } = way;
  return new Promise((resolve, reject) => {
    let hasBegun = false;
    let wasUsed = false;
    const length = typeof body === "string" ? { "content-length": Buffer.byteLength(body) } : undefined;
    const outgoing = begin(url, { method, headers: { ...headers, ...length }, agent, signal });
    outgoing.on("error", (error) => {
      if (hasBegun) reject(error);
      else if (wasUsed && !signal.aborted) resolve(exchange(request, way));
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
    outgoing.on("socket", (socket: Socket) => {
      wasUsed = ready.has(socket);
      // A server may have closed it behind its last answer without a word: that is heard first.
      if (wasUsed) return void afterPoll(send);
      socket.once(isSecure ? "secureConnect" : "connect", () => {
        ready.add(socket);
        if (waitMs === 0) return send();
        const timer = setTimeout(() => afterPoll(send), waitMs);
        outgoing.once("close", () => clearTimeout(timer));
      });
    });
  });
}

function flatten(headers: IncomingHttpHeaders): Headers {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(", ") : (value ?? ""),
    ]),
  );
}
