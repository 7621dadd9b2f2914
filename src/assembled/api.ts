import { activities } from "./activity/endpoints.ts";
import { activityTypes } from "./activity-type/endpoints.ts";
import { queues, sites, skills, teams } from "./group/endpoints.ts";
import { people } from "./person/endpoints.ts";
import { roles } from "./role/endpoints.ts";

/** Every endpoint of Assembled that the gateway calls, by noun. */
export const assembledApi = { people, activities, activityTypes, roles, queues, sites, teams, skills };
