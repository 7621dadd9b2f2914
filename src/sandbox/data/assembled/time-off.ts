import { unixSeconds } from "../day.ts";
import { activityTypeId, agentId, personId, timeOffRequestId, timeOffUpdateId } from "../ids.ts";
import { human } from "../names.ts";
import { showcaseStaffCount } from "../staff.ts";
import { hasLeft, isAgentless } from "./people.ts";
import type { StoredActivity, StoredTimeOffRequest, StoredTimeOffUpdate } from "./stored.ts";

/** Requests for time off with what happened to them. */
export interface TimeOffData {
  readonly timeOffRequests: readonly StoredTimeOffRequest[];
  readonly timeOffUpdates: readonly StoredTimeOffUpdate[];
}

/** The number of a person of the staff who is no agent, and asks for time off all the same. */
const agentlessNumber = 42;

/**
 * Approved requests for all time off that is in the schedule, and requests of every other status. One is of an agent who is
 * gone, one of a person who is no agent.
 */
export function timeOff(
  peopleCount: number,
  anchorMs: number,
  activities: readonly StoredActivity[],
): TimeOffData {
  const made = [
    ...approvedOf(activities, anchorMs),
    ...Array.from({ length: peopleCount }, (_, number) => number)
      .filter((number) => !isAgentless(number) && !hasLeft(number))
      .flatMap((number) => requestsOf(number, anchorMs)),
    ...oddities(peopleCount, anchorMs),
  ];
  return {
    timeOffRequests: made.map(({ request }) => request),
    timeOffUpdates: made.flatMap(({ updates }) => updates),
  };
}

interface Made {
  readonly request: StoredTimeOffRequest;
  readonly updates: readonly StoredTimeOffUpdate[];
}

type Change = readonly [type: StoredTimeOffUpdate["type"], comment: string | null];
type Asked = Pick<StoredTimeOffRequest, "agent_id" | "start_time" | "end_time"> &
  Partial<StoredTimeOffRequest>;

/** Made some days before the anchor, and changed once a day after that. */
function made(name: string, daysAgo: number, anchorMs: number, asked: Asked, ...changes: Change[]): Made {
  const id = timeOffRequestId(name);
  const updates = changes.map(([type, comment], at) => ({
    id: timeOffUpdateId(`${name}/${at}`),
    time_off_request_id: id,
    created_at: unixSeconds(anchorMs, at + 1 - daysAgo),
    comment,
    type,
  }));
  const created_at = unixSeconds(anchorMs, -daysAgo);
  const request = {
    id,
    activity_type_id: activityTypeId("time_off"),
    created_at,
    updated_at: updates.at(-1)?.created_at ?? created_at,
    description: null,
    status: "pending",
    ...asked,
  };
  return { request, updates };
}

const typeIds = ["time_off", "sick_leave"].map(activityTypeId);

const approvedOf = (activities: readonly StoredActivity[], anchorMs: number): Made[] =>
  activities
    .filter(({ type_id }) => typeIds.includes(type_id))
    .map(({ key, agent_id, type_id, start_time, end_time }) =>
      made(
        `approved/${key}`,
        20,
        anchorMs,
        {
          agent_id,
          activity_type_id: type_id,
          start_time,
          end_time,
          status: "approved",
          activity_key: key,
        },
        ["approve", "Enjoy your time 🌴"],
      ),
    );

function requestsOf(number: number, anchorMs: number): Made[] {
  const hour = (day: number, hours: number) =>
    unixSeconds(anchorMs, day, hours - human(number).utcOffsetHours);
  const days = (from: number, count: number) => ({
    agent_id: agentId(number),
    start_time: hour(from, 9),
    end_time: hour(from + count - 1, 17),
  });
  const name = (kind: string) => `${kind}/${number}`;
  const isWaiting = number % 5 === 1;
  const leavesEarly = number < showcaseStaffCount && number % 4 === 1;
  return [
    ...(isWaiting
      ? [
          made(
            name("waiting"),
            number % 9,
            anchorMs,
            { ...days(10 + (number % 5), 1 + (number % 3)), description: "Moving house" },
            ...(number % 10 === 6 ? ([["edit", null]] as const) : []),
          ),
        ]
      : []),
    ...(leavesEarly
      ? [
          made(name("early"), 1, anchorMs, {
            ...days(0, 1),
            start_time: hour(0, 15.5),
            description: "Zahnarzt",
          }),
        ]
      : []),
    ...(number % 10 === 3
      ? [
          made(name("denied"), 40, anchorMs, { ...days(-3, 2), status: "denied" }, [
            "deny",
            "Too many are away",
          ]),
        ]
      : []),
    ...(number % 10 === 7
      ? [
          made(
            name("canceled"),
            60,
            anchorMs,
            { ...days(4, 3), status: "canceled" },
            ["approve", null],
            ["cancel", "Plans have changed"],
          ),
        ]
      : []),
  ];
}

const oddities = (peopleCount: number, anchorMs: number): Made[] => {
  const tomorrow = {
    start_time: unixSeconds(anchorMs, 1, 9),
    end_time: unixSeconds(anchorMs, 1, 17),
  };
  const lost = { ...tomorrow, agent_id: agentId("(gone)"), activity_type_id: activityTypeId("(gone)") };
  return [
    made("lost", 2, anchorMs, lost),
    ...(peopleCount > agentlessNumber
      ? [made("agentless", 2, anchorMs, { ...tomorrow, agent_id: personId(agentlessNumber) })]
      : []),
  ];
};
