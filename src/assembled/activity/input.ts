import { badInput } from "../../errors.ts";
import type { ActivitiesFilter, NewActivityInput } from "../../generated/resolvers.ts";
import { type IdKind, optionalSourceIdOf, sourceIdOf } from "../../resolving/ids.ts";
import { omitUndefined } from "../../resolving/input.ts";
import { longestWriteDays, windowSeconds } from "../../resolving/time.ts";
import { idIn } from "../../rest/row-values.ts";
import { activityTypeKind } from "../activity-type/loaders.ts";
import { teamKind } from "../group/loaders.ts";
import { agentKind } from "../person/loaders.ts";
import { type PersonReference, personReference } from "../person/look-up.ts";
import type { Span } from "../spans.ts";
import type { ActivityJson, ActivitySelection, NewActivityBody } from "./endpoints.ts";
import { agentsPerCall, scheduleKind } from "./loaders.ts";

/** Most types that one read names, which keeps its URL below 8 kB together with `agentsPerCall`. */
const typesPerCall = 50;

/** A filter, checked. */
interface CheckedFilter {
  /** Those whose activities are wanted; undefined for those of all. */
  readonly people: readonly PersonReference[] | undefined;
  /** The other conditions. */
  readonly selection: ActivitySelection;
}

/**
 * Checks a filter.
 * @throws BAD_USER_INPUT for a key that cannot be what it is given as and for more of them than a URL can hold.
 */
export function checkedFilter(filter: ActivitiesFilter | null | undefined): CheckedFilter {
  return { people: filter?.people?.map(personReference), selection: activitySelection(filter) };
}

/** A selection of no others than these agents. */
export const ofAgents = (selection: ActivitySelection, agents: readonly string[]): ActivitySelection => ({
  ...selection,
  agents: selection.agents ? selection.agents.filter((agent) => agents.includes(agent)) : agents,
});

/** Whether an activity is of the agents and types of a selection. */
export const matches = ({ agent_id, type_id }: ActivityJson, { agents, types }: ActivitySelection): boolean =>
  (!agents || agents.includes(idIn(agent_id) ?? "")) && (!types || types.includes(idIn(type_id) ?? ""));

/** The conditions of a filter, but for people, in the words of the upstream. */
const activitySelection = (filter: ActivitiesFilter | null | undefined): ActivitySelection => ({
  schedule_id: optionalSourceIdOf(scheduleKind, filter?.schedule),
  team: optionalSourceIdOf(teamKind, filter?.team),
  channel: filter?.channel ?? undefined,
  types: filterIds(activityTypeKind, filter?.types, "filter.types", typesPerCall),
  agents: filterIds(agentKind, filter?.agents, "filter.agents", agentsPerCall),
});

/** Whether a selection lets nothing through: upstream, an empty list means any. */
export const matchesNothing = ({ agents, types }: ActivitySelection): boolean =>
  agents?.length === 0 || types?.length === 0;

function filterIds(kind: IdKind, ids: readonly string[] | null | undefined, name: string, most: number) {
  if (!ids) return undefined;
  if (ids.length > most) throw badInput(`${name} holds ${ids.length}; it may hold ${most}.`);
  return [...new Set(ids.map((id) => sourceIdOf(kind, id)))];
}

/** An activity to create, before its agent is known. */
export interface CheckedActivity {
  readonly reference: PersonReference;
  readonly typeId: string;
  readonly seconds: Span;
  readonly description: string | undefined;
}

/**
 * Checks an activity to create.
 * @throws BAD_USER_INPUT for ids that cannot be one of their kind, and for a window that is too long or ends before it starts.
 */
export const checkedActivity = ({
  person,
  typeId,
  window,
  description,
}: NewActivityInput): CheckedActivity => ({
  reference: personReference(person),
  typeId: sourceIdOf(activityTypeKind, typeId),
  seconds: windowSeconds(window, longestWriteDays),
  description: description ?? undefined,
});

/** The body that creates an activity of an agent. */
export const newActivity = (
  agentId: string,
  { typeId, seconds, description }: CheckedActivity,
): NewActivityBody => ({
  agent_id: agentId,
  type_id: typeId,
  ...seconds,
  ...omitUndefined({ description }),
});

/** The part of a body that names a schedule; none stands for the master schedule. */
export const scheduleBody = (id: string | null | undefined): { readonly schedule_id?: string } =>
  omitUndefined({ schedule_id: optionalSourceIdOf(scheduleKind, id) });
