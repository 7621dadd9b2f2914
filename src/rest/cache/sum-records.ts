import type { KeptAnswer } from "../call-record.ts";
import type { CallStats } from "../call-stats.ts";
import type { CallAnswer } from "./call-answer.ts";
import type { CacheEntry } from "./entry.ts";

/** How a call was answered, as far as it is told of. */
export interface Answered extends Pick<CallAnswer, "servedFrom"> {
  readonly stats: Pick<CallStats, "attempts" | "budgetWaitMs">;
  readonly entry?: Pick<CacheEntry, "arrivedAtMs" | "kept">;
  readonly error?: unknown;
}

/**
 * Sums up the answers of many keys, those that were answered alike in one.
 * @param origin the operation they were read for: a call begun for another one is not counted.
 */
export function sumRecords(answers: readonly CallAnswer[], origin: object): Answered[] {
  const groups = new Map<string, CallAnswer[]>();
  for (const answer of answers) {
    const group = groups.get(answer.servedFrom);
    if (group) group.push(answer);
    else groups.set(answer.servedFrom, [answer]);
  }
  return [...groups.values()].map((group) => sumAlike(group, origin));
}

function sumAlike(answers: readonly CallAnswer[], origin: object): Answered {
  const calls = new Set(answers.map(({ stats }) => stats).filter((stats) => stats.begunFor === origin));
  const attempts = [...calls].reduce((sum, stats) => sum + stats.attempts, 0);
  const budgetWaitMs = Math.max(...answers.map(({ stats }) => stats.budgetWaitMs));
  const failed = answers.find((answer) => "error" in answer);
  const [first] = answers;
  const servedFrom = first?.servedFrom ?? "network";
  return {
    // Keys that went out with those of another operation were its call.
    servedFrom: servedFrom === "network" && attempts === 0 && !failed ? "coalesced" : servedFrom,
    stats: { attempts, budgetWaitMs },
    ...entryOf(answers),
    ...(failed && "error" in failed && { error: failed.error }),
  };
}

/** The cached answers that all of them became; none when one of them is not cached. */
function entryOf(answers: readonly CallAnswer[]): Pick<Answered, "entry"> {
  const entries = answers.flatMap(({ entry }) => entry ?? []);
  if (entries.length < answers.length) return {};
  return {
    entry: {
      arrivedAtMs: Math.min(...entries.map(({ arrivedAtMs }) => arrivedAtMs)),
      kept: allOf(entries.map(({ kept }) => kept)),
    },
  };
}

/** Several answers as one, which no single read gives again. */
const allOf = (answers: readonly KeptAnswer[]): KeptAnswer => ({
  isCurrent: () => answers.every((answer) => answer.isCurrent()),
  answered: () => false,
  source: undefined,
});
