import type { Clock } from "../clock.ts";
import { routeOf } from "../endpoint.ts";
import type { TransportResponse } from "../exchange.ts";
import type { Operation } from "../operation.ts";
import type { PreparedRequest } from "../prepared-request.ts";
import type { Outcome, Send } from "../send.ts";
import { type AttemptTimeout, startTimeout } from "./timeout.ts";
import { startUpload, type Upload } from "./upload.ts";

/** One attempt to send a request, from the moment at which it may be sent to its end. */
export interface Attempt {
  /** Method and template. */
  readonly route: string;
  readonly timeout: AttemptTimeout;
  /** Of a body that comes while it is sent; undefined for any other. */
  readonly upload: Upload | undefined;
  /** Moment of the clock, in milliseconds. */
  readonly startedAtMs: number;
  /** Milliseconds since 1970. */
  readonly startedOnMs: number;
  /** The head of the answer, as soon as it is there. */
  response: TransportResponse | undefined;
}

/** Sends a request within the time of an attempt. Never rejects. */
export type SendInTime = (
  request: PreparedRequest,
  operation: Operation,
  attempt: Attempt,
) => Promise<Outcome>;

/** Gives each attempt its time: of its own, until the deadline of the operation, or as long as an upload moves. */
export const timed =
  (clock: Clock) =>
  (next: SendInTime): Send =>
  async (request, operation) => {
    const { body, endpoint } = request;
    const upload = body && "chunks" in body ? startUpload(body, operation, clock) : undefined;
    const timeout = upload?.timeout ?? startTimeout(operation, clock);
    try {
      return await next(request, operation, {
        route: routeOf(endpoint),
        timeout,
        upload,
        startedAtMs: clock.nowMs(),
        startedOnMs: clock.dateMs(),
        response: undefined,
      });
    } finally {
      timeout.end();
    }
  };
