/** How much of an execution is done. */
export interface Progress {
  /** Objects and items that were completed so far. */
  objects: number;
}

/** The time that executions take of one turn of the event loop, in which nothing else gets on. */
export interface Pace {
  /** Whether it is used up, so that an execution that is long goes on in the next turn; counts one object of it. */
  isOver(progress: Progress): boolean;
  /** Waits for the next turn. */
  nextTurn(): Promise<void>;
  /** Does something in this turn, or in the next one that has time for it. */
  inTurn<Value>(progress: Progress, work: () => Value | Promise<Value>): Value | Promise<Value>;
}

/** Milliseconds of a turn. What is begun may take as long again: a list of one object is never divided. */
const sliceMs = 15;
/**
 * Objects of an execution that are never divided: in another turn, their loaders would ask for their keys apart from those
 * of the others, in more calls.
 */
const undividedObjects = 1_000;
/** Objects between two looks at the clock: a look costs as much as some of them. */
const objectsPerLook = 32;

/**
 * Makes the pace of all executions of a process.
 * @param nowMs reads a clock, in milliseconds.
 * @param afterTurn calls back once sockets and timers had their turn. @default setImmediate
 */
export function createPace(
  nowMs: () => number,
  afterTurn: (goOn: () => void) => void = (goOn) => void setImmediate(goOn),
): Pace {
  let objects = 0;
  /** Undefined until the clock was looked at in this turn. */
  let endsAtMs: number | undefined;
  let isUsedUp = false;
  let turn: Promise<void> | undefined;

  const beginTurn = (): void => {
    endsAtMs = undefined;
    isUsedUp = false;
    turn = undefined;
    objects = 0;
  };

  const isOver = (progress: Progress): boolean => {
    objects += 1;
    progress.objects += 1;
    if (progress.objects <= undividedObjects) return false;
    if (isUsedUp || objects % objectsPerLook !== 0) return isUsedUp;
    const now = nowMs();
    if (endsAtMs === undefined) {
      endsAtMs = now + sliceMs;
      afterTurn(beginTurn);
    }
    isUsedUp = now >= endsAtMs;
    return isUsedUp;
  };

  const nextTurn = (): Promise<void> => {
    turn ??= new Promise<void>((resolve) => afterTurn(resolve));
    return turn;
  };

  const later = async <Value>(progress: Progress, work: () => Value | Promise<Value>): Promise<Value> => {
    // All that wait go on in the order in which they came, as far as there is time.
    do await nextTurn();
    while (isOver(progress));
    return work();
  };

  return {
    isOver,
    nextTurn,
    inTurn: (progress, work) => (isOver(progress) ? later(progress, work) : work()),
  };
}
