import { groupBy } from "../../loaders/group-by.ts";
import { volatile } from "../../rest/cache-policy.ts";
import { requireRecord, valuesIn } from "../../rest/message/shape.ts";
import { idIn, isObject } from "../../rest/row-values.ts";
import { endpoints, GET, POST } from "../endpoints.ts";
import { type OffsetPage, totalIn } from "../offset-page.ts";

/** A request for time off as Assembled answers it. */
export interface TimeOffRequestJson {
  readonly id: string;
  readonly agent_id: string;
  readonly activity_type_id: string;
  /** Unix seconds. */
  readonly start_time: number;
  /** Unix seconds. */
  readonly end_time: number;
  /** Unix seconds. */
  readonly created_at?: number | null;
  readonly description?: string | null;
  /** `pending`, `approved`, `denied` or `canceled`. */
  readonly status: string;
  /** Its changes, where they came along. */
  readonly updates?: readonly TimeOffUpdateJson[];
}

/** A change to a request for time off. */
export interface TimeOffUpdateJson {
  readonly id: string;
  readonly time_off_request_id: string;
  /** Unix seconds. */
  readonly created_at?: number | null;
  readonly comment?: string | null;
  /** `approve`, `edit`, `deny` or `cancel`. */
  readonly type: string;
  /** Where it came along. */
  readonly request?: TimeOffRequestJson;
}

/** Filters and page of both lists (assembled-v0.txt:2528-2534, 2618-2624). */
export interface TimeOffQuery {
  /** Unix seconds. */
  readonly updated_since: number;
  /** The status of requests, or the type of updates. */
  readonly type?: string | undefined;
  /** At most 500. */
  readonly limit: number;
  readonly offset: number;
}

/** Both lists answer both maps: one has the rows of the list, the other those that they belong to. */
interface TimeOffJson {
  readonly time_off_requests: Readonly<Record<string, TimeOffRequestJson>>;
  readonly time_off_updates: Readonly<Record<string, TimeOffUpdateJson>>;
  readonly total: number;
}

/** The largest page of either list (assembled-v0.txt:2533, 2623). */
export const timeOffPageSize = 500;

function requestsIn(wire: TimeOffJson): OffsetPage<TimeOffRequestJson> {
  const rows = valuesIn(wire.time_off_requests);
  const total = totalIn(wire);
  // Without them nothing is known of what happened to a request.
  if (!isObject(wire.time_off_updates)) return { rows, total };
  const updates = Object.values(wire.time_off_updates).filter(isObject);
  const byRequest = groupBy(updates, ({ time_off_request_id: id }) => idIn(id) ?? "");
  return { rows: rows.map((row) => ({ ...row, updates: byRequest.get(row.id) ?? [] })), total };
}

function updatesIn(wire: TimeOffJson): OffsetPage<TimeOffUpdateJson> {
  const requests = new Map(
    Object.entries(isObject(wire.time_off_requests) ? wire.time_off_requests : {}).filter(([, row]) =>
      isObject(row),
    ),
  );
  const rows = valuesIn(wire.time_off_updates).map((row) => {
    const request = requests.get(idIn(row.time_off_request_id) ?? "");
    return request ? { ...row, request } : row;
  });
  return { rows, total: totalIn(wire) };
}

/** Shows whether a request was made. */
const requestsSince =
  "query ($since: DateTime!) { timeOffRequests(updatedSince: $since, status: PENDING) { nodes { id startTime endTime person { id } } } }";

/** Time off: assembled-v0.txt:2442-2650. What is approved is in the schedule as well, whose changes are noted and counted. */
export const timeOff = endpoints(
  {
    cache: volatile,
    invalidates: ["timeOff", "activities", "eventChanges", "forecastedVsActuals", "requirements"],
    reconcile: requestsSince,
  },
  {
    requests: GET("/v0/time_off/requests").query<TimeOffQuery>().returns(requestsIn),
    updates: GET("/v0/time_off/updates").query<TimeOffQuery>().returns(updatesIn),
    /** Its `status` is that of the call, not that of the request. */
    create: POST("/v0/time_off")
      .body<{
        /** Id of the person, not of the agent. */
        readonly user_id: string;
        readonly activity_type_id: string;
        /** Unix seconds. */
        readonly start_time: number;
        /** Unix seconds. */
        readonly end_time: number;
        readonly description?: string;
        readonly editable?: boolean;
        /** Ids of people, not of agents. */
        readonly receiver_ids?: readonly string[];
      }>()
      .returns((wire: { readonly id: string }) => requireRecord(wire)),
    cancel: POST("/v0/time_off/{id}/cancel", "idempotent")
      .body<{
        /** Id of the person, not of the agent. */
        readonly user_id: string;
        readonly comment?: string;
      }>()
      .returns<unknown>(),
  },
);
