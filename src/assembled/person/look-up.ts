import { badInput, GatewayError } from "../../errors.ts";
import { type LoaderUse, useOf } from "../../estimate/field-cost.ts";
import { exactly } from "../../estimate/range.ts";
import type { PersonLookup } from "../../generated/resolvers.ts";
import type { LoaderOf } from "../../lists/loader-definition.ts";
import { groupBy } from "../../loaders/group-by.ts";
import { comparableEmail } from "../../resolving/host.ts";
import { sourceIdOf } from "../../resolving/ids.ts";
import { referenceIn } from "../../resolving/referenced.ts";
import type { Named } from "../explain-rejection.ts";
import type { PersonJson } from "./endpoints.ts";
import { isLivingPerson } from "./living.ts";
import {
  agentKind,
  peopleByEmail,
  peopleByImportedId,
  personByAgentId,
  personById,
  personKind,
} from "./loaders.ts";

/** Only the id has a read of its own; people are looked up by every other key in the list of all. */
const loaders = {
  id: personById,
  agentId: personByAgentId,
  email: peopleByEmail,
  importedId: peopleByImportedId,
};

/** One person by one of their keys, checked. */
export interface PersonReference {
  readonly key: keyof typeof loaders;
  /** An e-mail address as addresses are compared. */
  readonly value: string;
}

const longestImportedId = 255;

/** @throws BAD_USER_INPUT when the key cannot be what it is given as. */
export function personReference(by: PersonLookup): PersonReference {
  if (by.id !== undefined) return { key: "id", value: sourceIdOf(personKind, by.id) };
  if (by.agentId !== undefined) return { key: "agentId", value: sourceIdOf(agentKind, by.agentId) };
  if (by.email !== undefined) return { key: "email", value: comparableEmail(by.email) ?? by.email };
  if (by.importedId.trim() === "" || by.importedId.length > longestImportedId) {
    throw badInput(`importedId must hold from 1 to ${longestImportedId} characters.`);
  }
  return { key: "importedId", value: by.importedId };
}

/** Uses of loaders to look people up: each once, however often they are named. */
export const lookUpUses = (references: readonly PersonReference[]): LoaderUse[] =>
  [...groupBy(references, ({ key }) => key)].map(([key, own]) =>
    useOf(loaders[key], exactly(new Set(own.map(({ value }) => value)).size)),
  );

/** The person behind any reference: living before deleted, null when there is none or several are equally good. */
export async function loadPerson(of: LoaderOf, reference: PersonReference): Promise<PersonJson | null> {
  const [person, ...others] = await candidatesFor(of, reference);
  return person && others.length === 0 ? person : null;
}

async function candidatesFor(of: LoaderOf, { key, value }: PersonReference): Promise<readonly PersonJson[]> {
  if (key === "email" || key === "importedId") return livingFirst(await of(loaders[key]).load(value));
  const person = await (key === "id" ? of(personById) : of(personByAgentId)).load(value);
  return person ? [person] : [];
}

/** The living candidates, or all where none lives. */
function livingFirst(candidates: readonly PersonJson[]): readonly PersonJson[] {
  const living = candidates.filter(isLivingPerson);
  return living.length > 0 ? living : candidates;
}

/** An agent to write activities for, with the person behind it where that had to be read. */
export interface Agent {
  readonly agentId: string;
  readonly person?: PersonJson;
}

/** Whether a reference is the id of an agent itself, which needs no look-up to write activities under it. */
export const isAgent = ({ key }: PersonReference): boolean => key === "agentId";

/** Uses of loaders by `agentOf` for these references. */
export const agentUses = (references: readonly PersonReference[]): LoaderUse[] =>
  lookUpUses(references.filter((reference) => !isAgent(reference)));

/**
 * The agent behind a reference, which activities are written under.
 * @throws NOT_FOUND when there is no such person, CONFLICT when there are several, BAD_USER_INPUT when they are not an
 * agent.
 */
export async function agentOf(of: LoaderOf, reference: PersonReference): Promise<Agent> {
  if (isAgent(reference)) return { agentId: reference.value };
  const person = await onlyPerson(of, reference);
  const agentId = referenceIn(agentKind, person.agent_id);
  if (agentId === null) throw badInput("This person is not an agent and has no schedule.");
  return { agentId, person };
}

/** Agents that a write names and of whom it is not known that they exist: those whose person was read do. */
export const unreadAgents = (agents: readonly Agent[]): Named => ({
  name: "agent",
  ids: agents.flatMap(({ agentId, person }) => (person ? [] : [agentId])),
  loader: personByAgentId,
});

/** Whether a reference is the id of a person itself, which needs no look-up to name them in a write. */
const isPerson = ({ key }: PersonReference): boolean => key === "id";

/** Uses of loaders by `personIdOf` for these references. */
export const personIdUses = (references: readonly PersonReference[]): LoaderUse[] =>
  lookUpUses(references.filter((reference) => !isPerson(reference)));

/**
 * The id of the person behind a reference, for writes that name people and not agents.
 * @throws NOT_FOUND when there is no such person, CONFLICT when there are several.
 */
export async function personIdOf(of: LoaderOf, reference: PersonReference): Promise<string> {
  return isPerson(reference) ? reference.value : (await onlyPerson(of, reference)).id;
}

async function onlyPerson(of: LoaderOf, reference: PersonReference): Promise<PersonJson> {
  const [person, ...others] = await candidatesFor(of, reference);
  if (!person) throw new GatewayError("NOT_FOUND", "There is no such person.");
  if (others.length > 0) {
    const key = reference.key === "email" ? "e-mail address" : "imported id";
    throw new GatewayError("CONFLICT", `Several people have this ${key}; name one by id.`);
  }
  return person;
}
