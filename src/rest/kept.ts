import { LRUCache } from "lru-cache";
import type { GatewayError } from "../errors.ts";
import type { KeptAnswer, ReadSource } from "./call-note.ts";
import type { Clock } from "./clock.ts";
import type { Acceptance, Freshness } from "./freshness.ts";
import type { Generations } from "./generations.ts";
import type { ReadOptions } from "./upstream.ts";

/** What a read answered: a value that nobody may change, or that there is no such object. */
export type Outcome = { readonly value: unknown } | { readonly absence: GatewayError };

/** An answer as it came. */
export interface Arrival {
  readonly key: string;
  readonly noun: string | undefined;
  readonly freshness: Freshness;
  readonly outcome: Outcome;
  /** Size of its body. */
  readonly bytes: number;
  /** Tells whether another body is the same; undefined where there is none. */
  readonly digest: string | undefined;
  /** The read's place among all reads of the system, in order of their beginning. */
  readonly mark: number;
  /** The generation in which the read began. */
  readonly generation: number;
  readonly source: ReadSource | undefined;
}

/** A kept answer. */
export interface Entry extends Arrival {
  readonly arrivedAtMs: number;
  /** What is told of it. */
  readonly kept: KeptAnswer;
}

/** What a kept answer is good for: to be given, to be given while it is replaced, or only if the upstream fails. */
export type Use = "fresh" | "refresh" | "fallback";

/** The answers that are kept of one system. */
export interface Kept {
  /** The last answer under a key, however old. */
  last(key: string): Entry | undefined;
  /** @param since the mark behind which a read must have begun. */
  useOf(entry: Entry, accepts: Acceptance, since: number): Use | undefined;
  /** Whether any answer whose key begins so is good to be given. */
  holdsUsable(start: string, accepts: Acceptance): boolean;
  /** The entry whose value this is. */
  entryOf(value: unknown): Entry | undefined;
  keep(arrival: Arrival): Entry;
}

/** That something does not exist is believed for this long. */
const absentMs = 2_000;
/** What an entry takes beside its body. */
const entryBytes = 1_000;

/** Makes the store of one system. If answers are not given again, they still spare the parsing of equal bodies. */
export function createKept(clock: Clock, generations: Generations, { mostBytes, keeps }: ReadOptions): Kept {
  const entries = new LRUCache<string, Entry>({
    maxSize: mostBytes,
    sizeCalculation: ({ bytes }) => bytes + entryBytes,
  });
  const byValue = new WeakMap<object, Entry>();

  const useOf: Kept["useOf"] = (entry, { stale, maxAgeMs }, since) => {
    if (!keeps || !generations.holds(entry.noun, entry.generation)) return undefined;
    const ageMs = clock.nowMs() - entry.arrivedAtMs;
    if (maxAgeMs === 0 ? entry.mark <= since : ageMs > maxAgeMs) return undefined;
    if ("absence" in entry.outcome) return ageMs < absentMs ? "fresh" : undefined;
    const { freshMs, whileRefreshingMs, ifFailingMs } = entry.freshness;
    if (ageMs < freshMs) return "fresh";
    if (!stale) return undefined;
    if (ageMs < whileRefreshingMs) return "refresh";
    return ageMs < ifFailingMs ? "fallback" : undefined;
  };

  const isFresh = (entry: Entry | undefined): entry is Entry =>
    entry !== undefined && useOf(entry, anyFresh, 0) === "fresh";

  const tellOf = ({ key, outcome, source }: Arrival): KeptAnswer => {
    const { answered } = identityOf(outcome);
    return {
      source,
      answered,
      isCurrent() {
        const last = entries.get(key);
        return isFresh(last) && "value" in last.outcome && answered(last.outcome.value);
      },
    };
  };

  return {
    last: (key) => entries.get(key),
    useOf,
    holdsUsable(start, accepts) {
      for (const [key, entry] of entries.entries()) {
        const use = key.startsWith(start) ? useOf(entry, accepts, Number.POSITIVE_INFINITY) : undefined;
        if (use === "fresh" || use === "refresh") return true;
      }
      return false;
    },
    entryOf: (value) => (typeof value === "object" && value !== null ? byValue.get(value) : undefined),
    keep(arrival) {
      const entry: Entry = { ...arrival, arrivedAtMs: clock.nowMs(), kept: tellOf(arrival) };
      entries.set(entry.key, entry);
      if ("value" in entry.outcome) {
        const { value } = entry.outcome;
        if (typeof value === "object" && value !== null) byValue.set(value, entry);
      }
      return entry;
    },
  };
}

const anyFresh: Acceptance = { stale: false, maxAgeMs: Number.POSITIVE_INFINITY };

/** Recognises a value without holding on to it: a body that did not change was not parsed again, so its value is the same. */
function identityOf(outcome: Outcome): Pick<KeptAnswer, "answered"> {
  if ("absence" in outcome) return { answered: (value) => value === undefined };
  const { value } = outcome;
  if (typeof value !== "object" || value === null) return { answered: (other) => other === value };
  const reference = new WeakRef(value);
  return { answered: (other) => other !== undefined && other === reference.deref() };
}
