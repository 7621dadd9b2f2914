import type { Cancellation } from "../cancellation.ts";
import { liveOperation, type Operation } from "../operation.ts";
import type { OpenPayers } from "../payers.ts";
import type { Answer } from "../prepared-request.ts";
import type { BegunRead } from "./begun-reads.ts";
import type { CacheEntry } from "./entry.ts";
import type { Spending } from "./read-request.ts";

/** One place at which an operation waits for a read; it may wait at several. */
export interface Waiter {
  readonly operation: Operation;
}

/** A read on its way, for all operations that wait for it. */
export interface InFlightRequest extends Spending {
  readonly read: BegunRead;
  /** The entry that the answer became, or the answer if it is not stored. */
  readonly promise: Promise<CacheEntry | Answer>;
  /** Ends the call. */
  readonly cancellation: Cancellation;
  /** Whether it replaces an answer that was given already, so that no operation waits for it. */
  readonly isRefresh: boolean;
  /** The clients that began and joined it. */
  readonly payers: OpenPayers;
  readonly waiters: Set<Waiter>;
}

/**
 * The operation that a call is made for which several operations may wait for: it has the time of the one that has the most.
 * @param first the operation that began the call.
 */
export const sharedOperation = (
  first: Operation,
  { cancellation, payers, waiters }: Pick<InFlightRequest, "cancellation" | "payers" | "waiters">,
): Operation => {
  const latestAtMs = (): number => {
    let atMs = first.deadlineAtMs;
    for (const { operation } of waiters) atMs = Math.max(atMs, operation.deadlineAtMs);
    return atMs;
  };
  return liveOperation(
    { signal: () => cancellation, deadlineAtMs: latestAtMs },
    {
      origin: first.origin ?? first,
      ...(first.payers && { payers }),
      ...(first.priority && { priority: first.priority }),
      ...(first.traceparent !== undefined && { traceparent: first.traceparent }),
    },
  );
};
