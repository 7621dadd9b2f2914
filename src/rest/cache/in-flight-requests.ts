import { newCallStats } from "../call-stats.ts";
import { Cancellation } from "../cancellation.ts";
import type { Clock } from "../clock.ts";
import type { AnyEndpoint } from "../endpoint.ts";
import { type Operation, within } from "../operation.ts";
import { openPayers } from "../payers.ts";
import type { Answer } from "../prepared-request.ts";
import type { BegunReads } from "./begun-reads.ts";
import { type CacheEntry, isAbsence } from "./entry.ts";
import { type InFlightRequest, sharedOperation, type Waiter } from "./in-flight-request.ts";
import type { ReadRequest } from "./read-request.ts";
import type { CacheStore } from "./store.ts";

/** The reads of one system that are on their way. */
export interface InFlightRequests {
  /** @param isRefresh whether no operation waits for it. */
  start(request: ReadRequest, operation: Operation, isRefresh: boolean): InFlightRequest;
  /** One that an operation may join: it began after the last write, and after a place in the order of reads. */
  joinable(key: string, afterSequence: number): InFlightRequest | undefined;
  /** The same for an operation that waits: a refresh that has not been sent is ended in favour of the operation's own read. */
  join(key: string, afterSequence: number): InFlightRequest | undefined;
  /**
   * Waits until it is answered, or the operation ends. The call ends when the last operation that waits for it has left.
   * @param request of the operation that waits.
   */
  wait(
    inFlight: InFlightRequest,
    request: Pick<ReadRequest, "late">,
    operation: Operation,
  ): Promise<CacheEntry | Answer>;
  includes(endpoint: AnyEndpoint): boolean;
}

/**
 * Whether a read makes way for one that an operation waits for, which has priority: a background refresh that has not
 * been sent.
 */
export const makesWay = ({ isRefresh, stats }: InFlightRequest): boolean => isRefresh && stats.attempts === 0;

/** @param shares whether equal reads are one call. */
export function createInFlightRequests(
  clock: Clock,
  reads: BegunReads,
  store: CacheStore,
  shares: boolean,
): InFlightRequests {
  const byKey = new Map<string, InFlightRequest>();

  const remove = (inFlight: InFlightRequest): void => {
    const { key } = inFlight.read.request;
    if (byKey.get(key) === inFlight) byKey.delete(key);
  };

  const joinable: InFlightRequests["joinable"] = (key, afterSequence) => {
    const inFlight = byKey.get(key);
    const isJoinable = inFlight && inFlight.read.sequence > afterSequence && reads.isValid(inFlight.read);
    return isJoinable ? inFlight : undefined;
  };

  return {
    start(request, operation, isRefresh) {
      const read = reads.begin(request);
      const inFlight: InFlightRequest = {
        read,
        stats: newCallStats(),
        isRefresh,
        cancellation: new Cancellation(),
        payers: openPayers(),
        waiters: new Set(),
        promise: Promise.resolve().then(() =>
          send(inFlight, sharedOperation(operation, inFlight), { reads, store }),
        ),
      };
      if (shares) byKey.set(request.key, inFlight);
      const settle = () => {
        remove(inFlight);
        reads.end(read);
      };
      inFlight.promise.then(settle, settle);
      return inFlight;
    },
    joinable,
    join(key, afterSequence) {
      const inFlight = joinable(key, afterSequence);
      if (!inFlight || !makesWay(inFlight)) return inFlight;
      inFlight.cancellation.cancel();
      return undefined;
    },
    async wait(inFlight, { late }, operation) {
      const { cancellation, payers, waiters } = inFlight;
      const waiter: Waiter = { operation };
      waiters.add(waiter);
      payers.include(operation.payers);
      try {
        return await within(operation, clock, inFlight.promise, () => late(inFlight.stats));
      } finally {
        waiters.delete(waiter);
        if (waiters.size === 0) {
          remove(inFlight);
          cancellation.cancel();
        }
      }
    },
    includes(endpoint) {
      for (const { read } of byKey.values()) if (read.request.asked.endpoint === endpoint) return true;
      return false;
    },
  };
}

/** Makes the call of a read, and stores its outcome. */
async function send(
  inFlight: InFlightRequest,
  shared: Operation,
  { reads, store }: { readonly reads: BegunReads; readonly store: CacheStore },
): Promise<CacheEntry | Answer> {
  const { read } = inFlight;
  const { request } = read;
  try {
    const answer = await request.send(shared, inFlight, lastAnswer(request, store));
    return reads.store(read, { value: answer.value }, answer.digest) ?? answer;
  } catch (error) {
    if (isAbsence(error)) {
      const { facts, message } = error;
      reads.store(read, { absence: { message, facts } }, undefined);
    }
    throw error;
  }
}

/** The answer before, which is given again if the body is the same. */
function lastAnswer({ freshness, key }: ReadRequest, store: CacheStore): Answer | undefined {
  const last = freshness && store.last(key);
  return last && "value" in last.outcome ? { value: last.outcome.value, digest: last.digest } : undefined;
}
