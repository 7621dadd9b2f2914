import type { KeyedRead } from "../lists/keyed-read.ts";
import type { PagedList } from "../lists/paged-list.ts";
import type { Call } from "../rest/call.ts";
import { costsNoCall } from "../rest/read-handle.ts";
import { nextStep, type PlanFacts, pagesAtOnce, type Step } from "./access-planner.ts";
import type { PromiseOrValue } from "./promise-or-value.ts";

/** A search for keys in a list. */
export interface Wanted<Key> {
  /** Keys that nothing read so far answers. */
  missing(): readonly Key[];
  /** How one of them is read by itself. */
  readonly point: KeyedRead<Key, unknown>;
  /** @default the fewest calls, where any page may show any key */
  readonly nextStep?: (facts: PlanFacts) => PromiseOrValue<Step>;
}

/** Reads as much of a list as is the cheapest way to the keys that are missing. */
export async function readList<Key>(
  list: Pick<
    PagedList<never>,
    "callsLeft" | "isComplete" | "readAtHand" | "readKnown" | "readNext" | "fullRead"
  >,
  call: Call,
  { missing, point, ...plan }: Wanted<Key>,
): Promise<void> {
  const stepAfter = plan.nextStep ?? nextStep;
  let callsSpent = 0;
  let cached: ReadonlySet<Key> | undefined;
  while (!list.isComplete() && missing().length > 0) {
    await (list.fullRead() ?? list.readAtHand());
    if (list.isComplete() || list.fullRead()) continue;
    const keys = missing();
    // Whether a key costs no call is not asked again: rows that are read meanwhile are read for this batch.
    cached ??= new Set(keys.filter((key) => costsNoCall(point.handle(call, key))));
    const wanted = keys.filter((key) => !cached?.has(key)).length;
    const callsLeft = list.callsLeft(wanted + 1);
    const facts = { missing: wanted, callsSpent, callsLeft, arePointsQueued: call.isQueued(point.endpoint) };
    const step = await stepAfter(facts);
    if (step === "points") return;
    const calls = step === "nextPages" ? pagesAtOnce(facts) : (callsLeft ?? 0);
    callsSpent += calls;
    await (step === "nextPages" ? list.readNext(calls) : list.readKnown());
  }
}
