import { volatile } from "../../rest/cache-policy.ts";
import { requireRows } from "../../rest/message/shape.ts";
import { endpoints, GET } from "../endpoints.ts";

/** Contacts that are expected in an interval. It has no id. */
export interface ForecastJson {
  /** Unix seconds. */
  readonly start_time: number;
  /** Unix seconds. */
  readonly end_time: number;
  readonly channel: string;
  readonly queue?: string | null;
  readonly value: number;
}

/** Window and filters of the list (assembled-v0.txt:1797-1801). */
export interface ForecastsQuery {
  /** Unix seconds. */
  readonly start_time: number;
  /** Unix seconds. */
  readonly end_time: number;
  readonly channel: string;
  readonly queue?: string | undefined;
}

/** Forecasts, unpaged: assembled-v0.txt:1770-1801. */
export const forecasts = endpoints(
  { cache: volatile },
  {
    list: GET("/v0/forecasts")
      .query<ForecastsQuery>()
      .returns((wire: { readonly forecasts: readonly ForecastJson[] }) => requireRows(wire.forecasts)),
  },
);
