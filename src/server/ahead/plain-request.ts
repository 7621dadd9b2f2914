import type { IncomingMessage, ServerResponse } from "node:http";
import type { Client } from "../../auth/client.ts";
import { utf8Text } from "../../request-text.ts";
import type { Clock } from "../../rest/clock.ts";
import { acceptsJson } from "../accepts-json.ts";
import type { Authenticate } from "../authentication.ts";
import type { OperationRequest } from "../execute-operation.ts";
import type { InFlight } from "../in-flight.ts";

/** A request of an operation in plain JSON whose client is known, with its body. */
export interface PlainRequest {
  readonly request: IncomingMessage;
  readonly response: ServerResponse<IncomingMessage> & { req: IncomingMessage };
  readonly bytes: Buffer;
  readonly jsonText: string;
  /** As operations know it. */
  readonly asked: OperationRequest;
  /** Moment of the clock, in milliseconds. */
  readonly startedAtMs: number;
  /** Moment of the wall clock, in milliseconds since 1970. */
  readonly startedOnMs: number;
}

/** Everything that decides whether a request is plain. */
export interface PlainRequestParts {
  readonly authenticate: Authenticate;
  readonly clock: Clock;
  readonly inFlight: Pick<InFlight, "isFull" | "refuseIfFull">;
  /** Operations a second of each client that has no limit of its own. @default none */
  readonly clientOperationsPerSecond: number | undefined;
  /** Whether the server takes no new work soon, so that clients are told on the way of other requests. */
  readonly isDraining: () => boolean;
  readonly isForThisServer: (request: IncomingMessage) => boolean;
  readonly requestIdOf: (headers: IncomingMessage["headers"]) => string;
}

/** The address of operations. */
export const url = "/graphql";

/** Headers that make more of a request than an operation in plain JSON. */
const uncommon = [
  "cache-control",
  "content-encoding",
  "expect",
  "idempotency-key",
  "origin",
  "transfer-encoding",
  "upgrade",
  "x-explain",
] as const;

/** Longer bodies come in several packets. */
const longestBodyBytes = 16_384;

/** Whether the headers of a request are those of an operation in plain JSON. */
export function isPlain({ headers, method, url: path }: IncomingMessage): boolean {
  if (method !== "POST" || path !== url || headers["content-type"] !== "application/json") return false;
  return (
    Number(headers["content-length"]) <= longestBodyBytes && uncommon.every((name) => !(name in headers))
  );
}

/**
 * Takes a plain request with its body, if that is there whole and nothing stands in the way of an answer.
 * @returns undefined where it is to go on as it came.
 */
export function takePlain(
  request: IncomingMessage,
  response: PlainRequest["response"],
  parts: PlainRequestParts,
): PlainRequest | undefined {
  const { clock, inFlight } = parts;
  const { headers, socket } = request;
  const isWhole = request.readableLength === Number(headers["content-length"]);
  // An answer that waits behind another has no socket so far.
  const isNext = response.socket === socket && socket.writable && socket.writableLength === 0;
  if (!isWhole || !isNext || inFlight.isFull || parts.isDraining() || !parts.isForThisServer(request))
    return undefined;
  const startedAtMs = clock.nowMs();
  const startedOnMs = clock.dateMs();
  const client = acceptsJson(headers) ? clientOf(request, parts) : undefined;
  const bytes: Buffer | null = client ? request.read() : null;
  if (!client || !bytes) return undefined;
  const jsonText = textOf(bytes);
  if (jsonText === undefined) {
    request.unshift(bytes);
    return undefined;
  }
  const asked = { client, headers, id: parts.requestIdOf(headers), method: "POST", trace: undefined };
  return { request, response, bytes, jsonText, asked, startedAtMs, startedOnMs };
}

/** The client of a request, if it is known at once and may have its operation run. */
function clientOf(request: IncomingMessage, parts: PlainRequestParts): Client | undefined {
  const { authenticate, clientOperationsPerSecond = 0, inFlight } = parts;
  try {
    const found = authenticate({ headers: request.headers, raw: request, url });
    if (found instanceof Promise) {
      // It is told on the way that the request takes then.
      found.catch(() => undefined);
      return undefined;
    }
    if ((found.limits.operationsPerSecond ?? clientOperationsPerSecond) > 0) return undefined;
    inFlight.refuseIfFull(found);
    return found;
  } catch {
    return undefined;
  }
}

function textOf(bytes: Buffer): string | undefined {
  try {
    return utf8Text(bytes);
  } catch {
    return undefined;
  }
}
