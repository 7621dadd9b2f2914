import type { requirements as endpoints, RequirementJson } from "../../assembled/requirement/endpoints.ts";
import type { RequirementTypeJson } from "../../assembled/requirement-type/endpoints.ts";
import type { StoredActivity, StoredPerson } from "../data/assembled/stored.ts";
import type { VerbHandlers } from "../emulator.ts";
import { seededRandom } from "../random.ts";
import { Refusal } from "../refusal.ts";
import { bodyWindow, isOn, overlaps, queryWindow, type Window } from "./activity-window.ts";
import { intervalsOf, rounded } from "./demand.ts";
import { knownIds, numberOf, objectOf, textOf } from "./fields.ts";
import { type AssembledState, peopleByAgentId } from "./state.ts";

/** Seconds of an interval: what this account is configured for. */
export const requirementIntervalSeconds = 3_600;

const mostSeconds = 31 * 86_400;

/** Answers the routes of requirements (assembled-v0.txt:2351-2402). */
export function createRequirementHandlers(state: AssembledState): VerbHandlers<typeof endpoints> {
  const requiredOf = (type: string, { start_time: start }: Window) =>
    state.requiredByTypeAndStart.get(`${type} ${start}`) ?? usuallyRequired(type, start);

  return {
    list: ({ query }) => {
      const window = queryWindow(query);
      if (window.end_time - window.start_time > mostSeconds) {
        throw new Refusal(400, "the interval can be 31 days at most");
      }
      const intervals = intervalsOf(window, requirementIntervalSeconds);
      const requirements = Array.from(state.requirementTypes.values()).flatMap((type) => {
        const scheduled = scheduledBy(state, type, intervals);
        return intervals.map(
          (interval, at): RequirementJson => ({
            requirement_type_id: type.id,
            required: requiredOf(type.id, interval),
            scheduled: rounded(scheduled[at] ?? 0),
            ...interval,
          }),
        );
      });
      return { status: 200, body: { requirements } };
    },

    create: ({ body }) => {
      const fields = objectOf(body, "the body");
      const name = "requirement_type_id";
      const [type = ""] = knownIds([textOf(fields[name], name)], state.requirementTypes, name);
      const interval = bodyWindow(fields);
      const isAligned = interval.start_time % requirementIntervalSeconds === 0;
      if (!isAligned || interval.end_time - interval.start_time !== requirementIntervalSeconds) {
        throw new Refusal(
          400,
          `start_time and end_time must be one interval of ${requirementIntervalSeconds}`,
        );
      }
      const required = numberOf(fields.required, "required");
      state.requiredByTypeAndStart.set(`${type} ${interval.start_time}`, required);
      const [scheduled = 0] = scheduledBy(state, state.requirementTypes.get(type) ?? {}, [interval]);
      return {
        status: 200,
        body: { requirement_type_id: type, required, scheduled: rounded(scheduled), ...interval },
      };
    },
  };
}

/** More by day than by night, and the same for the same hour. */
function usuallyRequired(type: string, startSeconds: number): number {
  const hour = (startSeconds / 3_600) % 24;
  const busy = hour >= 7 && hour < 19 ? 12 : 3;
  return busy + seededRandom(`required/${type}/${hour}`).integer(0, 4);
}

/** Agents on schedule in each of some intervals that follow one another, in parts. */
function scheduledBy(
  state: AssembledState,
  type: Pick<RequirementTypeJson, "activity_type_ids" | "channel" | "queue">,
  intervals: readonly Window[],
): number[] {
  const seconds = intervals.map(() => 0);
  const [first] = intervals;
  const last = intervals.at(-1);
  if (!first || !last) return seconds;
  const window = { start_time: first.start_time, end_time: last.end_time };
  const counts = countedBy(type, peopleByAgentId(state));
  for (const activity of state.activities.all()) {
    if (!overlaps(activity, window) || !isOn(activity, undefined) || !counts(activity)) continue;
    const placeOf = (time: number) => Math.floor((time - window.start_time) / requirementIntervalSeconds);
    const lastPlace = Math.min(placeOf(activity.end_time - 1), intervals.length - 1);
    for (let at = Math.max(0, placeOf(activity.start_time)); at <= lastPlace; at += 1) {
      const { start_time, end_time } = intervals[at] ?? window;
      const from = Math.max(start_time, activity.start_time);
      seconds[at] = (seconds[at] ?? 0) + Math.min(end_time, activity.end_time) - from;
    }
  }
  return seconds.map((sum) => sum / requirementIntervalSeconds);
}

/** Activities of the types, or those of agents on the channel and in the queue (assembled-v0.txt:2405). */
function countedBy(
  {
    activity_type_ids: types,
    channel,
    queue,
  }: Pick<RequirementTypeJson, "activity_type_ids" | "channel" | "queue">,
  people: ReadonlyMap<string, StoredPerson>,
): (activity: StoredActivity) => boolean {
  if (types) return ({ type_id }) => types.includes(type_id);
  return ({ agent_id }) => {
    const person = people.get(agent_id);
    return (
      (channel && person?.channels?.includes(channel) && (!queue || person.queues?.includes(queue))) === true
    );
  };
}
