import type { ShiftJson } from "../../../assembled/shift-pattern/endpoints.ts";
import { unixSeconds } from "../day.ts";
import { agentId, shiftPatternId } from "../ids.ts";
import { personEmail } from "../staff.ts";
import { isAgentless } from "./people.ts";
import type { StoredShiftPattern } from "./stored.ts";

const weekdays = [1, 2, 3, 4, 5];

/** The same hours on several days of the week; hours that end before they start end on the next day. */
const shiftsOn = (days: readonly number[], from: number, to: number): ShiftJson[] =>
  days.map((day) => ({
    start_time: { day_of_week: day, hour: from, minute: 0 },
    end_time: { day_of_week: to > from ? day : (day + 1) % 7, hour: to, minute: 30 },
  }));

/** Weekly plans for most people with an agent id, each on one; one plan has no agents, and one has an agent who is gone. */
export function shiftPatterns(peopleCount: number, anchorMs: number): StoredShiftPattern[] {
  const numbers = Array.from({ length: peopleCount }, (_, number) => number).filter(
    (number) => !isAgentless(number),
  );
  const agentsWhere = (isOnIt: (number: number) => boolean) => numbers.filter(isOnIt).map(agentId);
  const pattern = (
    name: string,
    fields: Pick<StoredShiftPattern, "shifts" | "timezone"> & Partial<StoredShiftPattern>,
    place: number,
  ): StoredShiftPattern => ({
    id: shiftPatternId(name),
    name,
    user_email: personEmail(3),
    excluded_duration_seconds: 1800,
    created_at: unixSeconds(anchorMs, -300 + place),
    updated_at: unixSeconds(anchorMs, -30 + place),
    assigned_agent_ids: [],
    ...fields,
  });
  const patterns: Parameters<typeof pattern>[] = [
    [
      "Weekdays",
      {
        description: "Amsterdam, Kraków, İstanbul",
        timezone: "Europe/Amsterdam",
        shifts: shiftsOn(weekdays, 9, 17),
        assigned_agent_ids: agentsWhere((number) => number % 5 < 3),
      },
      0,
    ],
    [
      // Every shift ends on the next day, the last one in the next week.
      "Night owls",
      {
        timezone: "America/New_York",
        shifts: shiftsOn([3, 4, 5, 6], 17, 5),
        excluded_duration_seconds: 2700,
        assigned_agent_ids: [...agentsWhere((number) => number % 5 === 3), agentId("(gone)")],
      },
      1,
    ],
    [
      "Week-end relief",
      { description: "", timezone: "Asia/Tokyo", shifts: shiftsOn([6, 0], 10, 18), user_email: null },
      2,
    ],
  ];
  return patterns.map((parts) => pattern(...parts));
}
