import type { Clock } from "../../rest/clock.ts";

/** Says when a report is sent: on a beat, and soon when there is a reason; one at a time. */
export interface ReportTimer {
  /** Begins to report on a beat. */
  start(): void;
  soon(): void;
  stop(): void;
}

/** Between two reports: at most, and at least. */
const beatMs = 200;
const leastGapMs = 10;

/** @param report sends one; it must not reject. */
export function createReportTimer(clock: Clock, report: () => Promise<void>): ReportTimer {
  let isUnderWay = false;
  let isWanted = false;
  let isStopped = false;
  let sentAtMs = Number.NEGATIVE_INFINITY;
  let cancelSoon: (() => void) | undefined;
  let cancelBeat = () => {};

  const send = async (): Promise<void> => {
    cancelSoon?.();
    cancelSoon = undefined;
    isWanted = false;
    isUnderWay = true;
    sentAtMs = clock.nowMs();
    await report();
    isUnderWay = false;
    if (isWanted) soon();
  };
  const soon = (): void => {
    isWanted = true;
    if (isUnderWay || cancelSoon || isStopped) return;
    // Even a report that fails at once has its distance from the next one.
    cancelSoon = clock.after(Math.max(0, sentAtMs + leastGapMs - clock.nowMs()), send);
  };
  const beat = (): void => {
    cancelBeat = clock.after(beatMs, beat);
    if (!isUnderWay) send();
  };
  return {
    start: beat,
    soon,
    stop() {
      isStopped = true;
      cancelBeat();
      cancelSoon?.();
    },
  };
}
