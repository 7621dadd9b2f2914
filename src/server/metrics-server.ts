import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Clock } from "../rest/clock.ts";
import { addressOf } from "./address-of.ts";
import { knownHosts } from "./known-host.ts";
import { unkept } from "./unkept.ts";

/** Metrics as they are given out. */
export interface ScrapedMetrics {
  text(): Promise<string>;
  readonly contentType: string;
}

/** The server of metrics, apart from that of operations. */
export interface MetricsServer {
  /** Where it listens, as an origin. */
  readonly address: string;
  /** Stops listening and closes all connections at once. */
  close(): Promise<void>;
}

/** Time for a request to come, and again for its answer to be taken. */
const timeoutMs = 5_000;
/** One scraper needs one at a time; more wait for nothing and are closed. */
const mostConnections = 8;

/**
 * Gives out metrics at `GET /metrics`, and nothing else. Each connection has one request, and ends in bounded time.
 * @throws Error that names the setting when the address cannot be had.
 */
export async function listenForScrapes(
  metrics: ScrapedMetrics,
  { clock, host, port }: { readonly clock: Clock; readonly host: string; readonly port: number },
): Promise<MetricsServer> {
  const server = createServer(
    {
      headersTimeout: timeoutMs,
      requestTimeout: timeoutMs,
      connectionsCheckingInterval: 1_000,
      maxHeaderSize: 8_192,
    },
    (request, response) => {
      response.setHeader("connection", "close");
      // A scraper that does not take its answer must not hold it in memory.
      const cancel = clock.after(timeoutMs, () => void request.socket.destroy());
      response.once("close", cancel);
      if (!isForThisServer(request)) response.writeHead(421).end();
      else void answer(metrics, request, response);
    },
  );
  const isForThisServer = knownHosts(server);
  server.maxConnections = mostConnections;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(notListening(error)));
    server.listen({ host, port }, resolve);
  });
  return {
    address: addressOf(server),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  metrics: ScrapedMetrics,
  { method, url = "" }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path] = url.split("?");
  if (path !== "/metrics") return void response.writeHead(404).end();
  if (method !== "GET" && method !== "HEAD") return void response.writeHead(405, { allow: "GET" }).end();
  const body = await metrics.text().catch(() => undefined);
  if (body === undefined) return void response.writeHead(500).end();
  response.writeHead(200, {
    "content-type": metrics.contentType,
    "content-length": Buffer.byteLength(body),
    ...unkept,
  });
  response.end(method === "HEAD" ? undefined : body);
}

/** Told to the person who starts the gateway. */
function notListening(error: Error): Error {
  const code = "code" in error ? String(error.code) : error.name;
  const told = new Error(`METRICS_HOST and METRICS_PORT cannot be listened on (${code}); set other ones.`);
  // It is a setting that is wrong, not the code.
  told.stack = told.message;
  return told;
}
