import { badInput } from "../errors.ts";
import type { PersonLookup } from "../generated/resolvers.ts";
import { sourceIdOf } from "../ids.ts";
import { existing } from "../input.ts";
import type { PersonJson } from "./api/person.ts";
import { agentKind, personKind } from "./kinds.ts";
import type { AssembledLoaders } from "./loaders.ts";

/** One person by one of their keys, checked; e-mail addresses in lower case. */
export type PersonReference =
  | { readonly id: string }
  | { readonly agentId: string }
  | { readonly email: string }
  | { readonly importedId: string };

const longestImportedId = 255;

/** @throws BAD_USER_INPUT when the key cannot be what it is given as. */
export function personReference(by: PersonLookup): PersonReference {
  if (by.id !== undefined) return { id: sourceIdOf(personKind, by.id) };
  if (by.agentId !== undefined) return { agentId: sourceIdOf(agentKind, by.agentId) };
  if (by.email !== undefined) return { email: by.email.toLowerCase() };
  if (by.importedId.trim() === "" || by.importedId.length > longestImportedId) {
    throw badInput(`importedId must hold from 1 to ${longestImportedId} characters.`);
  }
  return { importedId: by.importedId };
}

/**
 * The person behind any reference: living before deleted, null when there is none or several are equally good.
 * Only the id has a read of its own; every other key is looked up in the roster.
 */
export function loadPerson(
  loaders: AssembledLoaders,
  reference: PersonReference,
): Promise<PersonJson | null> {
  if ("id" in reference) return loaders.personById.load(reference.id);
  if ("agentId" in reference) return loaders.personByAgentId.load(reference.agentId);
  if ("email" in reference) return loaders.peopleByEmail.load(reference.email).then(theOne);
  return loaders.peopleByImportedId.load(reference.importedId).then(theOne);
}

/** The living candidates, or all where none lives. */
export function livingFirst(candidates: readonly PersonJson[]): readonly PersonJson[] {
  const living = candidates.filter(({ deleted }) => !deleted);
  return living.length > 0 ? living : candidates;
}

const theOne = (candidates: readonly PersonJson[]): PersonJson | null => {
  const best = livingFirst(candidates);
  return best.length === 1 ? (best[0] ?? null) : null;
};

/** An agent to write activities for, with the person behind it where that had to be read. */
export interface Agent {
  readonly agentId: string;
  readonly person?: PersonJson;
}

/**
 * The agent behind a reference, which activities are written under.
 * @throws NOT_FOUND when there is no such person, BAD_USER_INPUT when they are not an agent.
 */
export async function agentOf(loaders: AssembledLoaders, reference: PersonReference): Promise<Agent> {
  if ("agentId" in reference) return { agentId: reference.agentId };
  const person = await existing(loadPerson(loaders, reference), "person");
  if (!person.agent_id) {
    throw badInput(`${person.first_name} ${person.last_name} is not an agent and has no schedule.`);
  }
  return { agentId: person.agent_id, person };
}
