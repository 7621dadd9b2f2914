import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Client } from "../auth/client.ts";
import { GatewayError } from "../errors.ts";
import type { Clock } from "../rest/clock.ts";
import { madeAheadOf } from "./ahead/made-ahead.ts";
import type { Connections } from "./newcomers.ts";

/** The operations that are being run. */
export interface InFlight {
  readonly count: number;
  /** Whether no other may begin. */
  readonly isFull: boolean;
  /**
   * @param client that sends it, where clients are told apart. @default it is not known
   * @throws OVERLOADED when no other may begin, RATE_LIMITED when none of this client may.
   */
  refuseIfFull(client?: Client): void;
  /**
   * Runs one.
   * @throws as `refuseIfFull`, before it begins.
   */
  run<Result>(client: Client | undefined, work: () => Promise<Result>): Promise<Result>;
}

/** The wait that refused clients are told. */
const retryAfterMs = 1_000;

/** Time for which a connection is not read after an operation on it was refused. */
export const restMs = 100;

/**
 * Refuses operations before anything of them is read, while as many are run as may be. The next request on the same
 * connection is read a moment later: clients that send again at once, hundreds of them, would leave no time for others.
 * @param options.isOperation tells requests for operations from others, which are never refused.
 */
export function shedOperations(
  app: FastifyInstance,
  inFlight: Pick<InFlight, "isFull" | "refuseIfFull">,
  {
    clock,
    connections,
    isOperation,
  }: {
    readonly clock: Clock;
    readonly connections: Connections;
    readonly isOperation: (request: FastifyRequest) => boolean;
  },
): void {
  app.addHook("onRequest", (request, reply, next) => {
    // One that was run already is not refused.
    if (!inFlight.isFull || !isOperation(request) || madeAheadOf(request.raw)) return next();
    const { socket } = request.raw;
    reply.raw.once("finish", () => {
      // Behind the answer Node turns to the next request on its own first.
      setImmediate(() => void socket.pause());
      clock.after(restMs, () => connections.readAgain(socket));
    });
    inFlight.refuseIfFull();
  });
}

/** Part of the operations at once that one client may have, so that it leaves room for others. */
const clientPart = 0.5;

/** Makes an empty count. @param most that are run at once. @default without end */
export function createInFlight(most = Number.POSITIVE_INFINITY): InFlight {
  const mostOfClient = Math.max(1, Math.floor(most * clientPart));
  const ofClients = new Map<string, number>();
  let count = 0;
  const ofClient = ({ name }: Client): number => ofClients.get(name) ?? 0;
  const add = (client: Client | undefined, change: number): void => {
    count += change;
    if (!client) return;
    const now = ofClient(client) + change;
    if (now > 0) ofClients.set(client.name, now);
    else ofClients.delete(client.name);
  };
  const refuseIfFull = (client?: Client): void => {
    const wait = `nothing of this one was read. Send it again in ${retryAfterMs / 1_000} s.`;
    if (count >= most) {
      const message = `${most} operations are under way, as many as are run at once; ${wait}`;
      throw new GatewayError("OVERLOADED", message, { retryAfterMs });
    }
    if (client && ofClient(client) >= mostOfClient) {
      const message = `${mostOfClient} operations of this client are under way, as many as are run at once for one; ${wait}`;
      throw new GatewayError("RATE_LIMITED", message, { retryAfterMs });
    }
  };
  return {
    get count() {
      return count;
    },
    get isFull() {
      return count >= most;
    },
    refuseIfFull,
    async run(client, work) {
      refuseIfFull(client);
      add(client, 1);
      try {
        return await work();
      } finally {
        add(client, -1);
      }
    },
  };
}
