import { CombinedGraphQLErrors } from "@apollo/client/errors";
import { ErrorLink } from "@apollo/client/link/error";
import { OperationTypeNode } from "graphql";
import { mergeMap, timer } from "rxjs";

/** Sends a read once more, after the wait that the gateway names, where nothing else went wrong with it. */
export const retryLink = new ErrorLink(({ error, operation, forward }) => {
  if (operation.operationType !== OperationTypeNode.QUERY || !CombinedGraphQLErrors.is(error)) return;
  if (!error.errors.every(({ extensions }) => extensions?.retryable)) return;
  const waitsMs = error.errors.map(({ extensions }) => Number(extensions?.retryAfterMs ?? 1_000));
  return timer(Math.max(...waitsMs)).pipe(mergeMap(() => forward(operation)));
});
