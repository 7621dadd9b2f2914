import type { LoaderUse } from "../../estimate/field-cost.ts";
import type { PersonLookup } from "../../generated/resolvers.ts";
import type { LoaderOf } from "../../lists/loader-definition.ts";
import { referenceIn } from "../../resolving/referenced.ts";
import { agentKind } from "./loaders.ts";
import {
  type Agent,
  agentUses,
  isAgent,
  loadPerson,
  type PersonReference,
  personReference,
} from "./look-up.ts";

/** A filter that names a person, whose rows are kept under the agent's id; `undefined` lets those of all agents through. */
export type AgentFilter = PersonReference | undefined;

/** @throws BAD_USER_INPUT when the key cannot be what it is given as. */
export const agentFilter = (by: PersonLookup | null | undefined): AgentFilter =>
  by ? personReference(by) : undefined;

/** Uses of loaders by `agentOfFilter`. */
export const agentFilterUses = (filter: AgentFilter): LoaderUse[] => (filter ? agentUses([filter]) : []);

/** Whether rows behind a filter bring their person along. */
export const bringsPerson = (filter: AgentFilter): boolean => filter !== undefined && !isAgent(filter);

/** The agent behind a filter; null where it names none, so that nothing goes through. */
export async function agentOfFilter(of: LoaderOf, filter: PersonReference): Promise<Agent | null> {
  if (isAgent(filter)) return { agentId: filter.value };
  const person = await loadPerson(of, filter);
  const agentId = person && referenceIn(agentKind, person.agent_id);
  return person && agentId ? { agentId, person } : null;
}

/** The agents behind filters, by id; those that name none are left out. */
export async function agentsOfFilters(
  of: LoaderOf,
  filters: readonly PersonReference[],
): Promise<ReadonlyMap<string, Agent>> {
  const agents = await Promise.all(filters.map((filter) => agentOfFilter(of, filter)));
  return new Map(agents.flatMap((agent) => (agent ? [[agent.agentId, agent]] : [])));
}
