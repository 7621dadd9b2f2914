import { volatile } from "../../rest/cache-policy.ts";
import { requireRecord, requireRows } from "../../rest/message/shape.ts";
import { DELETE, endpoints, GET, POST } from "../endpoints.ts";

/** A volume that was uploaded for a span of any length. */
export interface ForecastTotalJson {
  readonly id: string;
  /** Unix seconds. */
  readonly start_time: number;
  /** Unix seconds. */
  readonly end_time: number;
  readonly channel: string;
  readonly queue?: string | null;
  readonly value: number;
  /** `contacts` when it is left out (assembled-v0.txt:1825). */
  readonly value_type?: string | null;
}

/** Window and filters of the list (assembled-v0.txt:1854-1861). */
export interface ForecastTotalsQuery {
  /** Unix seconds. */
  readonly start_time: number;
  /** Unix seconds. */
  readonly end_time: number;
  readonly channel?: string | undefined;
  readonly queue?: string | undefined;
  readonly value_type?: string | undefined;
}

/** A total to create. */
export interface NewForecastTotalBody {
  /** Unix seconds. */
  readonly start_time: number;
  /** Unix seconds. */
  readonly end_time: number;
  readonly channel: string;
  readonly queue: string | null;
  readonly value: number;
  readonly value_type: string;
}

interface NewForecastTotalsBody {
  /** Whether totals with the same start and end are replaced (assembled-v0.txt:1926). */
  readonly overwrite: boolean;
  readonly forecasts: readonly NewForecastTotalBody[];
}

/** Totals stand under the name of forecasts, one by its id as well (assembled-v0.txt:1837, 1874). */
interface ForecastTotalsJson {
  readonly forecasts: readonly ForecastTotalJson[];
}

const totalsIn = ({ forecasts }: ForecastTotalsJson): readonly ForecastTotalJson[] => requireRows(forecasts);

/** A write that says nothing of what it made may have made it. @returns undefined only where the engine knows that it is done. */
function createdIn(wire: ForecastTotalsJson): readonly ForecastTotalJson[] | undefined {
  const totals = totalsIn(wire);
  if (totals.length === 0) throw new TypeError("The write answered no total.");
  return totals.map((total) => requireRecord(total));
}

function onlyTotalIn(wire: ForecastTotalsJson): ForecastTotalJson {
  const [total] = totalsIn(wire);
  if (!total) throw new TypeError("There is no total.");
  return requireRecord(total);
}

const isOverwriting = (body: unknown): boolean =>
  typeof body === "object" && body !== null && "overwrite" in body && body.overwrite === true;

/** Shows whether totals were created. */
const totalsOfWindow =
  "query ($window: TimeWindow!) { forecastTotals(window: $window) { nodes { id startTime endTime channel value } } }";

/** Forecast totals, unpaged: assembled-v0.txt:1803-1942. A total makes part of the forecasts of its span. */
export const forecastTotals = endpoints(
  { cache: volatile, invalidates: ["forecastTotals", "forecasts", "forecastedVsActuals"] },
  {
    list: GET("/v0/forecasts/totals").query<ForecastTotalsQuery>().returns(totalsIn),
    get: GET("/v0/forecasts/totals/{id}").returns(onlyTotalIn),
    /** Twice is once where totals with the same start and end are replaced. */
    create: POST("/v0/forecasts/totals", "conditional")
      .repeatableIf(({ body }) => isOverwriting(body))
      .verifiedBy(totalsOfWindow)
      .body<NewForecastTotalsBody>()
      .returns(createdIn),
    delete: DELETE("/v0/forecasts/totals/{id}").returns<unknown>(),
  },
);
