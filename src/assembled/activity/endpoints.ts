import { volatile } from "../../rest/cache-policy.ts";
import { entriesIn, requireRecord } from "../../rest/message/shape.ts";
import type { TypesById } from "../activity-type/endpoints.ts";
import { DELETE, endpoints, GET, POST } from "../endpoints.ts";
import type { OfPerson } from "../person/of-person.ts";
import { isApart, isOfOthers } from "./spared.ts";

/** A span of an agent's schedule as Assembled answers it. */
export interface ActivityJson {
  /** Opaque and not unique; the key of the map is the identity. */
  readonly id: string;
  readonly agent_id: string;
  readonly type_id: string;
  /** Unix seconds. */
  readonly start_time: number;
  /** Unix seconds. */
  readonly end_time: number;
  /** Unix seconds. */
  readonly created_at?: number | null;
  /** Unix seconds. */
  readonly updated_at?: number | null;
  readonly description?: string | null;
  readonly channels?: readonly string[] | null;
}

/** An activity with the key it had in the upstream's map, and the types of the account where they came along. */
export interface KeyedActivityJson extends ActivityJson {
  readonly key: string;
  readonly types?: TypesById | undefined;
}

/** An activity as fields give it. */
export type ActivityOfPerson = OfPerson<KeyedActivityJson>;

/** Window and filters of the list (assembled-v0.txt:1074-1087). */
export interface ActivitiesQuery {
  /** Unix seconds. */
  readonly start_time: number;
  /** Unix seconds. */
  readonly end_time: number;
  /** Whether the types of the activities come along (assembled-v0.txt:1082). */
  readonly include_activity_types?: true;
  readonly schedule_id?: string | undefined;
  readonly team?: string | undefined;
  readonly channel?: string | undefined;
  /** Activity type ids. */
  readonly types?: readonly string[] | undefined;
  /** Agent ids; `agents[]=` would be ignored and everything returned, so the key is repeated plainly. */
  readonly agents?: readonly string[] | undefined;
}

/** Which activities of a window are wanted. @default all of them */
export type ActivitySelection = Omit<ActivitiesQuery, "start_time" | "end_time" | "include_activity_types">;

/** An activity to create. */
export interface NewActivityBody {
  readonly agent_id: string;
  readonly type_id: string;
  /** Unix seconds. */
  readonly start_time: number;
  /** Unix seconds. */
  readonly end_time: number;
  readonly description?: string;
}

/** Activities, with the types of the account where they came along. */
export interface ListedActivities {
  readonly rows: readonly KeyedActivityJson[];
  readonly types: TypesById | undefined;
}

interface ActivitiesJson {
  readonly activities: Readonly<Record<string, ActivityJson>>;
  readonly activity_types?: TypesById;
}

const keyed = ({ activities, activity_types: types }: ActivitiesJson): KeyedActivityJson[] =>
  entriesIn(activities).map(([key, activity]) => ({ ...activity, key, types }));

/** Shows whether activities were written. */
const activitiesOfAgents =
  "query ($agents: [ID!], $window: TimeWindow!) { activities(window: $window, filter: { agents: $agents }) { nodes { id startTime endTime } } }";

/**
 * Activities: assembled-v0.txt:944-1123. Their changes are noted; requirements count them as scheduled (assembled-v0.txt:2405),
 * and so may metrics.
 */
export const activities = endpoints(
  {
    cache: volatile,
    invalidates: ["activities", "eventChanges", "forecastedVsActuals", "requirements"],
    reconcile: activitiesOfAgents,
  },
  {
    list: GET("/v0/activities")
      .query<ActivitiesQuery>()
      .returns(
        (wire: ActivitiesJson): ListedActivities => ({ rows: keyed(wire), types: wire.activity_types }),
      ),
    /** Deletes what overlaps unless `allow_conflicts` is true. */
    create: POST("/v0/activities")
      .body<NewActivityBody & { readonly allow_conflicts: boolean; readonly schedule_id?: string }>()
      .spares(
        "activities",
        (read, { body }) =>
          isOfOthers(read, [body.agent_id]) || (body.allow_conflicts && isApart(read, body)),
      )
      .returns((wire: ActivityJson): KeyedActivityJson => ({ ...requireRecord(wire), key: wire.id })),
    /** All or nothing; knows no `allow_conflicts`. */
    bulk: POST("/v0/activities/bulk")
      .body<{
        readonly activities: readonly { readonly action: "create"; readonly activity: NewActivityBody }[];
        readonly schedule_id?: string;
      }>()
      .spares("activities", (read, { body }) =>
        isOfOthers(
          read,
          body.activities.map(({ activity }) => activity.agent_id),
        ),
      )
      .returns(keyed),
    /** Clips what crosses the edges of the window. */
    deleteWindow: DELETE("/v0/activities")
      .body<{
        readonly start_time: number;
        readonly end_time: number;
        readonly agent_ids: readonly string[];
        readonly schedule_id?: string;
      }>()
      .spares("activities", (read, { body }) => isOfOthers(read, body.agent_ids))
      .returns<ActivitiesJson>(),
  },
);
