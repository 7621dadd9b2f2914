import type {
  ActivityTypeJson,
  activityTypes as endpoints,
} from "../../assembled/activity-type/endpoints.ts";
import type { VerbHandlers } from "../emulator.ts";
import { uuidMaker } from "../random.ts";
import { Refusal } from "../refusal.ts";
import { channels } from "./channels.ts";
import { type Fields, flagOf, knownIds, objectOf, optional, textOf, textsOf } from "./fields.ts";
import { wholeCollection } from "./groups.ts";
import type { AssembledState } from "./state.ts";

/** Channels of activities: those of people, and the back office (assembled-v0.txt:2205). */
const channelsOfActivities: ReadonlySet<string> = new Set(channels);

/** Answers the routes of activity types (assembled-v0.txt:1162-1242). */
export function createActivityTypeHandlers({
  activityTypes,
}: AssembledState): VerbHandlers<typeof endpoints> {
  const makeId = uuidMaker("assembled/activity-type");
  return {
    ...wholeCollection("activity_types", activityTypes),

    create: ({ body }) => {
      const type = { id: makeId(), ...newType(objectOf(body, "the body")) };
      activityTypes.set(type.id, type);
      return { status: 200, body: type };
    },

    // Of its activities nothing is said (assembled-v0.txt:1242): they go on pointing at it.
    delete: ({ params }) => {
      const type = activityTypes.get(params.id);
      if (!activityTypes.delete(params.id)) throw new Refusal(404, "activity type not found");
      return { status: 200, body: type };
    },
  };
}

/** Reads a type to create (assembled-v0.txt:1223-1233), and the unit that its object asks for (assembled-v0.txt:1158). */
function newType(fields: Fields): Omit<ActivityTypeJson, "id"> {
  const name = textOf(fields.name, "name");
  if (name.trim() === "") throw new Refusal(400, "name is required");
  const productive = optional(fields, "productive", flagOf).productive ?? false;
  const timeoff = optional(fields, "timeoff", flagOf).timeoff ?? false;
  if (productive && timeoff) throw new Refusal(400, "productive excludes timeoff");
  const own = knownIds(textsOf(fields.channels, "channels"), channelsOfActivities, "channels");
  if (productive && own.length === 0) throw new Refusal(400, "channels must not be empty if productive");
  const unit = optional(fields, "timeoff_unit", textOf).timeoff_unit;
  if (timeoff && unit !== "hours" && unit !== "days") {
    throw new Refusal(400, "timeoff_unit must be hours or days");
  }
  return {
    import_id: optional(fields, "import_id", textOf).import_id ?? null,
    name,
    short_name: optional(fields, "short_name", textOf).short_name ?? name.slice(0, 1),
    value: name.toLowerCase().replace(/\W+/g, "_"),
    channels: own,
    productive,
    timeoff,
    ...(timeoff && unit !== undefined && { timeoff_unit: unit }),
    background_color: optional(fields, "background_color", textOf).background_color ?? "#ffffff",
    font_color: optional(fields, "font_color", textOf).font_color ?? "#000000",
  };
}
