import type { TestGateway } from "../../support/gateway.ts";

/** The bodies that an endpoint was sent so far, by noun and verb. */
export const bodies = ({ sandbox }: TestGateway, row: string) =>
  sandbox.assembled.journal.filter((entry) => entry.row === row).map(({ body }) => JSON.parse(body));

/** The codes of errors. */
export const codes = (errors: readonly { readonly extensions: Readonly<Record<string, unknown>> }[]) =>
  errors.map(({ extensions }) => extensions.code);

/** The pattern that an agent is on, read anew. */
export async function patternOf({ query, calls }: TestGateway, agent: string): Promise<string | undefined> {
  const { person } = await query(`{ person(by: { agentId: "${agent}" }) { shiftPattern { name } } }`);
  calls();
  return person.shiftPattern?.name;
}
