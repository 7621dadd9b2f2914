import { GatewayError } from "../../errors.ts";
import type { LoaderOf } from "../../loaders/definition.ts";
import { activityTypeById } from "../activity-type/activity-type.ts";
import { personByAgentId } from "../person/loaders.ts";
import type { Agent } from "../person/look-up.ts";

/** The objects that a write of activities names. */
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
  of: LoaderOf,
  named: Named,
): Promise<Result> {
  try {
    return await write;
  } catch (error) {
    if (!(error instanceof GatewayError) || error.code !== "UPSTREAM_REJECTED") throw error;
    // A look-up that fails leaves the rejection as it came.
    throw (await absent(of, named).catch(() => undefined)) ?? error;
  }
}

async function absent(of: LoaderOf, named: Named): Promise<GatewayError | undefined> {
  // Agents whose person was read exist.
  const agentIds = named.agents.flatMap(({ agentId, person }) => (person ? [] : [agentId]));
  const [people, types] = await Promise.all([
    Promise.all(agentIds.map((id) => of(personByAgentId).load(id))),
    Promise.all(named.typeIds.map((id) => of(activityTypeById).load(id))),
  ]);
  const agentId = agentIds.find((_, at) => !people[at]);
  if (agentId !== undefined) return notFound(`agent ${agentId}`);
  const typeId = named.typeIds.find((_, at) => !types[at]);
  return typeId === undefined ? undefined : notFound(`activity type ${typeId}`);
}

const notFound = (name: string) =>
  new GatewayError("NOT_FOUND", `There is no ${name}; nothing was written.`, { system: "assembled" });
