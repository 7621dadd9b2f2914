import type { Cancellation } from "../../rest/cancellation.ts";
import type { Answered } from "../answered.ts";
import { type OperationParts, type OperationRequest, toldApart } from "../execute-operation.ts";
import type { SharedRuns } from "../run-shared.ts";

/** A query that can be run ahead of the routes. */
export interface AheadRun {
  /** @param cancellation cancelled when its client leaves. */
  readonly run: (cancellation: Cancellation) => Promise<Answered>;
}

/**
 * Finds what answers a request without options ahead of the routes.
 * @returns undefined where they have to answer it.
 * @throws where it is to be refused, which they tell.
 */
export type LookAhead = (
  request: OperationRequest,
  jsonText: string,
) => { readonly cached: Answered } | AheadRun | undefined;

/** Makes the search for kept answers, and for queries whose documents were let through before. */
export function createLookAhead(
  { gateway, inFlight, reader }: Pick<OperationParts, "gateway" | "inFlight" | "reader">,
  shared: SharedRuns,
): LookAhead {
  return (request, jsonText) => {
    const { client, headers } = request;
    const { cached, key } = shared.lookUp({ jsonText, accept: headers.accept, client });
    if (cached) return { cached };
    inFlight.refuseIfFull(toldApart(gateway, request));
    const { body, document, search } = reader.fromJson({ jsonText });
    const prepared = gateway.prepareQuery(body);
    if (!prepared) return undefined;
    const operation = { body, document, search, prepared };
    return {
      run: (cancellation) =>
        shared.run(request, () => gateway.waiterFor(cancellation), { key, jsonText, operation }),
    };
  };
}
