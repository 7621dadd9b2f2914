import { Cancellation, type CancellationSignal } from "../cancellation.ts";
import type { Clock } from "../clock.ts";
import type { RateLimiterWatch } from "../held-limits.ts";
import type { Allowance, Limit, Permit, RateLimiter } from "../limit.ts";
import { liveOperation, type Operation } from "../operation.ts";
import type { Payer, Payers } from "../payers.ts";
import type { UpstreamDefinition } from "../upstream.ts";
import type { UpstreamName } from "../upstream-name.ts";
import { createRateLimiter } from "./rate-limiter.ts";
import { overShare } from "./refusal.ts";

/** The part of every limit that one client may use at most, unless its own limits say otherwise. */
export const clientPart = 0.5;

/** The shares that clients have of the limits of one system, or of a lane of it. */
export interface ClientShares {
  /** Milliseconds until the last of `calls` more could be charged to the one of the payers that can be charged the soonest. */
  waitMs(payers: Payers | undefined, calls: number): number;
  /**
   * Waits until a call can be charged to one of the payers, those included that join while it waits.
   * @throws RATE_LIMITED when that does not fit the deadline for any of them.
   */
  charge(payers: Payers, operation: Operation, call: string): Promise<Charge>;
  /** Calls that wait for a share at the moment; one of several payers counts for each. */
  readonly waiting: number;
  /** Must be called when the limits let more through for another reason than that time has passed. */
  look(): void;
}

/** Limits, with the shares that clients have of them. */
export interface SharedBudget {
  readonly budget: RateLimiter;
  readonly shares: ClientShares;
}

/** A call that a client was charged. */
export interface Charge {
  readonly payer: Payer;
  readonly permit: Permit;
}

/** The part of the limits of a system that each client may use. */
export function partsOf({
  limits,
  name,
}: Pick<UpstreamDefinition, "limits" | "name">): (payer: Payer) => number {
  const perSecond = Math.min(...limits.map((limit) => limit.perSecond));
  return (payer) => {
    const ownPerSecond = payer.limits.callsPerSecond?.[name];
    return ownPerSecond === undefined ? clientPart : Math.min(1, ownPerSecond / perSecond);
  };
}

/** Idle shares are dropped whenever there are twice as many as were in use the last time, and at least so many. */
const fewShares = 1_000;

/**
 * Makes the shares of clients in some limits, none of which is used.
 * @param partOf the part of each limit that a client may use, above 0 and at most 1; of what this process holds of it.
 * @param watch is told of calls that wait for a share.
 */
export function createClientShares(
  upstream: UpstreamName,
  limits: readonly Limit[],
  partOf: (payer: Payer) => number,
  clock: Clock,
  watch?: RateLimiterWatch | undefined,
): ClientShares {
  const shares = new Map<string, RateLimiter>();
  let mostShares = fewShares;

  /** An idle share is as one that was never used. */
  const dropIdle = (): void => {
    for (const [name, share] of shares) if (share.isIdle) shares.delete(name);
    mostShares = Math.max(fewShares, 2 * shares.size);
  };

  const shareOf = (payer: Payer): RateLimiter => {
    const known = shares.get(payer.name);
    if (known) return known;
    if (shares.size >= mostShares) dropIdle();
    const own = limits.map((limit) => limit.part(partOf(payer)));
    const share = createRateLimiter(upstream, own, clock, { refusal: overShare, watch });
    shares.set(payer.name, share);
    return share;
  };

  return {
    waitMs: (payers, calls) =>
      payers ? Math.min(...payers.all.map((payer) => shareOf(payer).waitMs(calls))) : 0,
    charge(payers, operation, call) {
      const free = payers.all.find((payer) => shareOf(payer).waitMs(1) === 0);
      if (free)
        return shareOf(free)
          .acquire(operation, call)
          .then((permit) => ({ payer: free, permit }));
      return chargeFirst(payers, operation, (payer, waiting) => shareOf(payer).acquire(waiting, call));
    },
    get waiting() {
      let waiting = 0;
      for (const share of shares.values()) waiting += share.waiting;
      return waiting;
    },
    look() {
      for (const share of shares.values()) share.look();
    },
  };
}

/** Asks the shares of all payers, and leaves the others once the first has room. */
function chargeFirst(
  payers: Payers,
  operation: Operation,
  acquire: (payer: Payer, waiting: Operation) => Promise<Permit>,
): Promise<Charge> {
  return new Promise((resolve, reject) => {
    /** The waits in the shares of the payers that were asked. */
    const waits = new Map<Payer, Wait>();
    const leaveAllBut = (chosen?: Payer): void => {
      stopListening();
      for (const [payer, wait] of waits) {
        if (payer === chosen) wait.stay();
        else wait.leave();
      }
      waits.clear();
    };
    const ask = (payer: Payer): void => {
      const wait = waitFor(operation);
      waits.set(payer, wait);
      acquire(payer, wait.operation).then(
        (permit) => {
          // Two shares may have room at the same moment.
          if (!waits.has(payer)) return permit.settle();
          leaveAllBut(payer);
          resolve({ payer, permit });
        },
        (error: unknown) => {
          wait.leave();
          if (!waits.delete(payer) || waits.size > 0) return;
          leaveAllBut();
          reject(error);
        },
      );
    };
    const stopListening = payers.onJoin(ask);
    payers.all.forEach(ask);
  });
}

/** One of several places at which an operation waits. */
interface Wait {
  readonly operation: Operation;
  /** Goes on as the operation itself. */
  stay(): void;
  /** Ends the wait, if it has not ended. */
  leave(): void;
}

function waitFor(operation: Operation): Wait {
  const cancellation = new Cancellation();
  const abort = () => cancellation.cancel();
  const unlink = () => operation.signal.removeEventListener("abort", abort);
  let signal: CancellationSignal = cancellation;
  operation.signal.addEventListener("abort", abort, { once: true });
  return {
    operation: liveOperation(
      { signal: () => signal, deadlineAtMs: () => operation.deadlineAtMs },
      {
        origin: operation.origin ?? operation,
        ...(operation.priority && { priority: operation.priority }),
      },
    ),
    stay() {
      unlink();
      signal = operation.signal;
    },
    leave() {
      unlink();
      abort();
    },
  };
}

/** Limits that a call passes behind the share of its client in them. */
export const behindShares = ({ budget, shares }: SharedBudget, clock: Clock): Allowance => ({
  async acquire(operation, call, queue) {
    const { payers } = operation;
    if (!payers) return budget.acquire(operation, call);
    queue.isInShare = true;
    const { payer, permit: inShare } = await shares.charge(payers, operation, call);
    queue.isInShare = false;
    try {
      const permit = await budget.acquire(operation, call, payer.name);
      const sentAtMs = clock.nowMs();
      return {
        waitedMs: inShare.waitedMs + permit.waitedMs,
        settle(refusal, laterAtMs) {
          // How much the system takes at all is no matter of the client's share.
          inShare.settle(undefined, laterAtMs ?? sentAtMs);
          permit.settle(refusal, laterAtMs);
        },
        withdraw(laterAtMs) {
          inShare.withdraw(laterAtMs ?? sentAtMs);
          permit.withdraw(laterAtMs);
        },
      };
    } catch (error) {
      inShare.settle();
      throw error;
    }
  },
});
