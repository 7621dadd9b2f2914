import { neverCancelled } from "../cancellation.ts";
import type { Clock } from "../clock.ts";
import type { Operation } from "../operation.ts";
import type { CacheEntry } from "./entry.ts";
import type { InFlightRequests } from "./in-flight-requests.ts";
import type { ReadRequest } from "./read-request.ts";

/** Replaces a stale answer in the background, unless that is under way, or has just failed. */
export type Refresh = (
  request: ReadRequest,
  entry: CacheEntry,
  operation: Operation,
  afterSequence: number,
) => void;

/** Time for a call in the background that replaces what is no longer fresh. */
const refreshTimeMs = 10_000;
/** Time between two such calls when the first has failed. */
const holdMs = 2_000;

/** Makes the refreshes of one system. */
export function createRefreshes(clock: Clock, inFlightRequests: InFlightRequests): Refresh {
  /** An entry that could not be replaced is not tried again at every read. */
  const heldUntilMs = new WeakMap<CacheEntry, number>();
  return (request, entry, { payers }, afterSequence) => {
    if (inFlightRequests.joinable(request.key, afterSequence)) return;
    if (clock.nowMs() < (heldUntilMs.get(entry) ?? 0)) return;
    const operation: Operation = {
      signal: neverCancelled,
      deadlineAtMs: clock.nowMs() + refreshTimeMs,
      priority: "background",
      ...(payers && { payers }),
    };
    const refreshing = inFlightRequests.start(request, operation, true);
    // The next read after this entry is too old reports the failure.
    inFlightRequests.wait(refreshing, request, operation).catch(() => {
      heldUntilMs.set(entry, clock.nowMs() + holdMs);
    });
  };
}
