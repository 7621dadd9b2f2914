import { createBatchedReads } from "../cache/batched-reads.ts";
import { createInvalidation } from "../cache/invalidation.ts";
import { createReads } from "../cache/reads.ts";
import { type CacheStore, createCacheStore } from "../cache/store.ts";
import type { AnsweredBy } from "../call-record.ts";
import { newCallStats } from "../call-stats.ts";
import type { LooseArguments, LooseEndpoint } from "../endpoint.ts";
import { createClientShares, partsOf, type SharedBudget } from "../limits/client-shares.ts";
import { createEndpointLimits } from "../limits/endpoint-limits.ts";
import { createRateLimiter } from "../limits/rate-limiter.ts";
import { createPlacement } from "../message/placement.ts";
import type { Operation } from "../operation.ts";
import { createAttempts } from "../sending/attempt.ts";
import { createCircuitBreaker } from "../sending/circuit-breaker.ts";
import { createDelivery } from "../sending/send.ts";
import { attemptTimeoutMs } from "../sending/timeout.ts";
import type { StoreNumbers } from "../store-numbers.ts";
import type { EngineParts, LogIn, UpstreamDefinition } from "../upstream.ts";
import type { Upstream, UpstreamState } from "../upstream-client.ts";
import { createCalls, noReads } from "./calls.ts";
import { createRequestBuilder } from "./prepare.ts";

/**
 * Builds the engine of one system: one budget, one breaker and one table of reads for all operations.
 * @throws Error when a row names a lane that the definition lacks.
 */
export function createUpstream(definition: UpstreamDefinition, parts: EngineParts): Upstream {
  const { clock, random } = parts;
  const { name } = definition;
  const sharedBudget = sharedBudgets(definition, parts);
  const { budget, shares } = sharedBudget(definition);
  const allowanceOf = createEndpointLimits(definition, { budget, shares }, clock, (lane, narrower) =>
    sharedBudget({ ...definition, ...narrower }, lane),
  );
  const breaker = createCircuitBreaker(clock, random);
  const generations = createInvalidation(clock);
  const kept = createCacheStore(clock, generations, parts.reads);
  const reads = createReads(clock, generations, kept, parts.reads);
  const rows = createRequestBuilder(definition);
  const placement = createPlacement(definition);
  let state: UpstreamState = "untried";
  let cause: string | undefined;
  const attempts = createAttempts(definition, parts, {
    allowanceOf,
    breaker,
    placement,
    noteHealth: (isFailing, why) => {
      state = isFailing ? "failing" : "answering";
      cause = isFailing ? why : undefined;
    },
  });

  const logIn: LogIn = (headers) => async (endpoint, args?) => {
    const attempt = rows.prepare(endpoint as LooseEndpoint, (args ?? {}) as LooseArguments, newCallStats());
    const operation: Operation = {
      signal: new AbortController().signal,
      deadlineAtMs: clock.nowMs() + 2 * attemptTimeoutMs,
    };
    const { value } = await deliverWith(headers)(attempt, operation);
    return value as never;
  };

  const { deliver, deliverWith } = createDelivery(definition, parts, {
    breaker,
    makeAttempt: attempts.make,
    logIn,
  });
  const merged = parts.reads.shares ? createBatchedReads(rows, deliver) : undefined;
  const { budgetWaits, isQueued } = attempts;
  const readsBy = noReads();
  const { waitMs } = budget;
  const sending = { deliver, merged, isQueued, waitMs: waitWithin({ budget, shares }) };
  const { slices } = parts;
  const engine = { definition, clock, rows, generations, kept, reads, readsBy, slices, ...sending };
  return {
    name,
    apiVersion: definition.apiVersion,
    get state() {
      return breaker.isOpen || placement.isDoubted ? "failing" : state;
    },
    get cause() {
      return cause ?? (placement.isDoubted ? "UPSTREAM_INVALID_RESPONSE" : undefined);
    },
    get callsLeft() {
      return budget.left;
    },
    get isBreakerOpen() {
      return breaker.isOpen;
    },
    budgetWaits,
    get kept() {
      return numbersOf(kept, readsBy);
    },
    get writes() {
      return generations.version;
    },
    waitMs,
    mayAnswer: (endpoint, accepts) => reads.mayAnswer(rows.endpointKeyOf(endpoint), accepts),
    callsFor: (operation, onWrite) => createCalls(engine, operation, onWrite),
  };
}

/** Milliseconds until an operation could send so many more calls: its client's share may let them wait longer than the budget. */
const waitWithin =
  ({ budget, shares }: SharedBudget) =>
  ({ payers }: Operation, calls: number): number =>
    Math.max(budget.waitMs(calls), shares.waitMs(payers, calls));

function numbersOf(
  { bytes, entries }: CacheStore,
  { coalesced, fresh, network, stale }: Readonly<Record<AnsweredBy, number>>,
): StoreNumbers {
  return { bytes, entries, hits: fresh + stale, misses: network, shared: coalesced };
}

/** Makes the limits of a system, or of a lane of it, with the shares that clients have of them. */
const sharedBudgets =
  (system: UpstreamDefinition, { budgetFor, clock }: EngineParts) =>
  (within: UpstreamDefinition, lane?: string): SharedBudget => ({
    budget: budgetFor?.(within, clock, lane) ?? createRateLimiter(within, within.limits, clock),
    shares: createClientShares(within, within.limits, partsOf(system), clock),
  });
