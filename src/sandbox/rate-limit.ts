import type { EmulatedRequest } from "./emulator.ts";

/**
 * Judges whether a call is within a limit. A call is counted only once every limit of the system allows it: what is
 * refused costs nothing, what answers an error costs as much as a success.
 */
export interface RateLimit {
  /** Whether one more call of this credential fits. */
  allows(credential: string, request: EmulatedRequest, nowMs: number): boolean;
  /** Counts a call that is allowed. */
  count(credential: string, request: EmulatedRequest, nowMs: number): void;
}

/** At most `calls` in any window of `windowMs`, exactly: wherever the window is laid. */
export function slidingWindow(limit: {
  readonly calls: number;
  readonly windowMs: number;
  /** Which requests it is about. @default all */
  readonly appliesTo?: (request: EmulatedRequest) => boolean;
}): RateLimit {
  const { calls, windowMs, appliesTo = () => true } = limit;
  const timesByCredential = new Map<string, number[]>();
  const recent = (credential: string, nowMs: number): number[] => {
    const times = (timesByCredential.get(credential) ?? []).filter((atMs) => atMs > nowMs - windowMs);
    timesByCredential.set(credential, times);
    return times;
  };
  return {
    allows: (credential, request, nowMs) => !appliesTo(request) || recent(credential, nowMs).length < calls,
    count: (credential, request, nowMs) => {
      if (appliesTo(request)) recent(credential, nowMs).push(nowMs);
    },
  };
}

/** A bucket of `capacity` calls that starts full and is refilled evenly. */
export function tokenBucket(limit: { readonly capacity: number; readonly perSecond: number }): RateLimit {
  const { capacity, perSecond } = limit;
  // Thousandths of a call, so that whole milliseconds never round.
  const full = capacity * 1000;
  const buckets = new Map<string, { level: number; atMs: number }>();
  const refilled = (credential: string, nowMs: number) => {
    const bucket = buckets.get(credential) ?? { level: full, atMs: nowMs };
    const elapsedMs = Math.max(0, nowMs - bucket.atMs);
    bucket.level = Math.min(full, bucket.level + elapsedMs * perSecond);
    bucket.atMs = Math.max(bucket.atMs, nowMs);
    buckets.set(credential, bucket);
    return bucket;
  };
  return {
    allows: (credential, _request, nowMs) => refilled(credential, nowMs).level >= 1000,
    count: (credential, _request, nowMs) => {
      refilled(credential, nowMs).level -= 1000;
    },
  };
}
