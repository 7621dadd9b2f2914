import type { Registry } from "prom-client";
import type { CallEvent } from "../../rest/upstream.ts";
import { boundedCells, firstNames, other } from "./bounded-cells.ts";
import type { LabelsOf } from "./definitions.ts";
import { histogram, readAtScrape } from "./register.ts";

type CallLabels = LabelsOf<"tributary_upstream_calls_total">;

/** Each has two series, one of its number and one of its seconds. */
const mostLabels = 1_000;
/** OpenSSL and Node's HTTP parser make codes of lists of their own. */
const mostCauses = 100;
/** Stands for a status or a cause that a call does not have. */
const none = "none";

interface CallCell {
  calls: number;
  seconds: number;
  readonly observeSeconds: (seconds: number) => void;
}

/** Registers the metrics of calls to systems. */
export function callMetrics(registry: Registry): (event: CallEvent) => void {
  const durations = histogram(registry, "tributary_upstream_call_duration_seconds");
  const causes = firstNames(mostCauses);
  const cells = boundedCells<CallLabels, CallCell>(
    mostLabels,
    ({ system }) => ({ calls: 0, seconds: 0, observeSeconds: durations({ system }) }),
    ({ system, status }) => ({ system, route: other, status: classOf(status), cause: other }),
  );
  const read = (part: "calls" | "seconds") =>
    function* (): Iterable<readonly [CallLabels, number]> {
      for (const [labels, cell] of cells.all()) yield [labels, cell[part]];
    };
  readAtScrape(registry, "tributary_upstream_calls_total", read("calls"));
  readAtScrape(registry, "tributary_upstream_call_seconds_total", read("seconds"));
  return ({ system, endpoint: route, status: given, cause: why, code, durationMs }) => {
    const status = given === undefined ? none : String(given);
    const cause = causes(why ?? code ?? none);
    const labels = { system, route, status, cause };
    const cell = cells.of(`${system}\n${route}\n${status}\n${cause}`, labels);
    const seconds = durationMs / 1_000;
    cell.calls += 1;
    cell.seconds += seconds;
    cell.observeSeconds(seconds);
  };
}

/** The class of a status, of which a system may make up any: `5xx`. */
const classOf = (status: string): string => (status === none ? none : `${status.slice(0, 1)}xx`);
