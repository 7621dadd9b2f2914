import { activities } from "../data/assembled/activities.ts";
import { agentStates, associations, stateEdits } from "../data/assembled/agent-states.ts";
import { eventChanges } from "../data/assembled/event-changes.ts";
import { forecastTotals } from "../data/assembled/forecast-totals.ts";
import { activityTypes, groups, roles } from "../data/assembled/groups.ts";
import { people } from "../data/assembled/people.ts";
import { reports } from "../data/assembled/reports.ts";
import { requirementTypes } from "../data/assembled/requirement-types.ts";
import { shiftPatterns } from "../data/assembled/shift-patterns.ts";
import type { AssembledData } from "../data/assembled/stored.ts";
import { timeOff } from "../data/assembled/time-off.ts";
import { startOfDayMs } from "../data/day.ts";
import { type DataSizes, defaultSizes } from "../data/sizes.ts";

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
