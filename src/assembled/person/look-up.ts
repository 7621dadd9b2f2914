import { badInput, GatewayError } from "../../errors.ts";
import type { PersonLookup } from "../../generated/resolvers.ts";
import { comparableEmail } from "../../resolving/host.ts";
import { sourceIdOf } from "../../resolving/ids.ts";
import { referenceIn } from "../../resolving/referenced.ts";
import { agentKind, personKind } from "../kinds.ts";
import type { AssembledLoaders } from "../loaders.ts";
import type { PersonJson } from "./endpoints.ts";

/** One person by one of their keys, checked; e-mail addresses as they are compared. */
type PersonReference =
  | { readonly id: string }
  | { readonly agentId: string }
  | { readonly email: string }
  | { readonly importedId: string };

const longestImportedId = 255;

/** @throws BAD_USER_INPUT when the key cannot be what it is given as. */
export function personReference(by: PersonLookup): PersonReference {
  if (by.id !== undefined) return { id: sourceIdOf(personKind, by.id) };
  if (by.agentId !== undefined) return { agentId: sourceIdOf(agentKind, by.agentId) };
  if (by.email !== undefined) return { email: comparableEmail(by.email) ?? by.email };
  if (by.importedId.trim() === "" || by.importedId.length > longestImportedId) {
    throw badInput(`importedId must hold from 1 to ${longestImportedId} characters.`);
  }
  return { importedId: by.importedId };
}

/** The person behind any reference: living before deleted, null when there is none or several are equally good. */
export async function loadPerson(
  loaders: AssembledLoaders,
  reference: PersonReference,
): Promise<PersonJson | null> {
  const [person, ...others] = await candidatesFor(loaders, reference);
  return person && others.length === 0 ? person : null;
}

/** Only the id has a read of its own; every other key is looked up in the roster. */
async function candidatesFor(
  loaders: AssembledLoaders,
  reference: PersonReference,
): Promise<readonly PersonJson[]> {
  if ("email" in reference) return livingFirst(await loaders.peopleByEmail.load(reference.email));
  if ("importedId" in reference) {
    return livingFirst(await loaders.peopleByImportedId.load(reference.importedId));
  }
  const { personById, personByAgentId } = loaders;
  const person = await ("id" in reference
    ? personById.load(reference.id)
    : personByAgentId.load(reference.agentId));
  return person ? [person] : [];
}

/** The living candidates, or all where none lives. */
function livingFirst(candidates: readonly PersonJson[]): readonly PersonJson[] {
  const living = candidates.filter(({ deleted }) => !deleted);
  return living.length > 0 ? living : candidates;
}

/** An agent to write activities for, with the person behind it where that had to be read. */
export interface Agent {
  readonly agentId: string;
  readonly person?: PersonJson;
}

/**
 * The agent behind a reference, which activities are written under.
 * @throws NOT_FOUND when there is no such person, CONFLICT when there are several, BAD_USER_INPUT when they are not an
 * agent.
 */
export async function agentOf(loaders: AssembledLoaders, reference: PersonReference): Promise<Agent> {
  if ("agentId" in reference) return { agentId: reference.agentId };
  const [person, ...others] = await candidatesFor(loaders, reference);
  if (!person) throw new GatewayError("NOT_FOUND", "There is no such person.");
  if (others.length > 0) {
    const key = "email" in reference ? "e-mail address" : "imported id";
    throw new GatewayError("CONFLICT", `Several people have this ${key}; name one by id.`);
  }
  const agentId = referenceIn(agentKind, person.agent_id);
  if (agentId === null) throw badInput("This person is not an agent and has no schedule.");
  return { agentId, person };
}

/** What a write of activities names. */
interface Named {
  readonly agents: readonly Agent[];
  readonly typeIds: readonly string[];
}

/**
 * A write that names others by ids. The upstream does not say which of them it did not know, so they are looked up once
 * it has rejected the write.
 * @throws NOT_FOUND when one does not exist.
 */
export async function explainRejection<Result>(
  write: Promise<Result>,
  loaders: AssembledLoaders,
  named: Named,
): Promise<Result> {
  try {
    return await write;
  } catch (error) {
    if (!(error instanceof GatewayError) || error.code !== "UPSTREAM_REJECTED") throw error;
    // A look-up that fails leaves the rejection as it came.
    throw (await absent(loaders, named).catch(() => undefined)) ?? error;
  }
}

async function absent(loaders: AssembledLoaders, named: Named): Promise<GatewayError | undefined> {
  // Agents whose person was read exist.
  const agentIds = named.agents.flatMap(({ agentId, person }) => (person ? [] : [agentId]));
  const [people, types] = await Promise.all([
    Promise.all(agentIds.map((id) => loaders.personByAgentId.load(id))),
    Promise.all(named.typeIds.map((id) => loaders.activityTypeById.load(id))),
  ]);
  const agentId = agentIds.find((_, at) => !people[at]);
  if (agentId !== undefined) return notFound(`agent ${agentId}`);
  const typeId = named.typeIds.find((_, at) => !types[at]);
  return typeId === undefined ? undefined : notFound(`activity type ${typeId}`);
}

const notFound = (what: string) =>
  new GatewayError("NOT_FOUND", `There is no ${what}; nothing was written.`, { system: "assembled" });
