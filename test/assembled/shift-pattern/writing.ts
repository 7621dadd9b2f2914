import type { TestGateway } from "../../support/gateway.ts";

/** The pattern that an agent is on, read anew. */
export async function patternOf({ query, calls }: TestGateway, agent: string): Promise<string | undefined> {
  const { person } = await query(`{ person(by: { agentId: "${agent}" }) { shiftPattern { name } } }`);
  calls();
  return person.shiftPattern?.name;
}
