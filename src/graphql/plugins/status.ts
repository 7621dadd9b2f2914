import type { ApolloServerPlugin } from "@apollo/server";
import type { GatewayContext } from "../gateway-context.ts";

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
