import { volatile } from "../../rest/cache-policy.ts";
import { requireRows } from "../../rest/message/shape.ts";
import { endpoints, GET, POST } from "../endpoints.ts";

/** Staff that is required, and scheduled, in an interval. It has no id. */
export interface RequirementJson {
  readonly requirement_type_id: string;
  readonly required: number;
  readonly scheduled: number;
  /** Unix seconds. */
  readonly start_time: number;
  /** Unix seconds. */
  readonly end_time: number;
}

/** A requirement to set for one interval. */
export interface RequirementBody {
  readonly requirement_type_id: string;
  readonly required: number;
  /** Unix seconds, a multiple of the interval of the account. */
  readonly start_time: number;
  /** Unix seconds, one interval later. */
  readonly end_time: number;
}

/** Requirements of all types, unpaged: assembled-v0.txt:2331-2402. */
export const requirements = endpoints(
  // Metrics tell how many were required, too (assembled-v0.txt:2002).
  { cache: volatile, invalidates: ["requirements", "forecastedVsActuals"] },
  {
    /** Of a window of 31 days at most (assembled-v0.txt:2400). */
    list: GET("/v0/requirements")
      .query<{ readonly start_time: number; readonly end_time: number }>()
      .returns((wire: { readonly requirements: readonly RequirementJson[] }) =>
        requireRows(wire.requirements),
      ),
    /** Creates or overwrites one interval, so that twice is once. What it answers is not documented. */
    create: POST("/v0/requirements", "idempotent").body<RequirementBody>().returns<unknown>(),
  },
);
