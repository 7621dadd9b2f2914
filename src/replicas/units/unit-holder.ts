import type { Need, Report, ReportAnswer } from "./unit-report.ts";

/** The limits that are held in units, and who else holds them. */
export interface HolderFacts {
  /** Units of the whole limit. */
  readonly units: number;
  /** Replicas that run at most, which is promised. */
  readonly expected: number;
  /** Time after which a replica that is not answered is missing. */
  readonly missingMs: number;
  /** Time after which the upstream has forgotten every call of a replica that was missing. */
  readonly reclaimMs: number;
}

/** The units of one limit that one replica holds. */
export interface UnitHolder {
  /** Units that calls may be sent within. */
  usable(nowMs: number): number;
  /** Units at whose rate calls are forgotten: those on their way back included. */
  held(nowMs: number): number;
  /** Units that could be had soon. */
  reachable(nowMs: number): number;
  /** Replicas that were heard of, this one included; 0 while none is known. */
  readonly live: number;
  /** Whether a report has been answered within the last second. */
  isShared(nowMs: number): boolean;
  /** Gives back what is not needed, from this moment on, and makes the report that says so. */
  report(nowMs: number, need: Need): Report;
  /** The report that this replica leaves with: it sends nothing any more. */
  leave(nowMs: number, need: Need): Report;
  /** Takes the answer to a report, unless another one has been sent since. @returns whether another should follow at once. */
  answered(nowMs: number, number: number, answer: ReportAnswer, need: Need): boolean;
  /** Others want units. @returns whether a report would give some back. */
  isAsked(nowMs: number, need: Need): boolean;
}

/** A replica whose own timers were later than this may have been declared missing, whatever its clock says. */
const frozenMs = 2_500;
const sharedMs = 1_000;
/** Units beyond the equal part go back after so much time without calls that wait. */
const restMs = 1_000;
/** The units that a replica without calls that wait keeps while others wait, for each that it uses. */
const spareRatio = 1.25;

/** The knowledge that a replica has of its units. */
interface Holding {
  /** Number of the last report. */
  number: number;
  epoch: string;
  /** Units within which calls are sent. */
  usable: number;
  /** Units that the others count as this replica's: never fewer than it uses. */
  held: number;
  /** As the last answer said. */
  most: number;
  reach: number;
  part: number;
  live: number;
  othersWait: boolean;
  /** Whether any report has been answered since the replica began, or stood still. */
  isAnswered: boolean;
  /** When the last report was sent, and the last one that was answered. */
  sentAtMs: number;
  contactMs: number;
  /** When the replica last looked at its clock. */
  seenAtMs: number;
  /** When calls last waited. */
  waitedAtMs: number;
  /** From when on it counts among those that the others wait for after the store was emptied. */
  countsFromMs: number;
}

/**
 * Makes the units of a replica that holds none so far.
 *
 * While reports are answered, it holds what the answers say. Others take from a replica that has been silent for
 * `missingMs`, so from then on it uses no more than its equal part, which is left to it. Once all others must have come
 * down to theirs as well, it uses its equal part whatever it held before.
 */
