import type { Definition } from "../loaders/definition.ts";
import { activitiesByAgent } from "./activity/by-agent.ts";
import { activityWindows } from "./activity/windows.ts";
import { activityTypeById } from "./activity-type/activity-type.ts";
import { queueById, siteById, skillById, teamById } from "./group/loaders.ts";
import {
  allPeople,
  peopleByEmail,
  peopleByImportedId,
  personByAgentId,
  personById,
} from "./person/loaders.ts";
import { roleById } from "./role/role.ts";

/** The loaders of Assembled, by name. */
export const assembledLoaders = {
  allPeople,
  personById,
  personByAgentId,
  peopleByEmail,
  peopleByImportedId,
  activitiesByAgent,
  activityWindows,
  activityTypeById,
  roleById,
  siteById,
  teamById,
  queueById,
  skillById,
};

/** All loaders of Assembled, for one operation. */
export type AssembledLoaders = {
  readonly [Name in keyof typeof assembledLoaders]: (typeof assembledLoaders)[Name] extends Definition<
    infer Made
  >
    ? Made
    : never;
};
