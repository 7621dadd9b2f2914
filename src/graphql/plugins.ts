import { type ApolloServerPlugin, HeaderMap } from "@apollo/server";
import { estimateOf, type Plan, type PlanParts } from "../estimate/estimate.ts";
import type { FieldCosts } from "../estimate/field-cost.ts";
import { checkObjects } from "../estimate/objects.ts";
import type { Upstreams } from "./context.ts";
import { explain } from "./explain.ts";
import type { GatewayContext } from "./gateway.ts";
import { checkArguments } from "./operation-limits.ts";

/** Checks arguments and what they add up to before anything runs. */
export const argumentsPlugin = (costs: FieldCosts): ApolloServerPlugin<GatewayContext> => ({
  requestDidStart: async ({ contextValue: { options } }) => ({
    didResolveOperation: async ({ schema, document, operation, request }) => {
      if (!operation) return;
      const { variables = {} } = request;
      checkArguments(schema, document, operation, variables);
      // A plan adds them up by itself.
      if (options.explains !== "plan") checkObjects({ schema, document, operation, variables }, costs);
    },
  }),
});

/** Tells of the calls behind an operation, where that was asked for. */
export const explainPlugin = (upstreams: Upstreams): ApolloServerPlugin<GatewayContext> => ({
  requestDidStart: async ({ contextValue: { options, notes } }) =>
    options.explains === "calls"
      ? {
          willSendResponse: async ({ response: { body } }) => {
            if (body.kind !== "single") return;
            const upstream = explain(notes, upstreams);
            body.singleResult.extensions = { ...body.singleResult.extensions, upstream };
          },
        }
      : {},
});

/** Tells what an operation would cost in its place, where that was asked for: nothing of it is executed. */
export const planPlugin = (parts: PlanParts): ApolloServerPlugin<GatewayContext> => ({
  requestDidStart: async ({ contextValue: { options } }) => {
    if (options.explains !== "plan") return {};
    let plan: Plan | undefined;
    return {
      didResolveOperation: async ({ schema, document, operation, request }) => {
        const { variables = {} } = request;
        if (operation)
          plan = estimateOf({ schema, document, operation, variables, accepts: options.accepts }, parts);
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

/** Names the request in every error. */
export const requestIdPlugin: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response, contextValue: { requestId } }) => {
      if (response.body.kind !== "single") return;
      const { singleResult } = response.body;
      if (!singleResult.errors) return;
      singleResult.errors = singleResult.errors.map((error) => ({
        ...error,
        extensions: { ...error.extensions, requestId },
      }));
    },
  }),
};

/**
 * A client that knows nothing but `application/json` takes every status but 200 for a failure of HTTP and does not look
 * at the errors; GraphQL over HTTP gives it 200 for any operation that could be read, however wrong it is.
 */
export const statusPlugin: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response }) => {
      if (response.http.status !== 400 || response.body.kind !== "single") return;
      const wasRead = response.body.singleResult.errors?.[0]?.extensions?.code !== "BAD_REQUEST";
      if (wasRead && knowsOnlyJson(request.http?.headers.get("accept"))) response.http.status = 200;
    },
  }),
};

const knowsOnlyJson = (accept = ""): boolean =>
  accept.includes("application/json") && !/\*\/\*|application\/(\*|graphql-response\+json)/.test(accept);
