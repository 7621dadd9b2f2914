import type { FastifyInstance, FastifyRequest } from "fastify";
import { GatewayError } from "../errors.ts";
import type { Clock } from "../rest/clock.ts";

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

/** Time for which a connection is not read after an operation on it was refused. */
export const restMs = 100;

/**
 * Refuses operations before anything of them is read, while as many are run as may be. The next request on the same
 * connection is read a moment later: clients that send again at once, hundreds of them, would leave no time for others.
 * @param isOperation tells requests for operations from others, which are never refused.
 */
export function shedOperations(
  app: FastifyInstance,
  inFlight: Pick<InFlight, "isFull" | "refuseIfFull">,
  {
    clock,
    isOperation,
  }: { readonly clock: Clock; readonly isOperation: (request: FastifyRequest) => boolean },
): void {
  app.addHook("onRequest", async (request, reply) => {
    if (!inFlight.isFull || !isOperation(request)) return;
    const { socket } = request.raw;
    reply.raw.once("finish", () => {
      // Behind the answer Node turns to the next request on its own first.
      setImmediate(() => void socket.pause());
      clock.after(restMs, () => void socket.resume());
    });
    inFlight.refuseIfFull();
  });
}

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
