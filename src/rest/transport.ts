import type { Readable } from "node:stream";
import { Agent, request as undiciRequest } from "undici";
import type { Headers, Method } from "./endpoint.ts";

/** One HTTP request, ready to be sent. */
export interface TransportRequest {
  readonly method: Method;
  readonly url: URL;
  readonly headers: Headers;
  /**
   * Text, or bytes as they come: these are asked for chunk by chunk, each once the one before was taken, and what they
   * throw breaks the request off, so that no end of it arrives.
   */
  readonly body?: string | AsyncIterable<Uint8Array>;
  readonly signal: AbortSignal;
}

/** The head of an answer, and its body as it arrives. */
export interface TransportResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: AsyncIterable<Uint8Array>;
}

/** Sends a request and follows nothing; rejects when there is no answer. */
export type Transport = (request: TransportRequest) => Promise<TransportResponse>;

/** Errors of undici and Node after which no byte of the request can have arrived. */
const neverSent: ReadonlySet<unknown> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "CERT_NOT_YET_VALID",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

/** Whether the upstream cannot have seen a request that failed this way. */
export function provesNotSent(error: unknown): boolean {
  return error instanceof Error && "code" in error && neverSent.has(error.code);
}

/** Real HTTP over kept-alive connections. */
export function createHttpTransport(): { readonly send: Transport; close(): Promise<void> } {
  // Time limits are the caller's, so that one clock rules them all. Only opening a connection has its own, below the
  // time of an attempt: then it is known that nothing was sent.
  const limits = { headersTimeout: 0, bodyTimeout: 0, connect: { timeout: 2_000 }, connections: 32 };
  const reads = new Agent(limits);
  // A write on a kept-alive connection that the other side has closed fails in a way that looks as if it had arrived;
  // a fresh connection for each fails plainly before anything is sent.
  const writes = new Agent({ ...limits, pipelining: 0 });
  return {
    async send({ method, url, headers, body, signal }) {
      const dispatcher = method === "GET" ? reads : writes;
      const response = await undiciRequest(url, {
        method,
        headers,
        // It takes any iterable, which its types leave out.
        body: (body ?? null) as string | Readable | null,
        signal,
        dispatcher,
      });
      return { status: response.statusCode, headers: flatten(response.headers), body: response.body };
    },
    async close() {
      await Promise.all([reads.destroy(), writes.destroy()]);
    },
  };
}

function flatten(headers: Readonly<Record<string, string | string[] | undefined>>): Headers {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(", ") : (value ?? ""),
    ]),
  );
}
