import type { Clock } from "../rest/clock.ts";

/**
 * Time between readiness turning 503 and the last connection that is taken, so that load balancers turn away. Those that
 * do not look at readiness need all of it; for those that do it ends once they must have seen enough.
 */
export interface DrainDelay {
  /** Notes a request that is no health check. */
  served(): void;
  /** Notes that readiness was answered 503. */
  refused(): void;
  /** Begins the delay; resolves at its end. */
  over(): Promise<void>;
  /**
   * Whether its end is near: clients are to keep their connections now. A connection that arrives just when the last one is
   * taken would be reset, and a client that has one to use opens none.
   */
  isEnding(): boolean;
  /** Length of that end, and time to leave connections open that were kept then. */
  readonly endMs: number;
}

/** Failed checks after which a server is out of use, by default: `failureThreshold` of Kubernetes and `fall` of HAProxy. */
const failedChecks = 3;
/** Least time between two checks that are counted: several checkers, or one that hurries, prove no more than one. */
const checkGapMs = 1_000;
/** Time without a request after the last check, in which those that were on their way arrive. */
const quietMs = 1_000;
/** Enough for a proxy under load to keep as many connections as it uses, and afterwards to use up each of them. */
const longestEndMs = 1_000;

/** Makes the delay, which has not begun. @param longestMs its length where nothing ends it earlier. */
export function createDrainDelay(clock: Clock, longestMs: number): DrainDelay {
  let lastServedAtMs = Number.NEGATIVE_INFINITY;
  let lastCheckAtMs = Number.NEGATIVE_INFINITY;
  let checks = 0;
  let endsAtMs = Number.POSITIVE_INFINITY;
  let end = () => {};
  const endMs = Math.min(longestEndMs, longestMs / 2);

  const endWhenQuiet = (): void => {
    const leftMs = Math.max(lastServedAtMs, lastCheckAtMs) + quietMs - clock.nowMs();
    if (leftMs > 0) clock.after(leftMs, endWhenQuiet);
    else end();
  };
  return {
    served() {
      lastServedAtMs = clock.nowMs();
    },
    refused() {
      const nowMs = clock.nowMs();
      if (nowMs - lastCheckAtMs < checkGapMs) return;
      lastCheckAtMs = nowMs;
      checks += 1;
      if (checks === failedChecks) endWhenQuiet();
    },
    over: () =>
      new Promise((resolve) => {
        endsAtMs = clock.nowMs() + longestMs;
        const cancel = clock.after(longestMs, resolve);
        end = () => {
          cancel();
          resolve();
        };
      }),
    isEnding: () => clock.nowMs() >= endsAtMs - endMs,
    endMs,
  };
}
