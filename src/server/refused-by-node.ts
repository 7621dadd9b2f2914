import { randomUUID } from "node:crypto";
import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { UnreadRequestEvent } from "../observation/events.ts";
import { unkept } from "./unkept.ts";

/** A request that no handler sees, since Node refuses it. Nothing of it is told but an id, which stands in the answer, too: it may hold anything. */
export interface RefusedByNode extends UnreadRequestEvent {
  readonly reason: Reason;
}

/** Why Node refuses a request. */
export type Reason =
  | "malformed"
  | "header overflow"
  | "chunk overflow"
  | "too slow"
  | "connect"
  | "expectation";

interface Refusal {
  readonly reason: Reason;
  readonly status: number;
  readonly message: string;
}

const malformed: Refusal = {
  reason: "malformed",
  status: 400,
  message: "The request is no HTTP that can be read.",
};
const refusals: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: {
    reason: "header overflow",
    status: 431,
    message: "The headers of the request are too large.",
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: {
    reason: "chunk overflow",
    status: 413,
    message: "The extensions of a chunk of the request are too large.",
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    reason: "too slow",
    status: 408,
    message: "The request came too slowly.",
  },
};
const connect: Refusal = { reason: "connect", status: 405, message: "The gateway is no proxy." };
const expectation: Refusal = {
  reason: "expectation",
  status: 417,
  message: "The gateway expects nothing but 100-continue.",
};

/**
 * Answers a connection whose request cannot be read.
 * @param note told of each but those that the client broke off.
 */
export const answerUnreadable =
  (note: (refused: RefusedByNode) => void) =>
  (error: Error & { readonly code?: string }, socket: Duplex): void => {
    // The client has left, or was answered for what it sent before.
    if (error.code === "ECONNRESET" || !socket.writable) return;
    end(socket, refusals[error.code ?? ""] ?? malformed, note);
  };

/** Answers requests that Node would refuse without a word, or without a trace in the log. */
export function answerUnusual(server: Server, note: (refused: RefusedByNode) => void): void {
  server.on("connect", (_request: IncomingMessage, socket: Duplex) => {
    socket.on("error", () => {});
    end(socket, connect, note);
  });
  server.on("checkExpectation", (_request: IncomingMessage, response: ServerResponse) => {
    const { body, requestId } = noted(expectation, note);
    response.writeHead(expectation.status, { ...headers, "x-request-id": requestId });
    response.end(body);
  });
}

const headers = { ...unkept, "content-type": "application/json; charset=utf-8", connection: "close" };

/** Writes an answer past Node's own, which are for requests that were read, and closes the connection. */
function end(socket: Duplex, refusal: Refusal, note: (refused: RefusedByNode) => void): void {
  const { body, requestId } = noted(refusal, note);
  const head = Object.entries({
    ...headers,
    "content-length": Buffer.byteLength(body),
    "x-request-id": requestId,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  const { status } = refusal;
  const text = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head.join("")}\r\n${body}`;
  socket.end(text, () => socket.destroy());
}

function noted({ message, reason, status }: Refusal, note: (refused: RefusedByNode) => void) {
  const requestId = randomUUID();
  note({ requestId, reason, status });
  const extensions = { code: "BAD_REQUEST", retryable: reason === "too slow", requestId };
  return { requestId, body: JSON.stringify({ errors: [{ message, extensions }] }) };
}
