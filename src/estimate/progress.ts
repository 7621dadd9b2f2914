import { badInput, GatewayError } from "../errors.ts";
import { operationLimits } from "../limits.ts";
import type { Mutable } from "../mutable.ts";
import type { Clock } from "../rest/clock.ts";

/** The part of an answer that an operation has made so far; every field of it asks whether it may go on. */
export interface Progress {
  /** Counts a field that is about to be resolved. @returns why it must not be: time is up. */
  step(): GatewayError | undefined;
  /** Why no more fields are resolved, once a step has found out; undefined while they are. */
  readonly late: GatewayError | undefined;
  /** Why no more objects may be put into the answer; undefined while they may. */
  readonly full: GatewayError | undefined;
  /** Counts objects that are put into the answer. @returns `full`, of which they may be the reason. */
  add(objects: number): GatewayError | undefined;
  /**
   * Leaves a field null that failed, or must not be resolved: with its error at first, later only counted, since an error for each of many thousand fields
   * would take the time that is to be saved.
   * @param mustTell whether the error is thrown in any case.
   * @returns null, where it is not.
   */
  refuse(reason: unknown, mustTell: boolean): null;
  /** Fields that were left null without an error of their own. */
  readonly untold: number;
}

/** Fields between two looks at the clock: a look costs as much as some of them. */
const fieldsPerLook = 64;
/** Time to put together the rows that came at the last moment. */
const graceMs = 50;

/** Begins an operation. @param operation.deadlineAtMs moment of the clock, in milliseconds; read again at every use. */
export function beginProgress(clock: Clock, operation: { readonly deadlineAtMs: number }): Progress {
  let fields = 0;
  let objects = 0;
  let refused = 0;
  let faults = 0;
  const progress: Mutable<Progress> = {
    late: undefined,
    full: undefined,
    untold: 0,
    step() {
      const isLook = fields++ % fieldsPerLook === 0 && !progress.late;
      if (isLook && clock.nowMs() > operation.deadlineAtMs + graceMs) progress.late = timeIsUp();
      return progress.late;
    },
    add(more) {
      objects += more;
      if (objects > operationLimits.objects) progress.full ??= tooManyObjects("holds", objects);
      return progress.full;
    },
    refuse(reason, mustTell) {
      if (mustTell) throw reason;
      // Counted apart: a fault of the gateway must reach its log, however many calls failed before it.
      const count = reason instanceof GatewayError ? ++refused : ++faults;
      if (count <= operationLimits.errors) throw reason;
      progress.untold += 1;
      return null;
    },
  };
  return progress;
}

/** @param how whether they are there already, or only asked for. */
export const tooManyObjects = (how: "holds" | "may hold", objects: number): GatewayError =>
  badInput(
    `The answer ${how} ${objects} objects; it may hold ${operationLimits.objects}. Ask for smaller pages or fewer levels.`,
  );

/** Time is up for the whole operation, whatever it is doing. */
export const timeIsUp = (): GatewayError =>
  new GatewayError(
    "UPSTREAM_TIMEOUT",
    "The operation was not finished within its time; ask for less at once or try again.",
  );
