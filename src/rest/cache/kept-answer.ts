import type { KeptAnswer } from "../call-record.ts";
import type { CachedResponse, CacheEntry, Outcome } from "./entry.ts";

/**
 * A cached answer as operations remember it: without a hold on its value.
 * @param freshUnder gives the entry that a key is answered with now, if it is fresh.
 */
export function keptAnswer(
  { key, outcome, source }: CachedResponse,
  freshUnder: (key: string) => CacheEntry | undefined,
): KeptAnswer {
  const answered = recogniserOf(outcome);
  return {
    source,
    answered,
    isCurrent() {
      const last = freshUnder(key);
      return last !== undefined && "value" in last.outcome && answered(last.outcome.value);
    },
  };
}

/** A body that did not change was not parsed again, so its value is the same. */
function recogniserOf(outcome: Outcome): KeptAnswer["answered"] {
  if ("absence" in outcome) return isNothing;
  const { value } = outcome;
  return typeof value === "object" && value !== null ? sameObject(value) : sameScalar(value);
}

const isNothing = (value: unknown): boolean => value === undefined;

const sameScalar =
  (value: unknown): KeptAnswer["answered"] =>
  (other) =>
    other === value;

/** Apart from the one of scalars: functions that are made in one scope hold all that any of them needs. */
function sameObject(value: object): KeptAnswer["answered"] {
  const reference = new WeakRef(value);
  return (other) => other !== undefined && other === reference.deref();
}
