import { createBatchedReads } from "../cache/batched-reads.ts";
import { createInvalidation } from "../cache/invalidation.ts";
import { createReads } from "../cache/reads.ts";
import { type CacheStore, createCacheStore } from "../cache/store.ts";
import type { ServedFrom } from "../call-record.ts";
import type { HeldLimits } from "../held-limits.ts";
import { createKeyedLock } from "../keyed-lock.ts";
import { createClientShares, partsOf, type SharedBudget } from "../limits/client-shares.ts";
import { createEndpointLimits } from "../limits/endpoint-limits.ts";
import { createRateLimiter } from "../limits/rate-limiter.ts";
import { createPlacement } from "../message/placement.ts";
import type { Operation } from "../operation.ts";
import { createCircuitBreaker } from "../sending/circuit-breaker.ts";
import { createHealth } from "../sending/health.ts";
import { createWaitingCalls } from "../sending/waiting-calls.ts";
import type { StoreNumbers } from "../store-numbers.ts";
import type { EngineParts, UpstreamDefinition } from "../upstream.ts";
import type { Upstream } from "../upstream-client.ts";
import { createCalls } from "./calls.ts";
import { noReads } from "./engine.ts";
import { createRequestBuilder } from "./prepare.ts";
import { sendStages } from "./send-stages.ts";
import { createWriteEffects } from "./write-effects.ts";

/**
 * Builds the engine of one system: one budget, one breaker and one table of reads for all operations.
 * @throws Error when an endpoint names a lane that the definition lacks.
 */
export function createUpstream(definition: UpstreamDefinition, parts: EngineParts): Upstream {
  const { clock, random } = parts;
  const { name } = definition;
  const sharedBudget = sharedBudgets(definition, parts);
  const { budget, held, shares } = sharedBudget(definition);
  const limitsOf = createEndpointLimits(definition, { budget, shares }, clock, (lane, narrower) =>
    sharedBudget({ ...definition, ...narrower }, lane),
  );
  const breaker = createCircuitBreaker(clock, random);
  const invalidation = createInvalidation(clock);
  const shared = parts.share?.(definition);
  shared?.writes.follow(invalidation);
  const store = createCacheStore(clock, invalidation, parts.reads);
  const reads = createReads(clock, invalidation, store, parts.reads);
  const requests = createRequestBuilder(definition);
  const writeEffects = createWriteEffects(invalidation, store, requests.nounOf);
  const placement = createPlacement(definition);
  const health = createHealth(breaker);
  const waiting = createWaitingCalls(clock);
  const own = { requests, breaker, health, limitsOf, placement, waiting, logIns: shared?.logIns };
  const send = sendStages(definition, parts, own);
  const merged = parts.reads.shares ? createBatchedReads(requests, send) : undefined;
  const readsBy = noReads();
  const engine = {
    definition,
    clock,
    requests,
    writeEffects,
    sharedWrites: shared?.writes,
    store,
    reads,
    readsBy,
    slices: parts.slices,
    send,
    merged,
    isQueued: waiting.includes,
    waitMs: waitWithin({ budget, shares }),
  };
  return {
    name,
    apiVersion: definition.apiVersion,
    get state() {
      return breaker.state !== "closed" || placement.isDoubted ? "failing" : health.state;
    },
    get cause() {
      return health.cause ?? (placement.isDoubted ? "UPSTREAM_INVALID_RESPONSE" : undefined);
    },
    get callsLeft() {
      return budget.left;
    },
    get units() {
      return held?.units;
    },
    get isBreakerOpen() {
      return breaker.state !== "closed";
    },
    budgetWaits: waiting.budgetWaits,
    get kept() {
      return numbersOf(store, readsBy);
    },
    get writes() {
      return invalidation.version;
    },
    lock: shared?.lock ?? createKeyedLock(name, clock),
    waitMs: budget.waitMs,
    mayAnswer: reads.mayAnswer,
    preconnect() {
      if (breaker.state === "closed") parts.transport.preconnect?.(new URL(definition.baseUrl));
    },
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
  { coalesced, fresh, network, stale }: Readonly<Record<ServedFrom, number>>,
): StoreNumbers {
  return { bytes, entries, hits: fresh + stale, misses: network, shared: coalesced };
}

/** Makes the limits of a system, or of a lane of it, with the shares that clients have of them. */
const sharedBudgets =
  (system: UpstreamDefinition, { budgetFor, clock, holdLimits }: EngineParts) =>
  (within: UpstreamDefinition, lane?: string): SharedBudget & { readonly held: HeldLimits | undefined } => {
    const held = within.limits.length > 0 ? holdLimits?.(within, lane) : undefined;
    const { limits, watch } = { limits: within.limits, ...held };
    const queues = {
      budget: budgetFor?.(within, clock, lane) ?? createRateLimiter(within, limits, clock, { watch }),
      shares: createClientShares(within, limits, partsOf(system), clock, watch),
    };
    held?.follow(queues);
    return { ...queues, held };
  };
