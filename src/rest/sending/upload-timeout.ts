import type { Clock } from "../clock.ts";
import type { AttemptTime } from "./timeout.ts";

/** Longest time in which the upstream takes nothing of a body, also because there is nothing to take. */
export const uploadIdleMs = 15_000;
/** Least pace of a body, from its start or from the end of the time that it has to get going. */
export const leastUploadBytesPerSecond = 64 * 1024;
/** Time in which a body may get going. */
export const uploadStartMs = 10_000;
/** Time from the last byte of a body to the last byte of the answer. */
export const uploadAnswerMs = 10_000;

/** The time of an attempt whose body is sent while it comes: any time, as long as it moves. */
export interface UploadTime extends AttemptTime {
  /** Notes that the upstream has taken so many more bytes. */
  took(bytes: number): void;
  /** Notes that it has taken the last of them, so that only the answer is waited for. */
  tookAll(): void;
}

/** Starts the time of one attempt. */
export function startUploadTime(clock: Clock): UploadTime {
  const startedAtMs = clock.nowMs();
  let takenAtMs = startedAtMs;
  let takenBytes = 0;
  let wasAllTaken = false;
  let look = () => {};
  return {
    took(bytes) {
      takenAtMs = clock.nowMs();
      takenBytes += bytes;
    },
    tookAll() {
      wasAllTaken = true;
      look();
    },
    leftMs() {
      const nowMs = clock.nowMs();
      if (wasAllTaken) return takenAtMs + uploadAnswerMs - nowMs;
      const dueAtMs = startedAtMs + uploadStartMs + (takenBytes * 1_000) / leastUploadBytesPerSecond;
      return Math.min(takenAtMs + uploadIdleMs, dueAtMs) - nowMs;
    },
    onShorter(run) {
      look = run;
    },
  };
}
