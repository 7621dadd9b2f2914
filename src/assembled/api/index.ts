import { activities } from "./activity.ts";
import { activityTypes } from "./activity-type.ts";
import { queues, sites, skills, teams } from "./group.ts";
import { people } from "./person.ts";
import { roles } from "./role.ts";

/** Every endpoint of Assembled that the gateway calls, by noun. */
export const assembledApi = { people, activities, activityTypes, roles, queues, sites, teams, skills };
