/** What a plan is made from: all that is known before the next call. */
export interface PlanFacts {
  /** Keys that nothing read so far has shown. */
  readonly missing: number;
  /** Pages read for this batch so far. */
  readonly pagesSpent: number;
  /** Pages of the whole list not yet read; undefined while its size is unknown. */
  readonly pagesLeft: number | undefined;
}

/** The next step towards the missing keys. */
export type Step = "points" | "nextPage" | "allPages";

/**
 * The access path that costs the fewest calls.
 *
 * With a known size that is the smaller of keys and pages; on a tie point reads, since only they prove absence. With an
 * unknown one, pages are read while fewer have been spent than keys are missing: as in renting or buying skis, no more
 * than twice what the best plan would have cost in hindsight.
 */
export function nextStep({ missing, pagesSpent, pagesLeft }: PlanFacts): Step {
  if (pagesLeft !== undefined) return pagesLeft > 0 && pagesLeft < missing ? "allPages" : "points";
  return missing > 1 && pagesSpent < missing ? "nextPage" : "points";
}
