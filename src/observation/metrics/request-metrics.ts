import type { Registry } from "prom-client";
import type { Observer } from "../events.ts";
import { other } from "./bounded-cells.ts";
import { readAtScrape } from "./register.ts";

/** Why a request is refused that is refused without a code, by the status of HTTP that it is answered with. */
const reasons: Readonly<Record<number, string>> = {
  400: "unreadable",
  404: "unknown_path",
  405: "method",
  406: "not_acceptable",
  408: "too_slow",
  413: "too_large",
  415: "media_type",
  421: "host",
  500: "fault",
};

/** Nothing was refused to a client that did not wait. */
const statusOfLeft = 499;

/** Registers the metrics of requests that are no operations. */
export function requestMetrics(registry: Registry): Pick<Required<Observer>, "request" | "refused"> {
  const refused = new Map<string, number>();
  const count = (reason: string) => void refused.set(reason, (refused.get(reason) ?? 0) + 1);
  readAtScrape(registry, "tributary_refused_requests_total", function* () {
    for (const [reason, number] of refused) yield [{ reason }, number];
  });
  return {
    request({ code, isOperation, route, status }) {
      // A health check that is answered 503 is answered.
      if (isOperation || status < 400 || status === statusOfLeft || route.startsWith("/health/")) return;
      // Several codes have one status: only the code tells a gateway with too much work from one that cannot fetch keys.
      count(code?.toLowerCase() ?? reasons[status] ?? other);
    },
    refused: ({ reason }) => count(reason.replaceAll(" ", "_")),
  };
}
