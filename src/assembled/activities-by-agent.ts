import { filteredBy } from "../loaders/filtered-by.ts";
import { groupBy } from "../loaders/group-by.ts";
import { idIn } from "../rest/row-values.ts";
import { activities, type KeyedActivityJson } from "./api/activity.ts";

/** Activities of one agent in one window, in Unix seconds. */
export interface AgentWindow {
  readonly agentId: string;
  readonly start_time: number;
  readonly end_time: number;
}

/** Most agents that one read of activities names, which keeps the URL below 6 kB. */
export const agentsPerCall = 100;

/** Activities by start, then by key; those whose start is no number come last. */
export function inOrderOfStart(rows: readonly KeyedActivityJson[]): KeyedActivityJson[] {
  const startOf = ({ start_time }: KeyedActivityJson) =>
    Number.isFinite(start_time) ? start_time : Number.MAX_SAFE_INTEGER;
  return [...rows].sort((a, b) => startOf(a) - startOf(b) || (a.key < b.key ? -1 : 1));
}

/** A filter that the upstream does not know is ignored there; rows of other agents end under keys nobody asks for. */
const byAgent = (rows: readonly KeyedActivityJson[]): Map<string, readonly KeyedActivityJson[]> =>
  new Map(
    [...groupBy(rows, ({ agent_id }) => idIn(agent_id) ?? "")].map(([agent, own]) => [
      agent,
      inOrderOfStart(own),
    ]),
  );

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
        rowsByKey: byAgent,
      },
      agents,
    ),
});
