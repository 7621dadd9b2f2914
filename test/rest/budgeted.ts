import type { Limit, Permit, RateLimiter } from "../../src/rest/limit.ts";
import { createRateLimiter } from "../../src/rest/limits/rate-limiter.ts";
import { slidingWindow } from "../../src/rest/limits/windows.ts";
import type { Priority } from "../../src/rest/operation.ts";
import { type TestClock, testClock } from "../support/clock.ts";
import { type Outcome, outcomeOf } from "./engine.ts";

/** How a call is wanted. */
export interface Wish {
  /** @default 10_000 */
  readonly deadlineAtMs?: number;
  /** Whether it is answered as soon as it is granted; the test settles it otherwise. @default true */
  readonly answered?: boolean;
  readonly priority?: Priority;
  readonly origin?: object;
}

/** A call that is wanted, and whose client can leave. */
export interface WantedCall {
  readonly outcome: Outcome;
  readonly signal: AbortSignal;
  leave(): void;
}

/** A budget at time 0 whose calls a test wants and answers. */
export interface Budgeted {
  readonly clock: TestClock;
  readonly budget: RateLimiter;
  readonly granted: readonly { readonly name: string; readonly atMs: number; readonly permit: Permit }[];
  /** Calls granted so far: `a at 0`. */
  order(): string[];
  want(name: string, wish?: Wish): WantedCall;
  /** Wants many calls, `r0`, `r1` and so on; one origin each unless told otherwise. */
  wantMany(count: number, name: string, wish?: Wish): WantedCall[];
}

/** The made-up system of these tests, as messages name it. */
export const upstream = { name: "things", title: "Things", limitText: "" };

/** A call each second, to the millisecond. */
export const oneASecond = (): Limit[] => [slidingWindow({ calls: 1, windowMs: 998 })];

/** As many calls each second, to the millisecond. */
export const aSecond = (calls: number): Limit[] => [slidingWindow({ calls, windowMs: 998 })];

/** Makes a budget over limits. */
export function budgeted(limits: readonly Limit[]): Budgeted {
  const clock = testClock(0);
  const budget = createRateLimiter(upstream, limits, clock);
  const granted: { readonly name: string; readonly atMs: number; readonly permit: Permit }[] = [];
  const want: Budgeted["want"] = (name, { deadlineAtMs = 10_000, answered = true, ...whose } = {}) => {
    const controller = new AbortController();
    const { signal } = controller;
    const noted = budget.acquire({ signal, deadlineAtMs, ...whose }, `GET /${name}`).then((permit) => {
      granted.push({ name, atMs: clock.nowMs(), permit });
      if (answered) permit.settle();
    });
    return { outcome: outcomeOf(noted), signal, leave: () => controller.abort() };
  };
  return {
    clock,
    budget,
    granted,
    order: () => granted.map(({ name, atMs }) => `${name} at ${atMs}`),
    want,
    wantMany: (count, name, wish) =>
      Array.from({ length: count }, (_, place) => want(`${name}${place}`, wish)),
  };
}
