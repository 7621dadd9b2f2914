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
  /** The answer to a request from the cache. */
  cached(request: FastifyRequest, body: JsonText): Answered | undefined;
  run(request: FastifyRequest, reply: FastifyReply, body: JsonText): Promise<Answered>;
  /** The store of answers. */
  readonly answers: Pick<ResponseCache, "numbers">;
}

/** Makes an empty cache of answers, and what answers from it. */
export function createSharedRuns({ execute, gateway, inFlight, reader }: OperationParts): SharedRuns {
  const systems = Object.values(gateway.upstreams);
  const writes = () => systems.reduce((sum, system) => sum + system.writes, 0);
  const cache = createResponseCache({ shares: gateway.shares, writes });
  const keyOf = ({ client, headers }: FastifyRequest, { jsonText }: JsonText): string => {
    const { rights } = client;
    return answerKey({ jsonText, accept: headers.accept, options: defaultRequestOptions, rights });
  };
  const cached = (key: string, body: JsonText): Answered | undefined => {
    const response = registers(body) ? undefined : cache.get(key);
    return response && { response, answeredBy: "cache", calls: noCalls };
  };
  return {
    answers: cache,
    cached: (request, body) => cached(keyOf(request, body), body),
    async run(request, reply, body) {
      const key = keyOf(request, body);
      const isCached = cached(key, body);
      if (isCached) return isCached;

      const client = toldApart(gateway, request);
      inFlight.refuseIfFull(client);
      const operation = await reader.fromJson(request, body);
      const waiter = waiterOf(gateway, reply);
      let own: GatewayContext | undefined;
      const start = async (waiters: Waiter): Promise<ExecutionResult> => {
        const context = contextOf(gateway, request, waiters);
        own = context;
        const last = registers(body) ? undefined : cache.last(key);
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

const noCalls: Answered["calls"] = [];

/** A request that registers a document has to reach the store of persisted queries, which Apollo alone writes. */
const registers = ({ jsonText }: JsonText): boolean =>
  jsonText.includes("persistedQuery") && jsonText.includes('"query"');
