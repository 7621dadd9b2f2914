import type { AccessStrategy } from "../../lists/access-strategy.ts";
import type { Clearable, LoaderDefinition } from "../../lists/loader-definition.ts";
import { filtered } from "../../loaders/filtered.ts";
import { groupBy } from "../../loaders/group-by.ts";
import type { PromiseOrValue } from "../../loaders/promise-or-value.ts";
import { partsOfWindow } from "../../loaders/strategies/windows.ts";
import { bodyBytesOf } from "../../rest/message/body-size.ts";
import { isTooLarge } from "../../rest/message/response.ts";
import { idIn } from "../../rest/row-values.ts";
import { typesAlong } from "../activity-type/types-along.ts";
import { activityKey, kind, scheduleId } from "../ids.ts";
import { daySeconds, inTimeOrder, isIn, partsOf, type Span, startOf } from "../spans.ts";
import {
  type ActivitySelection,
  activities,
  type KeyedActivityJson,
  type ListedActivities,
} from "./endpoints.ts";
import { bytesADay, daysOfAllAgents, halvesOf, leastDays, partDays, weightOf } from "./window-parts.ts";

/** Keys of activities; no read takes them. */
export const activityKind = kind("Activity", activityKey);

/** Ids of schedules. */
export const scheduleKind = kind("Schedule", scheduleId);

/** Tells an activity from others. */
export const keyOfActivity = ({ key }: KeyedActivityJson): string => key;

/** Activities of one agent in one window. */
export interface AgentWindow extends Span {
  readonly agentId: string;
}

/** Most agents that one read of activities names, which keeps the URL below 6 kB. */
export const agentsPerCall = 100;

/**
 * Filter and window are applied again: a filter that the upstream does not know is ignored there, and no document says
 * whether activities that only touch a window are in it (assembled-v0.txt:1078-1079).
 */
const byAgent =
  (window: Span) =>
  ({ rows }: ListedActivities): Map<string, readonly KeyedActivityJson[]> => {
    const inWindow = rows.filter((row) => isIn(row, window));
    const groups = groupBy(inWindow, ({ agent_id }) => idIn(agent_id) ?? "");
    return new Map([...groups].map(([agent, own]) => [agent, inTimeOrder(own, startOf, keyOfActivity)]));
  };

const filteredByAgent = filtered<AgentWindow, KeyedActivityJson>({
  endpoint: activities.list,
  keysPerCall: agentsPerCall,
  filterOf: ({ agentId }) => agentId,
  groupOf: ({ start_time, end_time }) => `${start_time}-${end_time}`,
  readBatch: (call, agents, { start_time, end_time }) =>
    call.readBatch(
      {
        endpoint: activities.list,
        args: { query: { start_time, end_time, include_activity_types: true } },
        parameter: "agents",
        keysPerCall: agentsPerCall,
        rowsByKey: byAgent({ start_time, end_time }),
      },
      agents,
    ),
});

/** Loads the activities of agents, those of many in one call. */
export const activitiesByAgent: typeof filteredByAgent = {
  access: filteredByAgent.access,
  create({ of }) {
    const activitiesOf = of(filteredByAgent);
    return {
      async load(key) {
        const rows = activitiesOf.load(key);
        of(typesAlong).tell(typesWith(rows));
        return rows;
      },
      clearAll() {},
    };
  },
};

/** The types that came along with activities; none are known to where there are no activities. */
const typesWith = async (activities: PromiseOrValue<readonly KeyedActivityJson[]>) =>
  (await activities)[0]?.types;

/** Loads all activities of a window. */
export interface ActivityWindows extends Clearable {
  /**
   * @returns each once, in the order of the calls.
   * @throws GatewayError when a part of the window cannot be read.
   */
  load(window: Span, selection: ActivitySelection): Promise<readonly KeyedActivityJson[]>;
}

/**
 * Loads activities of a window, unpaged upstream (assembled-v0.txt:1070-1087), in parts that fit an answer. Parts are
 * halves of halves of the largest ones, counted from the start of the window, so that equal windows share reads and a part
 * that turns out too heavy is replaced by those that the next reader asks for.
 */
export const activityWindows: LoaderDefinition<ActivityWindows> = {
  access: windowAccess({ start_time: 0, end_time: daysOfAllAgents * daySeconds }, {}),
  create({ call, statistics, of }) {
    /** @returns the rows of a part, and bytes a day as far as it is long enough to tell. */
    const readPart = async (part: Span, days: number, selection: ActivitySelection): Promise<Part> => {
      try {
        const query = { ...part, include_activity_types: true as const, ...selection };
        const reading = call(activities.list, { query });
        of(typesAlong).tell(reading.then(({ types }) => types));
        const answer = await reading;
        return { rows: answer.rows, dayBytes: bytesADay(part, days, bodyBytesOf(answer)) };
      } catch (error) {
        const halves = isTooLarge(error) ? halvesOf(part, days, leastDays(selection)) : undefined;
        if (!halves) throw error;
        return joined(await Promise.all(halves.parts.map((half) => readPart(half, halves.days, selection))));
      }
    };
    return {
      async load(window, selection) {
        const weight = weightOf(selection);
        const days = partDays(selection, statistics);
        const parts = partsOf(window, { days }).map((part) => readPart(part, days, selection));
        const { rows, dayBytes } = joined(await Promise.all(parts));
        if (weight !== undefined && dayBytes > 0) statistics.windowDayBytes.set(weight, dayBytes);
        // What crosses the edge of a part is in both. No document says whether what only touches a window is in it.
        const inWindow = rows.filter((row) => isIn(row, window));
        return [...new Map(inWindow.map((row) => [row.key, row])).values()];
      },
      clearAll() {},
    };
  },
};

/** How the activities of a window are read, in calls that follow from what the last one weighed. */
export function windowAccess(window: Span, selection: ActivitySelection): AccessStrategy {
  return partsOfWindow(
    activities.list,
    (statistics) => partsOf(window, { days: partDays(selection, statistics) }).length,
  );
}

interface Part {
  readonly rows: readonly KeyedActivityJson[];
  /** Bytes a day; 0 where it tells none. */
  readonly dayBytes: number;
}

const joined = (parts: readonly Part[]): Part => ({
  rows: parts.flatMap(({ rows }) => rows),
  dayBytes: Math.max(0, ...parts.map(({ dayBytes }) => dayBytes)),
});
