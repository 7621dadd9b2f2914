import type {
  forecastedVsActuals as endpoints,
  ForecastedVsActualJson,
} from "../../assembled/forecasted-vs-actual/endpoints.ts";
import type { VerbHandlers } from "../emulator.ts";
import { seededRandom } from "../random.ts";
import { Refusal } from "../refusal.ts";
import { queryWindow, type Window } from "./activity-window.ts";
import { channels } from "./channels.ts";
import { type DemandLine, forecaster, intervalsOf, linesOf, rounded, usualContacts } from "./demand.ts";
import { wholeNumberOf } from "./fields.ts";
import { channelIn, queueIn } from "./forecast-query.ts";
import { pageOf } from "./paging.ts";
import type { AssembledState } from "./state.ts";

/** Answers the route of forecasts beside what came (assembled-v0.txt:2030-2101). */
export function createForecastedVsActualHandlers(state: AssembledState): VerbHandlers<typeof endpoints> {
  return {
    list: ({ query, nowMs }) => {
      const window = queryWindow(query);
      const interval = intervalIn(query, window);
      const channel = channelIn(query, channels);
      const queue = queueIn(query, state);
      const lines = linesOf(channel, state).filter((line) => queue === undefined || line.queue === queue);
      const places = intervalsOf(window, interval).flatMap((span) => lines.map((line) => ({ span, line })));
      const forecast = forecaster(state);
      const { page, place } = pageOf(places, query);
      const rows = page.map(({ line, span }) =>
        metricsOf(line, span, {
          forecasted: forecast(line, span),
          actual: span.end_time * 1000 <= nowMs ? cameOf(state, line, span) : null,
        }),
      );
      return { status: 200, body: { forecasts_vs_actuals: rows, ...place } };
    },
  };
}

/** The interval of a query string, which both edges are multiples of, or 400. */
function intervalIn(query: URLSearchParams, { start_time, end_time }: Window): number {
  const interval = wholeNumberOf(query, "interval") ?? 0;
  if (interval === 0) throw new Refusal(400, "interval is required");
  if (start_time % interval > 0) throw new Refusal(400, `expect start in an increment of ${interval}`);
  if (end_time % interval > 0) throw new Refusal(400, `expect end in an increment of ${interval}`);
  return interval;
}

/** Contacts that came: about those usual, and the conversations that were handed over. */
function cameOf({ conversations }: AssembledState, line: DemandLine, span: Window): number {
  const handedOver = Array.from(conversations.values()).filter(
    ({ channel, created_at: created, queue }) =>
      channel === line.channel &&
      (line.queue === null || queue === line.queue) &&
      created >= span.start_time &&
      created < span.end_time,
  );
  const chance = seededRandom(`came/${line.channel}/${line.queue}/${span.start_time}`).next();
  return Math.round(usualContacts(line, span) * (0.8 + 0.4 * chance)) + handedOver.length;
}

interface Contacts {
  readonly forecasted: number;
  /** Null of what has yet to come. */
  readonly actual: number | null;
}

/** The metrics that a channel has: others are left out (assembled-v0.txt:2014-2025). */
function metricsOf(line: DemandLine, span: Window, contacts: Contacts): ForecastedVsActualJson {
  const { forecasted, actual } = contacts;
  const seconds = span.end_time - span.start_time;
  const handleSeconds = 240 + (span.start_time % 7) * 10;
  const required = Math.ceil((forecasted * handleSeconds) / seconds / 0.8);
  const scheduled = required - 1 + seededRandom(`scheduled/${line.queue}/${span.start_time}`).integer(0, 3);
  const pair = (of: (contacts: number) => number) => ({
    forecasted: rounded(of(forecasted)),
    actual: actual === null ? null : rounded(of(actual)),
  });
  const actualOnly = (of: (contacts: number) => number) => ({ ...pair(of), forecasted: null });
  const forecastOnly = (value: number) => ({ forecasted: value, actual: null });
  const level = Math.min(1, Math.max(0.5, 0.8 + 0.05 * (scheduled - required)));
  return {
    ...span,
    ...line,
    service_level: pair(() => level),
    service_level_missed: pair((count) => count * (1 - level)),
    service_level_met: pair((count) => count * level),
    first_response_time: actualOnly((count) => 30 + count),
    ...(line.channel === "email"
      ? {
          cases_opened: pair((count) => count),
          cases_reopened: pair((count) => count * 0.2),
          cases_solved: pair((count) => count * 1.1),
          productivity: pair(() => 3.4),
        }
      : {
          contacts_received: pair((count) => count),
          contacts_abandoned: actualOnly((count) => Math.floor(count * 0.05)),
          handle_time: pair(() => handleSeconds),
          occupancy: forecastOnly(0.8),
        }),
    staffing_scheduled: scheduled,
    staffing_required: required,
    staffing_net: scheduled - required,
  };
}
