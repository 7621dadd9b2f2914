import type { Explanation } from "../../src/graphql/explain.ts";
import { readRequestOptions } from "../../src/graphql/request-options.ts";
import { Cancellation } from "../../src/rest/cancellation.ts";
import type { Answer, TestGateway } from "./gateway.ts";

/** Runs an operation and answers it with what is told of its calls. */
export async function explained(
  { client, gateway }: TestGateway,
  query: string,
): Promise<Answer & { readonly upstream: Explanation }> {
  const contextValue = gateway.contextFor(gateway.waiterFor(new Cancellation()), {
    client,
    requestId: "explained",
    options: readRequestOptions({ "x-explain": "1" }),
  });
  const { body } = await gateway.apollo.executeOperation({ query }, { contextValue });
  if (body.kind !== "single") throw new Error("An incremental answer was not expected.");
  const { data, errors = [], extensions } = JSON.parse(JSON.stringify(body.singleResult));
  return { data, errors, upstream: extensions.upstream };
}
