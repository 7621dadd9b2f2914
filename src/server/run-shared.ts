import type { FastifyReply, FastifyRequest } from "fastify";
import type { Client } from "../auth/client.ts";
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
import type { SerializedResponse } from "./serialized-response.ts";
import type { JsonText } from "./unparsed-body.ts";

/** An operation that is looked up in the cache. */
export interface AskedText {
  readonly jsonText: string;
  /** The header `Accept`. */
  readonly accept: string | undefined;
  readonly client: Client;
  /** Whether an answer can be given. @default any can */
  readonly mayGive?: (response: SerializedResponse) => boolean;
}

/** Answers requests that have no options from the cache, together with equal queries in flight, or by running them. */
export interface SharedRuns {
  /** The answer to a request from the cache. */
  cached(asked: AskedText): Answered | undefined;
  run(request: FastifyRequest, reply: FastifyReply, body: JsonText): Promise<Answered>;
  /** The store of answers. */
  readonly answers: Pick<ResponseCache, "numbers">;
}

/** Makes an empty cache of answers, and what answers from it. */
export function createSharedRuns({ execute, gateway, inFlight, reader }: OperationParts): SharedRuns {
  const systems = Object.values(gateway.upstreams);
  const writes = () => systems.reduce((sum, system) => sum + system.writes, 0);
  const cache = createResponseCache({ shares: gateway.shares, writes });
  const keyOf = (rights: string, accept: string | undefined, jsonText: string): string =>
    answerKey({ jsonText, accept, options: defaultRequestOptions, rights });
  const cached = (key: string, jsonText: string, mayGive?: AskedText["mayGive"]): Answered | undefined => {
    const response = registers(jsonText) ? undefined : cache.get(key, mayGive);
    return response && { response, answeredBy: "cache", calls: noCalls };
  };
  return {
    answers: cache,
    cached: ({ accept, client: { rights }, jsonText, mayGive }) =>
      cached(keyOf(rights, accept, jsonText), jsonText, mayGive),
    async run(request, reply, body) {
      const { jsonText } = body;
      const key = keyOf(request.client.rights, request.headers.accept, jsonText);
      const known = cached(key, jsonText);
      if (known) return known;

      const client = toldApart(gateway, request);
      inFlight.refuseIfFull(client);
      const operation = await reader.fromJson(request, body);
      const waiter = waiterOf(gateway, reply);
      let own: GatewayContext | undefined;
      const start = async (waiters: Waiter): Promise<ExecutionResult> => {
        const last = registers(jsonText) ? undefined : cache.last(key);
        // It has no context so far: all that waits is moved about by the next collections of garbage.
        if (!last) await gateway.turn(request.client);
        const context = contextOf(gateway, request, waiters);
        own = context;
        if (last) {
          if (await revalidate(last, context)) return { response: last.response, records: context.records };
          await gateway.turn(request.client);
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
const registers = (jsonText: string): boolean =>
  jsonText.includes("persistedQuery") && jsonText.includes('"query"');
