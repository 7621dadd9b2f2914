import { badInput } from "../../errors.ts";
import type { QueryAdherenceReportArgs, ReportFilter, ReportType } from "../../generated/resolvers.ts";
import { optionalSourceIdOf } from "../../resolving/ids.ts";
import { omitUndefined } from "../../resolving/input.ts";
import { longestWriteDays } from "../../resolving/time.ts";
import { alignedWindow } from "../aligned-window.ts";
import { queueKind, siteKind, skillKind, teamKind } from "../group/loaders.ts";
import { type PersonReference, personReference } from "../person/look-up.ts";
import type { ReportBody } from "./endpoints.ts";
import { isLongerThanADay, jobSpans } from "./job-spans.ts";

/** A report to start, before its agent is known. */
export interface CheckedReport {
  readonly type: ReportType;
  /** The only person whom it is about. */
  readonly reference: PersonReference | undefined;
  /** The bodies of its jobs. @param agentId of that person */
  bodies(agentId: string | undefined): readonly ReportBody[];
  readonly jobCount: number;
}

/** Minutes that the edges of a window are multiples of (assembled-v0.txt:2202-2203). */
const edgeMinutes = 15;

/** Seconds of each interval (assembled-v0.txt:2204). */
const intervalSeconds = { "30m": 1_800, "1h": 3_600, "24h": 86_400, "1w": 7 * 86_400 };

/**
 * Checks a report to start.
 * @throws BAD_USER_INPUT for an id of another kind, a person together with a filter, a window that is not aligned, too long or
 * the wrong way round, and an interval that does not fit type and window.
 */
export function checkedReport(type: ReportType, args: QueryAdherenceReportArgs): CheckedReport {
  const { channel, interval } = args;
  const span = alignedWindow(args.window, longestWriteDays, edgeMinutes);
  if (type === "adherence" && interval === "30m")
    throw badInput("interval cannot be HALF_HOUR for adherence.");
  const isOfDays = interval === "24h" || interval === "1w";
  if (isOfDays !== isLongerThanADay(span)) {
    const allowed = isOfDays
      ? "HALF_HOUR or HOUR for a window of up to"
      : "DAY or WEEK for a window of more than";
    throw badInput(`interval must be ${allowed} a day.`);
  }
  const filters = filtersOf(args.filter);
  if (args.person && filters) throw badInput("A report takes person or filter, not both.");
  const queueId = optionalSourceIdOf(queueKind, args.queue);
  const spans = jobSpans(span, intervalSeconds[interval]);
  return {
    type,
    reference: args.person ? personReference(args.person) : undefined,
    jobCount: spans.length,
    bodies: (agentId) =>
      spans.map((each) => ({
        ...each,
        interval,
        channel,
        ...omitUndefined({ queue_id: queueId, agent_id: agentId, filters }),
      })),
  };
}

/** Undefined where there is nothing to filter by. */
function filtersOf(filter: ReportFilter | null | undefined): ReportBody["filters"] {
  const filters = omitUndefined({
    site_id: optionalSourceIdOf(siteKind, filter?.site),
    team_id: optionalSourceIdOf(teamKind, filter?.team),
    skill_id: optionalSourceIdOf(skillKind, filter?.skill),
  });
  return Object.keys(filters).length > 0 ? filters : undefined;
}
