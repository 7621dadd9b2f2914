import type { ApolloServerPlugin } from "@apollo/server";
import type { Upstreams } from "../context.ts";
import { explain } from "../explain.ts";
import type { GatewayContext } from "../gateway-context.ts";

/** Adds the calls behind an operation to its answer, where `X-Explain: 1` asks for them. */
export const explainPlugin = (upstreams: Upstreams): ApolloServerPlugin<GatewayContext> => ({
  requestDidStart: async ({ contextValue: { access, options, records } }) =>
    options.explains === "calls"
      ? {
          willSendResponse: async ({ response: { body } }) => {
            if (body.kind !== "single") return;
            const upstream = explain(records, upstreams, access);
            body.singleResult.extensions = { ...body.singleResult.extensions, upstream };
          },
        }
      : {},
});
