import type { IncomingHttpHeaders } from "node:http";
import type { Observer } from "../../observation/events.ts";
import type { Clock } from "../../rest/clock.ts";
import type { ActiveRequests } from "../active-requests.ts";
import { headersWithoutOrigin } from "../allowed-origins.ts";
import { closeUnread, longestPieceBytes } from "../answer-progress.ts";
import { compressedFromBytes } from "../compress-answers.ts";
import type { DrainDelay } from "../drain-delay.ts";
import { statusOfLeft } from "../observe-requests.ts";
import { onceClosed } from "../once-answered.ts";
import type { SerializedResponse } from "../serialized-response.ts";
import { unkept } from "../unkept.ts";
import { type PlainRequest, url } from "./plain-request.ts";

/** Everything that takes note of an answer that is sent. */
export interface SendAheadParts {
  readonly activeRequests: ActiveRequests;
  readonly clock: Clock;
  readonly drainDelay: Pick<DrainDelay, "served">;
  readonly observer: Observer;
}

/** Whether an answer goes out in one write, neither in pieces nor compressed, and tells of no error, which is told under the id of its request. */
export function canBeSentAhead(
  { body, failedRequestId }: SerializedResponse,
  headers: IncomingHttpHeaders,
): boolean {
  const mayCompress = body.length >= compressedFromBytes && headers["accept-encoding"] !== undefined;
  return body.length <= longestPieceBytes && !mayCompress && failedRequestId === undefined;
}

/** Sends an answer that goes out in one write, with the headers that the hooks of routes would give it. */
export function sendAhead(plain: PlainRequest, answer: SerializedResponse, parts: SendAheadParts): void {
  const { asked, response } = plain;
  const length = String(answer.body.length);
  parts.drainDelay.served();
  const headers = steadyHeaders(answer).concat("content-length", length, "x-request-id", asked.id);
  response.writeHead(answer.status, headers);
  response.end(answer.body);
  whenSent(response, parts, (isLeft) => tellRequest(plain, isLeft ? statusOfLeft : answer.status, parts));
}

/** Tells the observer of a request that has ended. @param status of its answer */
export function tellRequest(
  { asked, startedAtMs }: PlainRequest,
  status: number,
  { clock, observer }: Pick<SendAheadParts, "clock" | "observer">,
): void {
  observer.request?.({
    requestId: asked.id,
    client: asked.client.name,
    method: asked.method,
    route: url,
    status,
    isOperation: true,
    durationMs: clock.nowMs() - startedAtMs,
  });
}

/** Headers that answers have each time, as Node takes them: names and values in turn, by those that they were made with. */
const steady = new WeakMap<SerializedResponse["headers"], readonly string[]>();

function steadyHeaders({ headers }: SerializedResponse): readonly string[] {
  const known = steady.get(headers);
  if (known) return known;
  const made = [...headers.flat(), ...Object.entries(unkept).flat(), ...headersWithoutOrigin];
  steady.set(headers, made);
  return made;
}

function whenSent(
  response: PlainRequest["response"],
  { activeRequests, clock }: SendAheadParts,
  tell: (isLeft: boolean) => void,
): void {
  const { socket } = response.req;
  if (socket.writableLength === 0) {
    tell(false);
    return;
  }
  const end = activeRequests.begin();
  closeUnread(response, clock);
  onceClosed(response, () => {
    end();
    tell(!response.writableFinished);
  });
}
