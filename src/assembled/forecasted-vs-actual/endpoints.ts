import { volatile } from "../../rest/cache-policy.ts";
import { requireRows } from "../../rest/message/shape.ts";
import { endpoints, GET } from "../endpoints.ts";
import { type OffsetPage, totalIn } from "../offset-page.ts";

/** A metric as it was forecast and as it came to be; either may be missing (assembled-v0.txt:1950-1961). */
export interface ForecastedActualJson {
  readonly forecasted?: number | null;
  readonly actual?: number | null;
}

/** Metrics of an interval (assembled-v0.txt:1962-2028). Which there are depends on the channel and the account. */
export interface ForecastedVsActualJson {
  /** Unix seconds. */
  readonly start_time: number;
  /** Unix seconds. */
  readonly end_time: number;
  readonly channel: string;
  readonly queue?: string | null;
  readonly service_level?: ForecastedActualJson | null;
  readonly service_level_missed?: ForecastedActualJson | null;
  readonly service_level_met?: ForecastedActualJson | null;
  /** Seconds. */
  readonly first_response_time?: ForecastedActualJson | null;
  readonly transferred_away?: ForecastedActualJson | null;
  readonly reassigned_away?: ForecastedActualJson | null;
  readonly messages_received?: ForecastedActualJson | null;
  readonly cases_answered?: ForecastedActualJson | null;
  readonly cases_opened?: ForecastedActualJson | null;
  readonly cases_reopened?: ForecastedActualJson | null;
  readonly cases_solved?: ForecastedActualJson | null;
  readonly productivity?: ForecastedActualJson | null;
  readonly contacts_received?: ForecastedActualJson | null;
  readonly contacts_abandoned?: ForecastedActualJson | null;
  /** Seconds, as the sample has it (assembled-v0.txt:2070). */
  readonly handle_time?: ForecastedActualJson | null;
  readonly occupancy?: ForecastedActualJson | null;
  readonly staffing_scheduled?: number | null;
  /** A number as documented (assembled-v0.txt:2027); a pair was seen as well. */
  readonly staffing_required?: number | ForecastedActualJson | null;
  readonly staffing_net?: number | null;
}

/** Window, interval, filters and page of the list (assembled-v0.txt:2091-2101); site and schedule are of no document. */
export interface ForecastedVsActualsQuery {
  /** Unix seconds, a multiple of the interval. */
  readonly start_time: number;
  /** Unix seconds, a multiple of the interval. */
  readonly end_time: number;
  /** Seconds. */
  readonly interval: number;
  readonly channel: string;
  readonly queue?: string | undefined;
  readonly site?: string | undefined;
  readonly schedule_id?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

interface ForecastedVsActualsJson {
  readonly forecasts_vs_actuals?: readonly ForecastedVsActualJson[];
  /** The spelling of the path, which no document shows in an answer. */
  readonly forecasted_vs_actuals?: readonly ForecastedVsActualJson[];
  readonly total: number;
}

function pageIn(wire: ForecastedVsActualsJson): OffsetPage<ForecastedVsActualJson> {
  const rows = wire.forecasts_vs_actuals ?? wire.forecasted_vs_actuals;
  if (rows === undefined) throw new TypeError("There is no list.");
  return { rows: requireRows(rows), total: totalIn(wire) };
}

/** Forecasts beside what came: assembled-v0.txt:1944-2101. */
export const forecastedVsActuals = endpoints(
  { cache: volatile },
  { list: GET("/v0/forecasted_vs_actuals").query<ForecastedVsActualsQuery>().returns(pageIn) },
);
