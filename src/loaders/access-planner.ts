/** The facts that a plan is made from: all that is known before the next call. */
export interface PlanFacts {
  /** Keys that no read so far has shown and for which no answer is cached. */
  readonly missing: number;
  /** Calls made for pages of this batch so far. */
  readonly callsSpent: number;
  /** Calls that the rest of the list would cost; undefined while its size is unknown. */
  readonly callsLeft: number | undefined;
  /** Whether point reads of this kind wait for the budget. */
  readonly arePointsQueued: boolean;
}

/** The next step towards the missing keys. */
export type Step = "points" | "nextPages" | "restOfList";

/**
 * The access path that costs the fewest calls.
 *
 * With a known size that is the smaller of keys and pages. With an unknown one, pages are read while fewer calls have been
 * spent than keys are missing: as in renting or buying skis, no more than twice what the best plan would have cost in
 * hindsight.
 */
export function nextStep(facts: PlanFacts): Step {
  const { missing, callsSpent, callsLeft, arePointsQueued } = facts;
  // Keys whose own answers are cached need no list.
  if (missing === 0) return "points";
  if (callsLeft === undefined)
    return callsSpent < missing && (missing > 1 || arePointsQueued) ? "nextPages" : "points";
  // What a batch has spent on a list already is no reason to go on with it.
  const yields = arePointsQueued && callsSpent + callsLeft <= missing;
  return isListCheaper(missing, callsLeft, yields) ? "restOfList" : "points";
}

/**
 * Whether a list is the better way to some keys. On a tie point reads are, since only they prove absence.
 * @param pointsYield whether they give way on a tie, as they do where they stand in line for the budget: the list is one
 * read for all who wait.
 */
export const isListCheaper = (keys: number, calls: number, pointsYield: boolean): boolean =>
  calls < keys || (pointsYield && calls === keys);

/**
 * How many of the next pages to read side by side: one at first, later a quarter of those read before. A long list is not
 * waited for page by page, and of the pages that turn out not to have been needed there are few: never more than were
 * read before, so that the promise for unknown sizes holds.
 */
export function pagesAtOnce({ missing, callsSpent, callsLeft = missing - callsSpent }: PlanFacts): number {
  return Math.max(1, Math.min(Math.floor(callsSpent / 4), callsLeft));
}

/** Knowledge of a list whose rows may tell the parents that they belong to. */
export interface GroupFacts {
  /** Whether its rows tell them; undefined while that is not known. */
  readonly areTold: boolean | undefined;
  /** Whether that is worth a page. */
  readonly probes: boolean;
  /** Whether some pages of the list may do for a parent, since it has the order of the parent's own list. */
  readonly isInOrder: boolean;
}

/**
 * The next step towards pages of the children of some parents. The keys are those pages; all of the list shows the
 * children of a parent, and part of it may show the first ones.
 */
export function nextStepToGroups(facts: PlanFacts, { areTold, probes, isInOrder }: GroupFacts): Step {
  if (!(areTold ?? probes)) return "points";
  // One page of a list that may be of any length shows nothing for sure.
  if (facts.callsLeft === undefined && facts.missing < 2) return "points";
  const step = nextStep(facts);
  // What a first page tells, or as many pages as it takes, may be less than the whole list.
  return step === "restOfList" && (isInOrder || areTold === undefined) ? "nextPages" : step;
}
