import { type ApolloServerPlugin, HeaderMap } from "@apollo/server";
import { estimateOf, type Plan, type PlanParts } from "../../estimate/estimate.ts";
import type { GatewayContext } from "../gateway-context.ts";

/**
 * Answers with the costs of an operation in its place, where `X-Explain: plan` asks for them; nothing of it is executed. A
 * plan depends on what is cached and on the rate limits at this moment, so it is made anew each time and never shared.
 */
export const planPlugin = (parts: PlanParts): ApolloServerPlugin<GatewayContext> => ({
  requestDidStart: async ({ contextValue: { access, options } }) => {
    if (options.explains !== "plan") return {};
    let plan: Plan | undefined;
    return {
      didResolveOperation: async ({ schema, document, operation, request }) => {
        const { variables = {} } = request;
        const { accepts } = options;
        if (operation) plan = estimateOf({ schema, document, operation, variables, accepts, access }, parts);
      },
      // Without a plan there is nothing to execute either, and the executor says why.
      responseForOperation: async () =>
        plan
          ? {
              http: { headers: new HeaderMap() },
              // An answer without data would not be a 200.
              body: { kind: "single", singleResult: { data: null, extensions: { upstream: { plan } } } },
            }
          : null,
    };
  },
});
