import type { KeyedLock } from "./lock.ts";
import type { LogInTurns } from "./log-in-turns.ts";
import type { SharedWrites } from "./shared-writes.ts";

/** The things of a system that processes have in common which call it with one credential. */
export interface SystemShare {
  readonly writes: SharedWrites;
  /** Its objects that are being changed. */
  readonly lock: KeyedLock;
  readonly logIns: LogInTurns;
}
