import type { Clock } from "../../rest/clock.ts";
import type { LimitQueues } from "../../rest/held-limits.ts";
import type { Slowdown } from "../../rest/share.ts";
import type { SharedStore } from "../shared-store.ts";
import { type MoveFacts, moveUnits } from "./move-units.ts";
import { createReportTimer } from "./report-timer.ts";
import type { UnitHolder } from "./unit-holder.ts";
import type { Need } from "./unit-report.ts";

/** The keeper of the units of one limit: it tells the other replicas what is held, and the holder what they answer. */
export interface UnitKeeper {
  /** Calls wait, or one was refused. */
  reportSoon(): void;
  /** Reports again and again from now on, for the calls that pass a budget. */
  follow(queues: LimitQueues): void;
  /** Gives back all units but those that the upstream still remembers, and reports no more. */
  leave(): Promise<void>;
}

/**
 * Makes a keeper.
 * @param used gives the units that calls in flight, and those not forgotten yet, are within.
 */
export function createUnitKeeper(
  {
    facts,
    holder,
    used,
  }: {
    readonly facts: MoveFacts;
    readonly holder: UnitHolder;
    readonly used: () => number;
  },
  { clock, store }: { readonly clock: Clock; readonly store: SharedStore },
): UnitKeeper {
  let queues: LimitQueues | undefined;
  let hasLeft = false;
  let lookedAt = 0;

  // A call that waits for the share of a client waits for half of a unit more.
  const need = (): Need => ({
    used: used(),
    waiting: queues ? queues.budget.waiting + 2 * queues.shares.waiting : 0,
  });

  /** Has calls sent that wait, once more units are held than there were. */
  const look = (): void => {
    const usable = holder.usable(clock.nowMs());
    const hasGrown = usable > lookedAt;
    lookedAt = usable;
    if (!hasGrown) return;
    queues?.budget.look();
    queues?.shares.look();
  };

  const slowDown = (slowdown: Slowdown): void => {
    if (slowdown.pace < 1) queues?.budget.slowDown(slowdown);
  };

  const report = async (): Promise<void> => {
    if (store.isConnected) {
      const sent = holder.report(clock.nowMs(), need());
      // It is said again with the next beat, if it is not answered now.
      const answer = await moveUnits(store, facts, sent, queues?.budget.slowdown).catch(() => undefined);
      if (hasLeft) return;
      // Looked at before the rate changes: so far calls were forgotten at the old one.
      const needed = need();
      if (answer && holder.answered(clock.nowMs(), sent.number, answer, needed)) timer.soon();
      if (answer) slowDown(answer);
    }
    look();
  };
  const timer = createReportTimer(clock, report);

  const hear = (message: string): void => {
    const [what, by] = message.split(" ");
    if (by === facts.replica || hasLeft) return;
    const isNews =
      what === "slow" ||
      (what === "want" && holder.isAsked(clock.nowMs(), need())) ||
      (what === "free" && need().waiting > 0);
    if (isNews) timer.soon();
  };

  return {
    reportSoon() {
      const nowMs = clock.nowMs();
      // What nothing can come of is early enough with the next beat.
      if (holder.reachable(nowMs) > holder.usable(nowMs) || queues?.budget.slowdown) timer.soon();
    },
    follow(followed) {
      queues = followed;
      store.onConnect(timer.soon);
      store.subscribe(facts.channel, hear);
      timer.start();
    },
    async leave() {
      hasLeft = true;
      timer.stop();
      if (!store.isConnected) return;
      const last = holder.leave(clock.nowMs(), need());
      await moveUnits(store, { ...facts, leaves: true }, last).catch(() => {});
    },
  };
}