export function createUnitHolder(facts: HolderFacts, startMs: number): UnitHolder {
  const { expected, missingMs, units } = facts;
  const part = Math.floor(units / expected);
  const at = { sentAtMs: startMs, contactMs: startMs, seenAtMs: startMs, waitedAtMs: startMs };
  const counts = { countsFromMs: Number.POSITIVE_INFINITY };
  const held = { number: 0, epoch: "", usable: 0, held: 0, live: 0, othersWait: false, isAnswered: false };
  const it: Holding = { ...held, ...at, ...counts, most: units, reach: part, part };
  const usable = (nowMs: number) => usableAt(it, nowMs, facts);
  return {
    usable,
    held: (nowMs) =>
      Math.max(usable(nowMs), nowMs - it.contactMs < missingMs ? it.held : Math.min(it.held, it.part)),
    reachable: (nowMs) =>
      nowMs - it.contactMs < sharedMs ? Math.max(usable(nowMs), it.reach) : usable(nowMs),
    get live() {
      return it.live;
    },
    isShared: (nowMs) => it.isAnswered && nowMs - it.contactMs < sharedMs,
    report(nowMs, need) {
      const kept = keptOf(it, nowMs, need, usable(nowMs));
      if (need.waiting > 0) it.waitedAtMs = nowMs;
      return reportOf(it, nowMs, need, kept, facts);
    },
    leave: (nowMs, { used }) => reportOf(it, nowMs, { used, waiting: 0 }, 0, facts),
    answered(nowMs, number, answer, need) {
      distrustAfterFreeze(it, nowMs);
      if (number !== it.number || answer.held < 0) return false;
      countAmongAll(it, nowMs, startMs, facts);
      const epoch = nowMs >= it.countsFromMs ? answer.epoch : it.epoch;
      const isNewEpoch = epoch !== it.epoch;
      const { held, live, most, part, reach } = answer;
      Object.assign(it, { epoch, held, live, most, part, reach, isAnswered: true, contactMs: it.sentAtMs });
      it.usable = Math.min(held, most);
      it.othersWait = answer.waiting > 0;
      return isNewEpoch || Math.max(keptOf(it, nowMs, need, usable(nowMs)), need.used) < held;
    },
    isAsked(nowMs, need) {
      it.othersWait = true;
      return keptOf(it, nowMs, need, usable(nowMs)) < usable(nowMs);
    },
  };
}

/**
 * A replica that began while the store was away may stand for one whose calls the upstream has not forgotten, and that the
 * store knows nothing of.
 */
function countAmongAll(it: Holding, nowMs: number, startMs: number, { reclaimMs }: HolderFacts): void {
  if (it.countsFromMs !== Number.POSITIVE_INFINITY) return;
  it.countsFromMs = nowMs - startMs < sharedMs ? startMs : startMs + reclaimMs;
}

/** A replica that stood still holds nothing, until it is told otherwise; an answer from before counts no more. */
function distrustAfterFreeze(it: Holding, nowMs: number): void {
  const isFrozen = nowMs - it.seenAtMs > frozenMs;
  it.seenAtMs = nowMs;
  if (!isFrozen) return;
  it.number += 1;
  Object.assign(it, { usable: 0, held: 0, isAnswered: false, contactMs: nowMs });
}

/**
 * Time without an answer after which all others are at their equal part: another replica learns of this one's silence up to
 * `missingMs` after it, and may itself be silent for as long before it comes down. A third is slack.
 */
const aloneMs = ({ missingMs, reclaimMs }: HolderFacts): number => 3 * missingMs + reclaimMs;

function usableAt(it: Holding, nowMs: number, facts: HolderFacts): number {
  distrustAfterFreeze(it, nowMs);
  const silentMs = nowMs - it.contactMs;
  if (silentMs < facts.missingMs) return it.usable;
  return silentMs < aloneMs(facts) ? Math.min(it.usable, it.part) : it.part;
}

/** The units that are not given back. @param usable at the moment. */
function keptOf(it: Holding, nowMs: number, { used, waiting }: Need, usable: number): number {
  if (waiting > 0) return Math.min(usable, it.most);
  // Some more than is used, so that calls go on without a wait; one unit is never given away.
  if (it.othersWait) return Math.min(usable, Math.max(1, Math.ceil(used * spareRatio)));
  return nowMs - it.waitedAtMs > restMs ? Math.min(usable, Math.max(it.part, used)) : usable;
}

function reportOf(
  it: Holding,
  nowMs: number,
  { used, waiting }: Need,
  kept: number,
  facts: HolderFacts,
): Report {
  const held = Math.max(kept, used);
  it.usable = kept;
  it.held = nowMs - it.contactMs < aloneMs(facts) ? Math.min(it.held, held) : held;
  it.number += 1;
  it.sentAtMs = nowMs;
  const wanted = waiting > 0 ? waiting : it.part - kept;
  return {
    number: it.number,
    held,
    wanted: Math.max(0, Math.min(wanted, facts.units - kept)),
    waits: waiting > 0,
    epoch: it.epoch,
    sinceAnsweredMs: it.isAnswered ? nowMs - it.contactMs : -1,
  };
}
