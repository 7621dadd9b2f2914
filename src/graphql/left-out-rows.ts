import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError, type GraphQLResolveInfo, responsePathAsArray } from "graphql";
import { errorCodes } from "../errors.ts";
import type { GatewayContext } from "./gateway-context.ts";

/** Lists of an answer that are told of; lists in lists can be very many. */
const mostErrors = 20;

/**
 * An error for rows of a list that no id can be given to. Ids and the items of lists are never null, so that the list, or
 * more, would be null in place of one row.
 * @param system whose rows they are, in lower case.
 */
export function leftOutError(
  count: number,
  system: string | undefined,
  info: GraphQLResolveInfo,
): GraphQLError {
  const code = "UPSTREAM_INVALID_RESPONSE";
  const [rows, them] = count === 1 ? ["A row is", "it"] : [`${count} rows are`, "them"];
  return new GraphQLError(`${rows} left out here: a system answered no id for ${them} that can be read.`, {
    nodes: info.fieldNodes,
    path: responsePathAsArray(info.path),
    extensions: { code, retryable: errorCodes[code].retryable, ...(system !== undefined && { system }) },
  });
}

/** Adds errors for rows that lists had to leave out, which are no errors of fields to the executor. */
export const leftOutPlugin: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response: { body }, contextValue: { leftOut } }) => {
      if (body.kind !== "single" || leftOut.length === 0) return;
      const told = leftOut.slice(0, mostErrors).map((error) => error.toJSON());
      body.singleResult.errors = [...(body.singleResult.errors ?? []), ...told];
    },
  }),
};
