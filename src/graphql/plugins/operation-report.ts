import type { ApolloServerPlugin } from "@apollo/server";
import { type FormattedExecutionResult, getOperationAST, OperationTypeNode } from "graphql";
import type { OpenReport, OperationOutcome } from "../../observation/events.ts";
import type { GatewayContext } from "../gateway-context.ts";

/** Of an operation, whose client may have called it anything that is a name in GraphQL: letters, digits and underscores. */
const longestName = 64;

/** Writes the name and kind of an operation, its outcome and the codes of its errors into the report of its context. */
export const operationReportPlugin: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async ({ contextValue: { report } }) => ({
    async didResolveOperation({ operation }) {
      if (operation) nameIn(report, operation.operation, operation.name?.value);
    },
    async willSendResponse({ document, request: { operationName }, response: { body } }) {
      // A document that is not valid is refused before its operation is looked for.
      const refused = report.kind === undefined && document && getOperationAST(document, operationName);
      if (refused) nameIn(report, refused.operation, refused.name?.value);
      if (body.kind !== "single") return;
      report.outcome = outcomeOf(body.singleResult);
      report.errorCodes = codesOf(body.singleResult.errors ?? []);
    },
  }),
};

function nameIn(report: OpenReport, kind: OperationTypeNode, name: string | undefined): void {
  report.kind = kind === OperationTypeNode.MUTATION ? "mutation" : "query";
  if (name !== undefined) report.name = name.slice(0, longestName);
}

/** Writes into the report of a query that it went well. @param name as its document has it. */
export function reportQuery(report: OpenReport, name: string | undefined): void {
  nameIn(report, OperationTypeNode.QUERY, name);
  report.outcome = "ok";
}

/** An operation that was not run has no data, not even null (GraphQL, section "Response Format"). */
function outcomeOf({ data, errors }: Pick<FormattedExecutionResult, "data" | "errors">): OperationOutcome {
  if (data === undefined) return "refused";
  if (!errors || errors.length === 0) return "ok";
  const hasData = data !== null && Object.values(data).some((value) => value !== null);
  return hasData ? "partial" : "failed";
}

/** Counts errors of an answer by their codes. */
export function codesOf(
  errors: readonly { readonly extensions?: Readonly<Record<string, unknown>> }[],
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { extensions } of errors) {
    const code = String(extensions?.code ?? "INTERNAL_SERVER_ERROR");
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}
