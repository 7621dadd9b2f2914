import type { Limit } from "../limit.ts";
import type { Priority } from "../operation.ts";

/** Part of every limit, and of the queue, that a class leaves to those before it. */
const reservedShare: Readonly<Record<Priority, number>> = { write: 0, interactive: 0.1, background: 0.5 };

/** Calls of a limit that a class leaves unused; never all of them. */
export function reservedFor({ capacity }: Pick<Limit, "capacity">, priority: Priority): number {
  const share = reservedShare[priority];
  return share === 0 ? 0 : Math.max(0, Math.min(capacity - 1, Math.max(1, Math.floor(capacity * share))));
}

/** More than the deadline of an operation lets through at any of the documented rates. */
export const longestQueue = 1_000;

/** Calls that may wait before one of a class is refused. */
export const longestQueueFor = (priority: Priority): number => longestQueue * (1 - reservedShare[priority]);
