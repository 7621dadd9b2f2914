import type { Limit, RateLimiter } from "./limit.ts";

/** Units that limits are cut into: how many of them this process holds. */
export interface Units {
  readonly held: number;
  readonly of: number;
}

/** Is told of a rate limiter. */
export interface RateLimiterWatch {
  /** A call has to wait. */
  waits(): void;
  /** A call was answered 429. */
  refused(): void;
}

/** The calls of a limit that wait: for it, and for the shares that clients have of it. */
export interface LimitQueues {
  readonly budget: Pick<RateLimiter, "look" | "slowDown" | "slowdown" | "waiting">;
  readonly shares: Pick<RateLimiter, "look" | "waiting">;
}

/** The limits of a system, or of a lane of it, as far as this process holds them; other processes hold the rest. */
export interface HeldLimits {
  readonly limits: readonly Limit[];
  /** Is told of the budget that is made of the limits, and of the shares of clients in it. */
  readonly watch: RateLimiterWatch;
  readonly units: Units;
  /** Takes the queues whose calls it holds units for. It must be called before a call is made. */
  follow(queues: LimitQueues): void;
}
