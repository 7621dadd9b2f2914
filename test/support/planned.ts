import type { Plan } from "../../src/estimate/estimate.ts";
import { readRequestOptions } from "../../src/graphql/request-options.ts";
import { Cancellation } from "../../src/rest/cancellation.ts";
import { settled } from "./clock.ts";
import type { Answer, TestGateway } from "./gateway.ts";
import { lookAt } from "./planted-search.ts";
import { sentVariables } from "./sample-file.ts";

type Variables = Readonly<Record<string, unknown>>;

/** What an operation would cost, with its answer: there is no plan in one that is refused. */
export async function planned(
  { client, gateway }: TestGateway,
  query: string,
  variables: Variables = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer & { readonly plan: Plan | undefined }> {
  const waiter = gateway.waiterFor(new Cancellation());
  const contextValue = gateway.contextFor(waiter, {
    client,
    requestId: "planned",
    options: readRequestOptions({ ...headers, "x-explain": "plan" }),
  });
  const { body } = await gateway.apollo.executeOperation(
    { query, variables: await sentVariables(query, variables) },
    { contextValue },
  );
  if (body.kind !== "single") throw new Error("An incremental answer was not expected.");
  const text = JSON.stringify(body.singleResult);
  lookAt("answer", text);
  const { data, errors = [], extensions } = JSON.parse(text);
  return { data, errors, plan: extensions?.upstream.plan };
}

/** Runs an operation to its end, however long it waits for rate limits, and counts what it sent to each system. */
export async function counted(
  { client, clock, gateway }: TestGateway,
  query: string,
  variables: Variables = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer & { readonly requests: Readonly<Record<string, number>> }> {
  const waiter = gateway.waiterFor(new Cancellation());
  const contextValue = gateway.contextFor(waiter, {
    client,
    requestId: "counted",
    options: readRequestOptions({ ...headers, "x-explain": "1" }),
  });
  const sent = { query, variables: await sentVariables(query, variables) };
  let ended = false;
  const answer = gateway.apollo.executeOperation(sent, { contextValue }).finally(() => {
    ended = true;
  });
  await settled();
  while (!ended) await clock.advance(10);
  const { body } = await answer;
  if (body.kind !== "single") throw new Error("An incremental answer was not expected.");
  const text = JSON.stringify(body.singleResult);
  lookAt("answer", text);
  const { data, errors = [], extensions } = JSON.parse(text);
  const { totals = {} } = extensions?.upstream ?? {};
  const requests = Object.fromEntries(
    Object.keys(gateway.upstreams).map((system) => [system, totals[system]?.requests ?? 0]),
  );
  return { data, errors, requests };
}
