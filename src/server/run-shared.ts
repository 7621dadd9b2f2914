import type { Client } from "../auth/client.ts";
import type { GatewayContext } from "../graphql/gateway-context.ts";
import { defaultRequestOptions } from "../graphql/request-options.ts";
import type { Waiter } from "../graphql/waiter.ts";
import { answerKey, isQuery } from "./answer-key.ts";
import type { Answered } from "./answered.ts";
import {
  contextOf,
  type OperationParts,
  type OperationRequest,
  ran,
  toldApart,
} from "./execute-operation.ts";
import type { ReadOperation } from "./read-operation.ts";
import { createResponseCache, type ExecutionResult, type ResponseCache } from "./response-cache.ts";
import { revalidate } from "./revalidate.ts";

/** An operation that is looked up in the cache. */
export interface AskedOperationText {
  readonly jsonText: string;
  /** The header `Accept`. */
  readonly accept: string | undefined;
  readonly client: Client;
}

/** The key of an operation, and its answer where the cache has it. */
export interface LookedUp {
  /** As `answerKey` makes it. */
  readonly key: string;
  /** The answer from the cache. @default it has to be run */
  readonly cached?: Answered;
}

/** Answers requests that have no options from the cache, together with equal queries in flight, or by running them. */
export interface SharedRuns {
  lookUp(asked: AskedOperationText): LookedUp;
  /**
   * Runs what is not in the cache.
   * @param waits makes the client that waits for it.
   * @param asked.key as it was looked up.
   * Rejects with OVERLOADED or RATE_LIMITED where it may not begin.
   */
  run(
    request: OperationRequest,
    waits: () => Waiter,
    asked: { readonly key: string; readonly jsonText: string; readonly operation: ReadOperation },
  ): Promise<Answered>;
  /** The store of answers. */
  readonly answers: Pick<ResponseCache, "numbers">;
}

/** Makes an empty cache of answers, and what answers from it. */
export function createSharedRuns({
  execute,
  gateway,
  inFlight,
}: Pick<OperationParts, "execute" | "gateway" | "inFlight">): SharedRuns {
  const systems = Object.values(gateway.upstreams);
  const writes = () => systems.reduce((sum, system) => sum + system.writes, 0);
  const cache = createResponseCache({ shares: gateway.shares, writes });
  return {
    answers: cache,
    lookUp({ accept, client: { rights }, jsonText }) {
      const key = answerKey({ jsonText, accept, options: defaultRequestOptions, rights });
      const response = registers(jsonText) ? undefined : cache.get(key);
      return response ? { key, cached: { response, answeredBy: "cache", calls: noCalls } } : { key };
    },
    async run(request, waits, { jsonText, key, operation }) {
      const waiter = waits();
      const client = toldApart(gateway, request);
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
