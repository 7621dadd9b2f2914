import { GatewayError } from "../errors.ts";
import type { KeyedRead, ParentSlice } from "../lists/keyed-read.ts";
import type { PagedList } from "../lists/paged-list.ts";
import type { ListStatistics } from "../lists/statistics.ts";
import type { Call } from "../rest/call.ts";
import { type GroupFacts, nextStepToGroups, type PlanFacts, type Step } from "./access-planner.ts";
import { readList } from "./read-list.ts";

/** Pages of the children of parents that are wanted, and the list that may show them. */
export interface WantedOfParents {
  /** Those that nothing read so far answers. */
  missing(): readonly ParentSlice[];
  /** How one of them is read by itself. */
  readonly own: KeyedRead<ParentSlice, unknown>;
  /** Knowledge of the list by now. */
  facts(): GroupFacts;
}

/**
 * Pages of a list that may be of any length before a call finds out how long it is. So many are few
 * beside as many parents: whichever way is taken then, it costs no more than twice the best.
 */
const pagesBeforeLook = 8;

/**
 * Reads as much of the list as is the cheapest way to pages of the children of some parents.
 *
 * A list of unknown length costs more calls than it saves where it turns out too long, and more time than an operation
 * has. So its end is looked for when it has been read for a while; where its first pages may do, when time runs short for
 * the other way. For how many parents it was not worth reading is remembered, and it is not tried again for so many.
 */
export async function readForParents<Row>(
  list: PagedList<Row>,
  call: Call,
  { notWorthForParents }: Pick<ListStatistics, "notWorthForParents">,
  { missing, own, facts }: WantedOfParents,
): Promise<void> {
  const { path } = own.endpoint;
  const before = notWorthForParents.get(path) ?? 0;
  let parents = 0;

  const nextStep = async (known: PlanFacts): Promise<Step> => {
    const { callsSpent, callsLeft } = known;
    parents = Math.max(parents, known.missing);
    const group = facts();
    const step = nextStepToGroups(known, group);
    if (callsLeft !== undefined || !group.areTold) return step;
    if (parents <= before) return "points";
    // Should it end in a failure, the next ones do better.
    if (callsSpent > parents / 2) notWorthForParents.set(path, parents);
    if (step === "points" || callsSpent === 0) return step;
    // First pages may do as long as there is time left for reads of each parent in their place.
    const isTooEarly = group.isInOrder ? call.areInTime(known.missing) : callsSpent < pagesBeforeLook;
    if (isTooEarly || !(await isLongerThan(list, parents))) return step;
    notWorthForParents.set(path, parents);
    return "points";
  };

  await readList(list, call, { missing, point: own, nextStep });
  if (missing().length === 0) notWorthForParents.set(path, before);
}

/** Whether a list goes on behind so many pages; one that does not tell counts as long. */
const isLongerThan = (list: Pick<PagedList<unknown>, "hasRowsBeyond">, pages: number): Promise<boolean> =>
  list.hasRowsBeyond(pages).catch((error: unknown) => {
    if (error instanceof GatewayError && error.code === "UPSTREAM_REJECTED") return true;
    throw error;
  });
