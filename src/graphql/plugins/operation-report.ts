import type { ApolloServerPlugin } from "@apollo/server";
import { type FormattedExecutionResult, OperationTypeNode } from "graphql";
import type { OperationOutcome } from "../../observation/events.ts";
import type { GatewayContext } from "../gateway-context.ts";

/** Of an operation, whose client may have called it anything that is a name in GraphQL: letters, digits and underscores. */
const longestName = 64;

/** Writes the name and kind of an operation, its outcome and the codes of its errors into the report of its context. */
export const operationReportPlugin: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async ({ contextValue: { report } }) => ({
    async didResolveOperation({ operation, operationName }) {
      if (!operation) return;
      report.kind = operation.operation === OperationTypeNode.MUTATION ? "mutation" : "query";
      if (operationName) report.name = operationName.slice(0, longestName);
    },
    async willSendResponse({ response: { body } }) {
      if (body.kind !== "single") return;
      report.outcome = outcomeOf(body.singleResult);
      report.errorCodes = codesOf(body.singleResult.errors ?? []);
    },
  }),
};

/** An operation that was not run has no data, not even null (GraphQL, section "Response Format"). */
function outcomeOf({ data, errors }: Pick<FormattedExecutionResult, "data" | "errors">): OperationOutcome {
  if (data === undefined) return "refused";
  if (!errors || errors.length === 0) return "ok";
  const hasData = data !== null && Object.values(data).some((value) => value !== null);
  return hasData ? "partial" : "failed";
}

function codesOf(errors: readonly { readonly extensions?: Readonly<Record<string, unknown>> }[]) {
  const counts: Record<string, number> = {};
  for (const { extensions } of errors) {
    const code = String(extensions?.code ?? "INTERNAL_SERVER_ERROR");
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}
