import { activityKey, kind, scheduleId } from "./ids.ts";

export { activityTypeKind } from "./activity-type/activity-type.ts";
export { queueKind, siteKind, skillKind, teamKind } from "./group/loaders.ts";
export { agentKind, personKind } from "./person/loaders.ts";
export { roleKind } from "./role/role.ts";

/** Keys of activities; no read takes them. */
export const activityKind = kind("Activity", activityKey);
/** Ids of schedules. */
export const scheduleKind = kind("Schedule", scheduleId);
