import type { FastifyInstance } from "fastify";
import type { Observer } from "../observation/events.ts";
import type { Clock } from "../rest/clock.ts";
import type { ActiveRequests } from "./active-requests.ts";
import { madeAheadOf } from "./ahead/made-ahead.ts";
import type { DrainDelay } from "./drain-delay.ts";
import { onceAnswered } from "./once-answered.ts";

/** For the log: the client left before it was answered. */
export const statusOfLeft = 499;

/** Counts each request until its connection is done with it, and tells the observer how it ended. */
export function observeRequests(
  app: FastifyInstance,
  {
    activeRequests,
    clock,
    drainDelay,
    observer,
  }: {
    readonly activeRequests: ActiveRequests;
    readonly clock: Clock;
    readonly drainDelay: DrainDelay;
    readonly observer: Observer;
  },
): void {
  app.decorateRequest("refusedWith");
  app.addHook("onRequest", (request, reply, next) => {
    const end = activeRequests.begin();
    if (!request.url.startsWith("/health/")) drainDelay.served();
    const startedAtMs = madeAheadOf(request.raw)?.startedAtMs ?? clock.nowMs();
    onceAnswered(reply, () => {
      end();
      observer.request?.({
        requestId: request.id,
        client: request.client?.name,
        method: request.method,
        route: request.routeOptions.url ?? "unknown",
        status: reply.raw.writableFinished ? reply.statusCode : statusOfLeft,
        code: request.refusedWith,
        isOperation: request.isOperation,
        durationMs: clock.nowMs() - startedAtMs,
      });
    });
    next();
  });
}
