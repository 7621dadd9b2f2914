import type { IncomingMessage, RequestListener, Server } from "node:http";
import { GatewayError } from "../../errors.ts";
import type { Gateway } from "../../graphql/gateway.ts";
import { HttpError } from "../../http-error.ts";
import { Cancellation } from "../../rest/cancellation.ts";
import type { Answered } from "../answered.ts";
import { statusOfLeft } from "../observe-requests.ts";
import { onceClosed } from "../once-answered.ts";
import { type OperationHandler, traceparentOf } from "../operation-handler.ts";
import type { AheadRun } from "./look-ahead.ts";
import { noteMadeAhead } from "./made-ahead.ts";
import { createOutbox, type Outbox } from "./outbox.ts";
import { isPlain, type PlainRequest, type PlainRequestParts, takePlain } from "./plain-request.ts";
import { canBeSentAhead, type SendAheadParts, sendAhead, tellRequest } from "./send-ahead.ts";

/** The parts that answers ahead of the routes are made from. */
export interface AnswerAheadParts
  extends PlainRequestParts,
    SendAheadParts,
    Pick<OperationHandler, "lookAhead" | "tell"> {
  /** As that of the gateway. */
  readonly catchUp: Gateway["catchUp"];
  /** Told of a fault of the gateway itself. */
  readonly fault: (error: unknown) => void;
}

/** A plain request, and how it goes on by the routes. */
interface Taken {
  readonly outbox: Outbox;
  readonly plain: PlainRequest;
  readonly route: () => void;
}

/**
 * Answers plain requests ahead of all routing, where the answer to an equal one is kept or the document is one that was let
 * through before: what hooks do for other requests would be much of the work. Every other request goes on as it came, its body
 * included; so does one that is to be refused.
 */
export function answerAheadOfRoutes(server: Server, parts: AnswerAheadParts): void {
  const routes = server.listeners("request") as RequestListener[];
  server.removeAllListeners("request");
  const outbox = createOutbox();
  server.on("request", (request: IncomingMessage, response: PlainRequest["response"]) => {
    const route = () => {
      for (const listener of routes) listener.call(server, request, response);
    };
    // While it drains it waits for those that it knows of, and does not know this one for a turn.
    if (!isPlain(request) || parts.isDraining()) return route();
    const answer = () => {
      const plain = tried(() => takePlain(request, response, parts));
      if (plain) answerPlain({ outbox, plain, route }, parts);
      else route();
    };
    // All that has come is read by then, and what is sent in one go wakes those who wait for it once: on one machine that takes a
    // third less of this process's time than to answer each request between two that are read.
    setImmediate(() => {
      const caughtUp = parts.catchUp?.();
      if (!caughtUp) return answer();
      // One that has left meanwhile has begun nothing.
      caughtUp.then(() => request.destroyed || answer());
    });
  });
}

function answerPlain(taken: Taken, parts: AnswerAheadParts): void {
  const { plain } = taken;
  const found = tried(() => parts.lookAhead(plain.asked, plain.jsonText));
  if (!found) {
    plain.request.unshift(plain.bytes);
    taken.route();
  } else if ("cached" in found) give(taken, found.cached, parts);
  else run(taken, found, parts);
}

/** A fault is met again, and told, on the way that other requests take. */
function tried<Value>(find: () => Value | undefined): Value | undefined {
  try {
    return find();
  } catch {
    return undefined;
  }
}

/** Runs an operation, and gives its answer unless its client has left. */
function run(taken: Taken, { run: begin }: AheadRun, parts: AnswerAheadParts): void {
  const { activeRequests } = parts;
  const { outbox, plain } = taken;
  const cancellation = new Cancellation();
  const endRequest = activeRequests.begin();
  // Counted apart from the request, as those that come by the routes are.
  const endRun = activeRequests.begin();
  let isLeft = false;
  onceClosed(plain.response, () => {
    endRequest();
    if (plain.response.writableFinished) return;
    isLeft = true;
    cancellation.cancel();
  });
  const end = (finish: () => void) =>
    outbox.add(() => {
      try {
        finish();
      } catch (error) {
        parts.fault(error);
        plain.response.destroy();
      }
      endRun();
    });
  const running = begin(cancellation);
  running.then(
    (answered) => end(() => (isLeft ? tellLeft(plain, answered, parts) : give(taken, answered, parts))),
    (error: unknown) => end(() => (isLeft ? tellLost(plain, error, parts) : handOver(taken, running))),
  );
}

/** Tells of an operation whose client has left: what it wrote is done all the same. */
function tellLeft(plain: PlainRequest, answered: Answered, parts: AnswerAheadParts): void {
  parts.tell(answered, begun(plain));
  tellRequest(plain, statusOfLeft, parts);
}

/** Tells of an operation that failed as a whole, and whose client has left. */
function tellLost(plain: PlainRequest, error: unknown, parts: AnswerAheadParts): void {
  const isRefusal = error instanceof GatewayError || error instanceof HttpError;
  if (!isRefusal) parts.fault(error);
  tellRequest(plain, statusOfLeft, parts);
}

function give(taken: Taken, answered: Answered, parts: AnswerAheadParts): void {
  const { plain } = taken;
  const { response } = answered;
  if (!canBeSentAhead(response, plain.asked.headers) || parts.isDraining()) {
    handOver(taken, Promise.resolve(answered));
    return;
  }
  parts.tell(answered, begun(plain));
  sendAhead(plain, response, parts);
}

/** Has the routes send what was answered, or tell why it was not. */
function handOver({ plain, route }: Taken, answered: Promise<Answered>): void {
  const { asked, bytes, request, startedAtMs, startedOnMs } = plain;
  noteMadeAhead(request, { answered, bytes, requestId: asked.id, startedAtMs, startedOnMs });
  route();
}

const begun = ({ asked, startedAtMs, startedOnMs }: PlainRequest) => ({
  client: asked.client.name,
  requestId: asked.id,
  startedAtMs,
  startedOnMs,
  traceparent: traceparentOf(asked),
});
