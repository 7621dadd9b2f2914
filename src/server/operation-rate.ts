import { RateLimiterMemory } from "rate-limiter-flexible";
import type { Client } from "../auth/client.ts";
import { GatewayError } from "../errors.ts";

/**
 * Counts an operation of a client; undefined where its operations are not limited.
 * @throws RATE_LIMITED when it is one too many in its second.
 */
export type CountOperation = (client: Client) => Promise<void> | undefined;

/**
 * Limits the operations that each client sends a second.
 * @param perSecond for clients that have no limit of their own; 0 for none.
 */
export function limitOperations(perSecond: number): CountOperation {
  // It forgets a client with its second, so it holds no more of them than there are operations in one.
  const counter = new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: 1 });
  const count = async (name: string, most: number): Promise<void> => {
    const { consumedPoints, msBeforeNext } = await counter.consume(name);
    if (consumedPoints <= most) return;
    throw new GatewayError(
      "RATE_LIMITED",
      `${most} operations a second are let through for one client; nothing of this one was read. Send it again in ${msBeforeNext} ms.`,
      { retryAfterMs: msBeforeNext },
    );
  };
  return ({ limits, name }) => {
    const most = limits.operationsPerSecond ?? perSecond;
    return most === 0 ? undefined : count(name, most);
  };
}
