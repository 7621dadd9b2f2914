import type { IdKind } from "../resolving/ids.ts";
import { activityKey, scheduleId, uuid } from "./ids.ts";

const kind = (type: string, pattern = uuid): IdKind => ({ system: "assembled", type, pattern });

/** Ids of people: another space than those of agents. */
export const personKind = kind("Person");
/** Ids that activities are kept under; agents are no type of their own. */
export const agentKind = kind("Agent");
/** Keys of activities; no read takes them. */
export const activityKind = kind("Activity", activityKey);
/** Ids of activity types. */
export const activityTypeKind = kind("ActivityType");
export { roleKind } from "./role/role.ts";
/** Ids of queues. */
export const queueKind = kind("Queue");
/** Ids of sites. */
export const siteKind = kind("Site");
/** Ids of teams. */
export const teamKind = kind("Team");
/** Ids of skills. */
export const skillKind = kind("Skill");
/** Ids of schedules. */
export const scheduleKind = kind("Schedule", scheduleId);
