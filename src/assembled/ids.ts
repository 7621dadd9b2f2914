import type { IdKind } from "../resolving/ids.ts";
import type { IdPattern } from "../rest/id-pattern.ts";

/** Ids of people, agents, activity types, roles, queues, sites, teams and skills (assembled-v0.txt:173, 981). */
export const uuid: IdPattern = {
  description: "a UUID",
  pattern: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  longest: 36,
};

/** Key of an activity in the upstream's maps; opaque and only ever read. */
export const activityKey: IdPattern = {
  description: "an activity key",
  pattern: /^[\w:.-]{1,200}$/,
  longest: 200,
};

/** A schedule, or the master schedule where none is named. */
export const scheduleId: IdPattern = {
  description: "a schedule id",
  pattern: /^[\w-]{1,64}$/,
  longest: 64,
};

/** Most jobs that one report is made by: those of 366 days, each below 31. */
export const mostReportJobs = 14;

const jobId = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

/** A report: the ids of the jobs that make it, one for all windows below 31 days. */
export const reportId: IdPattern = {
  description: "a UUID, or several with dots between them",
  pattern: new RegExp(`^${jobId}(?:\\.${jobId}){0,${mostReportJobs - 1}}$`, "i"),
  longest: 37 * mostReportJobs - 1,
};

/** Patterns of the values that each name in a path template may have. */
export const pathParameters = { id: uuid } as const satisfies Record<string, IdPattern>;

/** Ids of a type of Assembled. @param pattern @default a UUID */
export const kind = <Type extends string>(type: Type, pattern = uuid): IdKind & { readonly type: Type } => ({
  system: "assembled",
  type,
  pattern,
});
