/** The time that executions take of one turn of the event loop, in which nothing else gets on. */
export interface Pace {
  /** Whether it is used up, so that what is long goes on in the next turn. */
  isOver(): boolean;
  /** Waits for the next turn. */
  nextTurn(): Promise<void>;
  /** Does something in this turn, or in the next one that has time for it. */
  inTurn<Value>(work: () => Value | Promise<Value>): Value | Promise<Value>;
}

/** Milliseconds of a turn. What is begun may take as long again: a list of one object is never divided. */
const sliceMs = 15;
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

  const isOver = (): boolean => {
    objects += 1;
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

  const later = async <Value>(work: () => Value | Promise<Value>): Promise<Value> => {
    // All that wait go on in the order in which they came, as far as there is time.
    do await nextTurn();
    while (isOver());
    return work();
  };

  return { isOver, nextTurn, inTurn: (work) => (isOver() ? later(work) : work()) };
}
