import type { ApolloServerPlugin } from "@apollo/server";
import type { FormattedExecutionResult } from "graphql";
import type { GatewayContext } from "../gateway-context.ts";

/** Whether errors are all that is left of an operation. */
const isWithoutData = (data: Readonly<Record<string, unknown>> | null | undefined): boolean =>
  Object.values(data ?? {}).every((value) => value === null);

/** The longest wait that errors state, if all of an operation was refused because its client had no share left. */
function waitOfRefusedMs({ data, errors = [] }: FormattedExecutionResult): number | undefined {
  const isRefused =
    errors.length > 0 && errors.every(({ extensions }) => extensions?.code === "RATE_LIMITED");
  if (!isRefused || !isWithoutData(data)) return undefined;
  return Math.max(...errors.map(({ extensions }) => Number(extensions?.retryAfterMs ?? 0)));
}

/**
 * An operation of which all was refused because its client asks too much is a 429, whatever the client knows.
 *
 * A client that knows nothing but `application/json` takes every status but 200 for a failure of HTTP and does not look
 * at the errors; GraphQL over HTTP gives it 200 for any operation that could be read, however wrong it is.
 */
export const statusPlugin: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response }) => {
      const waitMs =
        response.body.kind === "single" ? waitOfRefusedMs(response.body.singleResult) : undefined;
      if (waitMs !== undefined) {
        response.http.status = 429;
        response.http.headers.set("retry-after", String(Math.ceil(waitMs / 1_000)));
      }
      if (response.http.status !== 400 || response.body.kind !== "single") return;
      const wasRead = response.body.singleResult.errors?.[0]?.extensions?.code !== "BAD_REQUEST";
      if (wasRead && knowsOnlyJson(request.http?.headers.get("accept"))) response.http.status = 200;
    },
  }),
};

const knowsOnlyJson = (accept = ""): boolean =>
  accept.includes("application/json") && !/\*\/\*|application\/(\*|graphql-response\+json)/.test(accept);
