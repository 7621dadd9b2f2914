import { reference } from "../../rest/freshness.ts";
import { valuesIn } from "../../rest/record.ts";
import { endpoints, GET } from "../endpoints.ts";

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

/** Activity types, unpaged: assembled-v0.txt:1162-1194. */
export const activityTypes = endpoints(
  { cache: reference },
  {
    list: GET("/v0/activity_types").returns(
      (wire: { readonly activity_types: Readonly<Record<string, ActivityTypeJson>> }) =>
        valuesIn(wire.activity_types),
    ),
  },
);
