import type {
  IncomingHttpHeaders,
  IncomingMessage,
  RequestListener,
  Server,
  ServerResponse,
} from "node:http";
import type { Client } from "../auth/client.ts";
import type { Gateway } from "../graphql/gateway.ts";
import type { Observer } from "../observation/events.ts";
import { utf8Text } from "../request-text.ts";
import type { Clock } from "../rest/clock.ts";
import type { ActiveRequests } from "./active-requests.ts";
import { headersWithoutOrigin } from "./allowed-origins.ts";
import { closeUnread, longestPieceBytes } from "./answer-progress.ts";
import type { Authenticate } from "./authentication.ts";
import { compressedFromBytes } from "./compress-answers.ts";
import type { DrainDelay } from "./drain-delay.ts";
import type { InFlight } from "./in-flight.ts";
import { onceClosed } from "./once-answered.ts";
import type { OperationHandler } from "./operation-handler.ts";
import type { SerializedResponse } from "./serialized-response.ts";
import { unkept } from "./unkept.ts";

/** The parts that answers to equal requests are made from. */
export interface EqualRequestParts {
  readonly activeRequests: ActiveRequests;
  readonly answerAtOnce: OperationHandler["answerAtOnce"];
  readonly authenticate: Authenticate;
  /** As that of the gateway. */
  readonly catchUp: Gateway["catchUp"];
  readonly clock: Clock;
  readonly inFlight: Pick<InFlight, "isFull" | "refuseIfFull">;
  /** Operations a second of each client that has no limit of its own. @default none */
  readonly clientOperationsPerSecond: number | undefined;
  readonly drainDelay: Pick<DrainDelay, "served">;
  /** Whether the server takes no new work soon, so that clients are told on the way of other requests. */
  readonly isDraining: () => boolean;
  readonly isForThisServer: (request: IncomingMessage) => boolean;
  readonly observer: Observer;
  readonly requestIdOf: (headers: IncomingHttpHeaders) => string;
}

const url = "/graphql";

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

/**
 * Answers requests ahead of all routing where the answer to an equal one is kept and nothing has to be waited for: what hooks
 * do for other requests would be most of the work. Every other request goes on as it came, its body included; so does one
 * that is to be refused.
 */
export function answerEqualFirst(server: Server, parts: EqualRequestParts): void {
  const routes = server.listeners("request") as RequestListener[];
  server.removeAllListeners("request");
  server.on(
    "request",
    (request: IncomingMessage, response: ServerResponse<IncomingMessage> & { req: IncomingMessage }) => {
      const route = () => {
        for (const listener of routes) listener.call(server, request, response);
      };
      if (!isPlain(request)) return route();
      const answer = () => {
        const found = findEqual(request, response, parts);
        if (found) give(response, found, parts);
        else route();
      };
      // A body that came in the packet of its headers is read by then.
      process.nextTick(() => {
        const caughtUp = parts.catchUp?.();
        if (!caughtUp) return answer();
        // One that has left meanwhile has begun nothing.
        caughtUp.then(() => request.destroyed || answer());
      });
    },
  );
}

function isPlain({ headers, method, url: path }: IncomingMessage): boolean {
  if (method !== "POST" || path !== url || headers["content-type"] !== "application/json") return false;
  return (
    Number(headers["content-length"]) <= longestBodyBytes && uncommon.every((name) => !(name in headers))
  );
}

/** A kept answer, and the request that it is for. */
interface EqualAnswer {
  readonly kept: SerializedResponse;
  readonly client: Client;
  readonly requestId: string;
  readonly startedAtMs: number;
}

/** A fault is met again, and told, on the way that other requests take. */
function findEqual(...asked: Parameters<typeof keptAnswer>): EqualAnswer | undefined {
  try {
    return keptAnswer(...asked);
  } catch {
    return undefined;
  }
}

function keptAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  parts: EqualRequestParts,
): EqualAnswer | undefined {
  const { clock, inFlight } = parts;
  const { headers, socket } = request;
  const isWhole = request.readableLength === Number(headers["content-length"]);
  // An answer that waits behind another has no socket so far.
  const isNext = response.socket === socket && socket.writable && socket.writableLength === 0;
  if (!isWhole || !isNext || inFlight.isFull || parts.isDraining() || !parts.isForThisServer(request))
    return undefined;
  const startedAtMs = clock.nowMs();
  const client = clientOf(request, parts);
  const bytes: Buffer | null = client ? request.read() : null;
  if (!client || !bytes) return undefined;
  const requestId = parts.requestIdOf(headers);
  const mayGive = (answer: SerializedResponse): boolean => goesOutWhole(answer, headers);
  const asked = { accept: headers.accept, client, requestId };
  let kept: SerializedResponse | undefined;
  try {
    const jsonText = textOf(bytes);
    kept = jsonText === undefined ? undefined : parts.answerAtOnce({ jsonText, mayGive, ...asked });
  } finally {
    if (!kept) request.unshift(bytes);
  }
  return kept && { kept, client, requestId, startedAtMs };
}

function give(
  response: ServerResponse,
  { client, kept, requestId, startedAtMs }: EqualAnswer,
  parts: EqualRequestParts,
): void {
  const { clock, drainDelay, observer } = parts;
  drainDelay.served();
  response.writeHead(kept.status, steadyHeaders(kept).concat("x-request-id", requestId));
  response.end(kept.body);
  whenSent(response, parts, (status) =>
    observer.request?.({
      requestId,
      client: client.name,
      method: "POST",
      route: url,
      status: status ?? kept.status,
      isOperation: true,
      durationMs: clock.nowMs() - startedAtMs,
    }),
  );
}

/** The client of a request, if it is known at once and may have its operation run. */
function clientOf(request: IncomingMessage, parts: EqualRequestParts): Client | undefined {
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

/** Whether an answer goes out in one write, neither in pieces nor compressed. */
function goesOutWhole({ body, failedRequestId }: SerializedResponse, headers: IncomingHttpHeaders): boolean {
  const mayCompress = body.length >= compressedFromBytes && headers["accept-encoding"] !== undefined;
  return body.length <= longestPieceBytes && !mayCompress && failedRequestId === undefined;
}

/** Headers that an answer has each time, as Node takes them: names and values in turn. */
const steady = new WeakMap<SerializedResponse, readonly string[]>();

function steadyHeaders(kept: SerializedResponse): readonly string[] {
  const known = steady.get(kept);
  if (known) return known;
  const length = ["content-length", String(kept.body.length)];
  const made = [...kept.headers.flat(), ...Object.entries(unkept).flat(), ...headersWithoutOrigin, ...length];
  steady.set(kept, made);
  return made;
}

/** For the log: the client left before it was answered. */
const statusOfLeft = 499;

/** @param tell is given another status where the client left. */
function whenSent(
  response: ServerResponse,
  { activeRequests, clock }: EqualRequestParts,
  tell: (status?: number) => void,
): void {
  const { socket } = response.req;
  if (socket.writableLength === 0) {
    tell();
    return;
  }
  const end = activeRequests.begin();
  closeUnread(response, clock);
  onceClosed(response, () => {
    end();
    tell(response.writableFinished ? undefined : statusOfLeft);
  });
}
