import { reference } from "../../rest/cache-policy.ts";
import { requireRecord, valuesIn } from "../../rest/message/shape.ts";
import { idIn, isObject } from "../../rest/row-values.ts";
import { DELETE, endpoints, GET, POST } from "../endpoints.ts";

/** A kind of activity, such as a shift or a break. */
export interface ActivityTypeJson {
  readonly id: string;
  readonly import_id?: string | null;
  readonly name: string;
  readonly short_name?: string | null;
  readonly value?: string | null;
  readonly channels?: readonly string[] | null;
  readonly productive?: boolean | null;
  readonly timeoff?: boolean | null;
  /** `hours` or `days`. */
  readonly timeoff_unit?: string | null;
  readonly background_color?: string | null;
  readonly font_color?: string | null;
}

/** Types of activities by id, as they come along with activities. */
export type TypesById = Readonly<Record<string, ActivityTypeJson>>;

/** The type with an id, where it is among those that came along. */
export function typeAmong(types: TypesById | undefined, id: unknown): ActivityTypeJson | undefined {
  const key = idIn(id);
  const type = types && key !== undefined && Object.hasOwn(types, key) ? types[key] : undefined;
  return isObject(type) ? type : undefined;
}

/** An activity type to create. */
export interface NewActivityTypeBody {
  readonly name: string;
  /** Required, although the sample call leaves it out (assembled-v0.txt:1204, 1227). */
  readonly channels: readonly string[];
  readonly short_name?: string;
  readonly productive?: boolean;
  readonly timeoff?: boolean;
  /** Required of time off by the object, although the table of the call leaves it out (assembled-v0.txt:1158). */
  readonly timeoff_unit?: string;
  readonly background_color?: string;
  readonly font_color?: string;
  readonly import_id?: string;
}

/** Activity types: assembled-v0.txt:1162-1242. */
export const activityTypes = endpoints(
  {
    cache: reference,
    invalidates: ["activityTypes"],
    reconcile: "query { activityTypes { id name importedId } }",
  },
  {
    list: GET("/v0/activity_types").returns(
      (wire: { readonly activity_types: Readonly<Record<string, ActivityTypeJson>> }) =>
        valuesIn(wire.activity_types),
    ),
    create: POST("/v0/activity_types")
      .body<NewActivityTypeBody>()
      .returns(requireRecord<ActivityTypeJson>),
    /** The fate of all that is of the type is not stated; activities come with their types. */
    delete: DELETE("/v0/activity_types/{id}")
      .invalidates(
        "activityTypes",
        "activities",
        "eventChanges",
        "requirementTypes",
        "requirements",
        "timeOff",
      )
      .returns<unknown>(),
  },
);
