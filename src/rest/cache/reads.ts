import { type ErrorCode, GatewayError } from "../../errors.ts";
import { type CacheControl, cacheDefault } from "../cache-policy.ts";
import type { Clock } from "../clock.ts";
import type { AnyEndpoint } from "../endpoint.ts";
import { clientDisconnected, type Operation } from "../operation.ts";
import type { ReadState } from "../read-handle.ts";
import type { ReadOptions } from "../upstream.ts";
import { createBegunReads } from "./begun-reads.ts";
import { answerFrom, type CallAnswer, nothingSent } from "./call-answer.ts";
import type { CacheEntry } from "./entry.ts";
import { createInFlightRequests, makesWay } from "./in-flight-requests.ts";
import type { Invalidation } from "./invalidation.ts";
import type { ReadRequest } from "./read-request.ts";
import { createRefreshes } from "./refreshes.ts";
import type { Reuse } from "./reuse.ts";
import type { CacheStore } from "./store.ts";

/** Knowledge of a read: what it would be answered with, in the states fresh and stale. */
export interface CachePeek {
  readonly state: ReadState;
  readonly entry?: CacheEntry;
}

/** All reads of one system: those on their way are shared, and answers are given again while they are fresh. */
export interface Reads {
  /** The place of the last read in the order of reads, for operations that want nothing from before it. */
  readonly sequence: number;
  /**
   * Answers a read: from what is kept, together with an equal one in flight, or by a call of its own. The call ends
   * when the last operation that waits for it has left. Never rejects.
   * @param afterSequence the place behind which a read must have begun, where the operation accepts no age at all.
   */
  read(request: ReadRequest, operation: Operation, afterSequence: number): Promise<CallAnswer>;
  /** Looks for an answer to a read, as it would be answered now. */
  peek(key: string, operation: Operation, afterSequence: number): CachePeek;
  /** Whether a read of this endpoint may be answered, to an operation that begins now, without a call of its own. */
  mayAnswer(endpoint: AnyEndpoint, accepts: CacheControl): boolean;
}

/** Makes the reads of one system: each is looked up, joined to an equal one or started. */
export function createReads(
  clock: Clock,
  invalidation: Invalidation,
  store: CacheStore,
  { shares }: ReadOptions,
): Reads {
  const begunReads = createBegunReads(invalidation, store);
  const inFlightRequests = createInFlightRequests(clock, begunReads, store, shares);
  const refresh = createRefreshes(clock, inFlightRequests);

  const lookUp = (
    key: string,
    { accepts = cacheDefault }: Operation,
    afterSequence: number,
  ): { entry: CacheEntry; reuse: Reuse } | undefined => {
    const entry = store.last(key);
    const reuse = entry && store.reuseOf(entry, accepts, afterSequence);
    return entry && reuse && { entry, reuse };
  };

  const joinOrStart = async (
    request: ReadRequest,
    operation: Operation,
    afterSequence: number,
  ): Promise<CallAnswer> => {
    const { freshness, key } = request;
    const joined = inFlightRequests.join(key, afterSequence);
    const inFlight = joined ?? inFlightRequests.start(request, operation, false);
    const servedFrom = joined ? "coalesced" : "network";
    try {
      const arrived = await inFlightRequests.wait(inFlight, request, operation);
      return "outcome" in arrived
        ? answerFrom(arrived, servedFrom, inFlight.stats)
        : { value: arrived.value, servedFrom, stats: inFlight.stats };
    } catch (error) {
      const old = freshness && isStaleBetter(error) && lookUp(key, operation, afterSequence);
      if (!old || operation.signal.aborted) return { error, servedFrom, stats: inFlight.stats };
      return answerFrom(old.entry, "stale", inFlight.stats);
    }
  };

  return {
    get sequence() {
      return begunReads.sequence;
    },
    peek(key, operation, afterSequence) {
      const found = lookUp(key, operation, afterSequence);
      if (found?.reuse === "fresh") return { state: "fresh", entry: found.entry };
      const inFlight = inFlightRequests.joinable(key, afterSequence);
      if (inFlight && !makesWay(inFlight)) return { state: "inFlight" };
      return found?.reuse === "staleWhileRevalidate"
        ? { state: "stale", entry: found.entry }
        : { state: "none" };
    },
    mayAnswer: (endpoint, accepts) =>
      // An operation that accepts no age joins nothing that is on its way already.
      (accepts.maxAgeMs > 0 && inFlightRequests.includes(endpoint)) || store.holdsUsable(endpoint, accepts),
    read(request, operation, afterSequence) {
      if (operation.signal.aborted)
        return Promise.resolve({ error: clientDisconnected(), servedFrom: "network", stats: nothingSent });
      const found = request.freshness && lookUp(request.key, operation, afterSequence);
      if (found?.reuse === "fresh") return Promise.resolve(answerFrom(found.entry, "fresh"));
      if (found?.reuse === "staleWhileRevalidate") {
        refresh(request, found.entry, operation, afterSequence);
        return Promise.resolve(answerFrom(found.entry, "stale"));
      }
      return joinOrStart(request, operation, afterSequence);
    },
  };
}

/** Failures in place of which an old answer is better than none. */
const failuresBehindStale: ReadonlySet<ErrorCode> = new Set([
  "UPSTREAM_UNAVAILABLE",
  "UPSTREAM_TIMEOUT",
  "UPSTREAM_RATE_LIMITED",
  "RATE_LIMITED",
  "UPSTREAM_INVALID_RESPONSE",
]);

const isStaleBetter = (error: unknown): boolean =>
  error instanceof GatewayError && failuresBehindStale.has(error.code);
