import type { BatchedReads } from "../cache/batched-reads.ts";
import type { Reads } from "../cache/reads.ts";
import type { CacheStore } from "../cache/store.ts";
import type { ServedFrom } from "../call-record.ts";
import type { Clock } from "../clock.ts";
import type { AnyEndpoint } from "../endpoint.ts";
import type { Operation } from "../operation.ts";
import type { RequestBuilder } from "../prepared-request.ts";
import type { Send } from "../send.ts";
import type { SharedWrites } from "../shared-writes.ts";
import type { TimeSlices } from "../time-slices.ts";
import type { UpstreamDefinition } from "../upstream.ts";
import type { WriteEffects } from "./write-effects.ts";

/** The parts of one system's engine, which its operations share. */
export interface Engine {
  readonly definition: UpstreamDefinition;
  readonly clock: Clock;
  readonly requests: RequestBuilder;
  readonly writeEffects: WriteEffects;
  /** Absent where no other process is told of writes. */
  readonly sharedWrites: SharedWrites | undefined;
  readonly store: CacheStore;
  readonly reads: Reads;
  readonly send: Send;
  /** Absent where operations share nothing. */
  readonly merged: BatchedReads | undefined;
  readonly isQueued: (endpoint: AnyEndpoint) => boolean;
  /** Milliseconds until the last of so many more calls of an operation could be sent. */
  readonly waitMs: (operation: Operation, calls: number) => number;
  /** The turns in which operations go on. */
  readonly slices: TimeSlices | undefined;
  /** Reads of all operations so far, by how they were answered. */
  readonly readsBy: Record<ServedFrom, number>;
}

/** The count of reads before the first one. */
export const noReads = (): Record<ServedFrom, number> => ({
  network: 0,
  coalesced: 0,
  fresh: 0,
  stale: 0,
  sideLoaded: 0,
});
