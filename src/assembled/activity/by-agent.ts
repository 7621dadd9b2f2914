import { filteredBy } from "../../loaders/filtered-by.ts";
import { groupBy } from "../../loaders/group-by.ts";
import { idIn } from "../../rest/row-values.ts";
import { activities, type KeyedActivityJson, type ListedActivities } from "./endpoints.ts";
import { isIn, type Span } from "./spans.ts";

/** Activities of one agent in one window. */
export interface AgentWindow extends Span {
  readonly agentId: string;
}

/** Most agents that one read of activities names, which keeps the URL below 6 kB. */
export const agentsPerCall = 100;

/** Activities by start, then by key; those whose start is no number come last. */
export function inOrderOfStart(rows: readonly KeyedActivityJson[]): KeyedActivityJson[] {
  const startOf = ({ start_time }: KeyedActivityJson) =>
    Number.isFinite(start_time) ? start_time : Number.MAX_SAFE_INTEGER;
  return [...rows].sort((a, b) => startOf(a) - startOf(b) || (a.key < b.key ? -1 : 1));
}

/**
 * Filter and window are applied again: a filter that the upstream does not know is ignored there, and no document says
 * whether activities that only touch a window are in it (assembled-v0.txt:1078-1079).
 */
const byAgent =
  (window: Span) =>
  ({ rows }: ListedActivities): Map<string, readonly KeyedActivityJson[]> => {
    const inWindow = rows.filter((row) => isIn(row, window));
    const groups = groupBy(inWindow, ({ agent_id }) => idIn(agent_id) ?? "");
    return new Map([...groups].map(([agent, own]) => [agent, inOrderOfStart(own)]));
  };

/** Loads the activities of agents, those of many in one call. */
export const activitiesByAgent = filteredBy<AgentWindow, KeyedActivityJson>({
  row: activities.list,
  keysPerCall: agentsPerCall,
  filterOf: ({ agentId }) => agentId,
  groupOf: ({ start_time, end_time }) => `${start_time}-${end_time}`,
  readMany: (call, agents, { start_time, end_time }) =>
    call.readMany(
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
