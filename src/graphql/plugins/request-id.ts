import type { ApolloServerPlugin } from "@apollo/server";
import type { GatewayContext } from "../gateway-context.ts";

/** Adds the id of the request to every error. */
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
