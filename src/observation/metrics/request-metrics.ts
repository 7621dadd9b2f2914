import type { Registry } from "prom-client";
import type { RequestEvent } from "../events.ts";
import { other } from "./bounded-cells.ts";
import { readAtScrape } from "./register.ts";

/** Why a request is refused, by the status of HTTP that it is answered with. */
const reasons: Readonly<Record<number, string>> = {
  400: "unreadable",
  401: "unauthenticated",
  403: "forbidden",
  404: "unknown_path",
  405: "method",
  406: "not_acceptable",
  408: "too_slow",
  409: "idempotency_in_progress",
  413: "too_large",
  415: "media_type",
  421: "host",
  422: "idempotency_key_reused",
  429: "rate_limited",
  500: "fault",
  503: "overloaded",
};

/** Nothing was refused to a client that did not wait. */
const statusOfLeft = 499;

/** Registers the metrics of requests that are no operations. */
export function requestMetrics(registry: Registry): (event: RequestEvent) => void {
  const refused = new Map<string, number>();
  readAtScrape(registry, "tributary_refused_requests_total", function* () {
    for (const [reason, count] of refused) yield [{ reason }, count];
  });
  return ({ isOperation, route, status }) => {
    // A health check that is answered 503 is answered.
    if (isOperation || status < 400 || status === statusOfLeft || route.startsWith("/health/")) return;
    const reason = reasons[status] ?? other;
    refused.set(reason, (refused.get(reason) ?? 0) + 1);
  };
}
