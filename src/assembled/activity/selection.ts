import { badInput } from "../../errors.ts";
import type { ActivitiesFilter } from "../../generated/resolvers.ts";
import { type IdKind, optionalSourceIdOf, sourceIdOf } from "../../resolving/ids.ts";
import { activityTypeKind, agentKind, scheduleKind, teamKind } from "../kinds.ts";
import { agentsPerCall } from "./by-agent.ts";
import type { ActivitySelection } from "./windows.ts";

/** Most types that one read names, which keeps its URL below 8 kB together with `agentsPerCall`. */
const typesPerCall = 50;

/**
 * A filter in the words of the upstream.
 * @throws BAD_USER_INPUT for an id that cannot be one of its kind and for more of them than a URL can hold.
 */
export const activitySelection = (filter: ActivitiesFilter | null | undefined): ActivitySelection => ({
  schedule_id: optionalSourceIdOf(scheduleKind, filter?.schedule),
  team: optionalSourceIdOf(teamKind, filter?.team),
  channel: filter?.channel ?? undefined,
  types: filterIds(activityTypeKind, filter?.types, "filter.types", typesPerCall),
  agents: filterIds(agentKind, filter?.agents, "filter.agents", agentsPerCall),
});

/** Whether a selection lets nothing through: upstream, an empty list means any. */
export const isNothing = ({ agents, types }: ActivitySelection): boolean =>
  agents?.length === 0 || types?.length === 0;

function filterIds(kind: IdKind, ids: readonly string[] | null | undefined, name: string, most: number) {
  if (!ids) return undefined;
  if (ids.length > most) throw badInput(`${name} holds ${ids.length}; it may hold ${most}.`);
  return [...new Set(ids.map((id) => sourceIdOf(kind, id)))];
}
