import { GatewayError } from "../errors.ts";

/** The operations that are being run. */
export interface InFlight {
  readonly count: number;
  /** Whether no other may begin. */
  readonly isFull: boolean;
  /** @throws OVERLOADED when no other may begin. */
  refuseIfFull(): void;
  /**
   * Runs one.
   * @throws OVERLOADED before it begins, when no other may.
   */
  run<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** The wait that refused clients are told. */
const retryAfterMs = 1_000;

/** Makes an empty count. @param most that are run at once. */
export function createInFlight(most: number): InFlight {
  let count = 0;
  const refuseIfFull = (): void => {
    if (count < most) return;
    const message = `${most} operations are under way, as many as are run at once; nothing of this one was read. Send it again in ${retryAfterMs / 1_000} s.`;
    throw new GatewayError("OVERLOADED", message, { retryAfterMs });
  };
  return {
    get count() {
      return count;
    },
    get isFull() {
      return count >= most;
    },
    refuseIfFull,
    async run(work) {
      refuseIfFull();
      count += 1;
      try {
        return await work();
      } finally {
        count -= 1;
      }
    },
  };
}
