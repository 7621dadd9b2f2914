import type { FastifyReply, FastifyRequest } from "fastify";
import type { GatewayContext } from "../graphql/gateway-context.ts";
import { defaultRequestOptions } from "../graphql/request-options.ts";
import type { Waiter } from "../graphql/waiter.ts";
import { answerKey, isQuery } from "./answer-key.ts";
import {
  type Answered,
  contextOf,
  type OperationParts,
  ran,
  toldApart,
  waiterOf,
} from "./execute-operation.ts";
import { createResponseCache, type ExecutionResult, type ResponseCache } from "./response-cache.ts";
import { revalidate } from "./revalidate.ts";
import type { JsonText } from "./unparsed-body.ts";

/** Answers requests that have no options from the cache, together with equal queries in flight, or by running them. */
export interface SharedRuns {
  run(request: FastifyRequest, reply: FastifyReply, body: JsonText): Promise<Answered>;
  /** The store of answers. */
  readonly answers: Pick<ResponseCache, "numbers">;
}

/** Makes an empty cache of answers, and what answers from it. */
export function createSharedRuns({ execute, gateway, inFlight, reader }: OperationParts): SharedRuns {
  const systems = Object.values(gateway.upstreams);
  const writes = () => systems.reduce((sum, system) => sum + system.writes, 0);
  const cache = createResponseCache({ shares: gateway.shares, writes });
  return {
    answers: cache,
    async run(request, reply, body) {
      const { jsonText } = body;
      const key = answerKey({
        jsonText,
        accept: request.headers.accept,
        options: defaultRequestOptions,
        rights: request.client.rights,
      });
      // A request that registers a document has to reach the store of persisted queries, which Apollo alone writes.
      const registers = jsonText.includes("persistedQuery") && jsonText.includes('"query"');
      const cached = registers ? undefined : cache.get(key);
      if (cached) return { response: cached, answeredBy: "cache", calls: [] };

      const client = toldApart(gateway, request);
      inFlight.refuseIfFull(client);
      const operation = await reader.fromJson(request, body);
      const waiter = waiterOf(gateway, reply);
      let own: GatewayContext | undefined;
      const start = async (waiters: Waiter): Promise<ExecutionResult> => {
        const context = contextOf(gateway, request, waiters);
        own = context;
        const last = registers ? undefined : cache.last(key);
        if (last && (await revalidate(last, context))) {
          return { response: last.response, records: context.records };
        }
        return execute(request, operation, context);
      };
      const startCounted = (waiters: Waiter) => inFlight.run(client, () => start(waiters));
      if (!isQuery(operation.body)) return ran(await startCounted(waiter));
      const response = await cache.share({ key, client: client?.name }, waiter, startCounted);
      return own
        ? { response, answeredBy: "run", calls: own.records }
        : { response, answeredBy: "shared", calls: [] };
    },
  };
}
