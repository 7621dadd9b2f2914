/** What a plan is made from: all that is known before the next call. */
export interface PlanFacts {
  /** Keys that nothing read so far has shown and that no kept answer is at hand for. */
  readonly missing: number;
  /** Calls made for pages of this batch so far. */
  readonly callsSpent: number;
  /** Calls that the rest of the list would cost; undefined while its size is unknown. */
  readonly callsLeft: number | undefined;
  /** Whether point reads of this kind wait for the budget. */
  readonly arePointsQueued: boolean;
}

/** The next step towards the missing keys. */
export type Step = "points" | "nextPage" | "restOfList";

/**
 * The access path that costs the fewest calls.
 *
 * With a known size that is the smaller of keys and pages. With an unknown one, pages are read while fewer calls have been
 * spent than keys are missing: as in renting or buying skis, no more than twice what the best plan would have cost in
 * hindsight.
 */
export function nextStep(facts: PlanFacts): Step {
  const { missing, callsSpent, callsLeft, arePointsQueued } = facts;
  if (callsLeft === undefined)
    return callsSpent < missing && (missing > 1 || arePointsQueued) ? "nextPage" : "points";
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
