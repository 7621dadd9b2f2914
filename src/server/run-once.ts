import type { FastifyRequest } from "fastify";
import { GatewayError } from "../errors.ts";
import type { RequestOptions } from "../graphql/request-options.ts";
import { openReport } from "../observation/events.ts";
import { Cancellation } from "../rest/cancellation.ts";
import type { Answered } from "./answered.ts";
import { contextOf, type OperationParts, ran, toldApart } from "./execute-operation.ts";
import { createIdempotency } from "./idempotency.ts";
import type { IdempotencyStore } from "./idempotency-store.ts";
import { keyedMutation } from "./keyed-operation.ts";
import { errorAnswer } from "./serialized-response.ts";
import type { JsonText } from "./unparsed-body.ts";

/**
 * Runs a mutation unless it was run before with the same key, and to its end: its client may come again for the answer.
 * @returns undefined when it is no mutation.
 */
export type RunOnce = (
  request: FastifyRequest,
  body: JsonText,
  options: RequestOptions,
) => Promise<Answered | undefined>;

/** Makes the running of mutations with idempotency keys. @param store of their answers. */
export function createRunOnce(
  { execute, gateway, inFlight, reader }: OperationParts,
  store: IdempotencyStore,
): RunOnce {
  const idempotency = createIdempotency(store);
  return async (request, body, options) => {
    const operation = reader.fromJson(body);
    const { persistedText } = gateway;
    const keyed = keyedMutation(request, operation, { explains: options.explains, persistedText });
    if (!keyed) return undefined;
    const waiter = gateway.waiterFor(new Cancellation());
    const context = contextOf(gateway, request, waiter, options);
    const inTurn = async () => {
      await gateway.turn(request.client);
      return execute(request, operation, context);
    };
    const once = await idempotency.once(keyed, {
      run: () => inFlight.run(toldApart(gateway, request), inTurn),
      mayHaveWritten: context.mayHaveWritten,
      unknownOutcome: (why) =>
        errorAnswer(request, new GatewayError("UPSTREAM_OUTCOME_UNKNOWN", why), {
          ...openReport(),
          kind: "mutation",
        }),
    });
    return once.replayed ? { response: once.response, answeredBy: "replay", calls: [] } : ran(once.result);
  };
}
