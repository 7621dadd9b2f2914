import { directory } from "../../rest/cache-policy.ts";
import { optionalRecord, requireRows } from "../../rest/message/shape.ts";
import { DELETE, endpoints, GET, POST, PUT } from "../endpoints.ts";

/** A time in the week. */
export interface ShiftTimeJson {
  /** From 0 for Sunday to 6 for Saturday. */
  readonly day_of_week: number;
  readonly hour: number;
  readonly minute: number;
}

/** Working hours that recur every week. */
export interface ShiftJson {
  readonly start_time: ShiftTimeJson;
  readonly end_time: ShiftTimeJson;
}

/** A weekly plan of working hours as Assembled answers it. */
export interface ShiftPatternJson {
  readonly id: string;
  readonly name: string;
  readonly description?: string | null;
  /** IANA name. */
  readonly timezone: string;
  /** Address of its author, who is written as `user_id` (assembled-v0.txt:2762, 2782). */
  readonly user_email?: string | null;
  /** Documented as a number here and as a text elsewhere (assembled-v0.txt:2697, 2783). */
  readonly excluded_duration_seconds?: number | string | null;
  readonly shifts: readonly ShiftJson[];
  /** Unix seconds. */
  readonly created_at?: number | null;
  /** Unix seconds. */
  readonly updated_at?: number | null;
  readonly assigned_agent_count?: number | null;
  readonly assigned_agent_ids?: readonly string[] | null;
}

/** Writable fields of a shift pattern. */
export interface ShiftPatternBody {
  /** Id of the person, not of the agent, who is its author. */
  readonly user_id: string;
  readonly name?: string;
  /** IANA name. */
  readonly timezone?: string;
  readonly excluded_duration_seconds?: number;
  readonly description?: string;
  readonly shifts?: readonly ShiftJson[];
}

/** A shift pattern to create. */
export type NewShiftPatternBody = ShiftPatternBody &
  Required<Pick<ShiftPatternBody, "name" | "timezone" | "shifts">>;

/** Shift patterns, unpaged: assembled-v0.txt:2652-3130. */
export const shiftPatterns = endpoints(
  {
    cache: directory,
    invalidates: ["shiftPatterns"],
    // assembled-v0.txt:2656
    openTo:
      "accounts that were invited to the beta of shift patterns; ask your customer success manager at Assembled for it",
    reconcile: "query { shiftPatterns { id name createdAt } }",
  },
  {
    list: GET("/v0/shift_patterns").returns((wire: readonly ShiftPatternJson[]) => requireRows(wire)),
    /** No document shows what it answers. */
    create: POST("/v0/shift_patterns")
      .body<NewShiftPatternBody>()
      .returns((wire: ShiftPatternJson | undefined) => optionalRecord(wire)),
    /** Leaves out what stays, although it is a PUT; shifts are replaced whole (assembled-v0.txt:3061). */
    update: PUT("/v0/shift_patterns/{id}").body<ShiftPatternBody>().returns<unknown>(),
    delete: DELETE("/v0/shift_patterns/{id}").returns<unknown>(),
    assign: POST("/v0/shift_patterns/assign", "idempotent")
      .body<{ readonly shift_pattern_id: string; readonly agent_ids: readonly string[] }>()
      .returns<unknown>(),
    unassign: POST("/v0/shift_patterns/unassign", "idempotent")
      .body<{ readonly agent_ids: readonly string[] }>()
      .returns<unknown>(),
  },
);
