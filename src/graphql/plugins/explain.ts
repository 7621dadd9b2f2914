import type { ApolloServerPlugin } from "@apollo/server";
import type { Upstreams } from "../context.ts";
import { explain } from "../explain.ts";
import { beginTelling } from "../field-path.ts";
import type { GatewayContext } from "../gateway-context.ts";

/** Adds the calls behind an operation to its answer, where `X-Explain: 1` asks for them. */
export const explainPlugin = (upstreams: Upstreams): ApolloServerPlugin<GatewayContext> => ({
  requestDidStart: async ({ contextValue }) => {
    if (contextValue.options.explains !== "calls") return {};
    const told = beginTelling();
    return {
      willSendResponse: async ({ response: { body } }) => {
        told();
        if (body.kind !== "single") return;
        const upstream = explain(contextValue, upstreams);
        body.singleResult.extensions = { ...body.singleResult.extensions, upstream };
      },
    };
  },
});
