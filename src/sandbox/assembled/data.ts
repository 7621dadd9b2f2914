import { activities } from "../data/activities.ts";
import { agentStates, associations, stateEdits } from "../data/agent-states.ts";
import type { AssembledData } from "../data/assembled/stored.ts";
import { startOfDayMs } from "../data/day.ts";
import { eventChanges } from "../data/event-changes.ts";
import { forecastTotals } from "../data/forecast-totals.ts";
import { activityTypes, groups, roles } from "../data/groups.ts";
import { people } from "../data/people.ts";
import { reports } from "../data/reports.ts";
import { requirementTypes } from "../data/requirement-types.ts";
import { shiftPatterns } from "../data/shift-patterns.ts";
import { type DataSizes, defaultSizes } from "../data/sizes.ts";
import { timeOff } from "../data/time-off.ts";

/** Makes the first data of Assembled, anchored to the UTC day of `nowMs`. */
export function assembledData(nowMs: number, counts: DataSizes = defaultSizes): AssembledData {
  const anchorMs = startOfDayMs(nowMs);
  const staff = people(counts.people, anchorMs);
  const schedule = activities(counts.people, anchorMs);
  return {
    people: staff,
    roles,
    sites: groups("site", anchorMs),
    teams: groups("team", anchorMs),
    queues: groups("queue", anchorMs),
    skills: groups("skill", anchorMs),
    activityTypes,
    activities: schedule,
    agentStates: agentStates(staff, anchorMs),
    associations: associations(staff),
    stateEdits: stateEdits(anchorMs),
    eventChanges: eventChanges(staff, anchorMs),
    shiftPatterns: shiftPatterns(counts.people, anchorMs),
    ...timeOff(counts.people, anchorMs, schedule),
    reports: reports(anchorMs),
    forecastTotals: forecastTotals(anchorMs),
    requirementTypes,
  };
}
