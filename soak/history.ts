import type { MutationKind } from "./mutations.ts";

/** The knowledge that the client of a mutation has of it: done, not done, or neither. */
export type Belief = "acked" | "refused" | "unknown";

/** One mutation and what was answered to it. */
export interface Mutated {
  readonly nonce: string;
  readonly kind: MutationKind;
  readonly belief: Belief;
  /** Global id of what was written, if it was acknowledged. */
  readonly id?: string;
  /** The code of the error, if there was one. */
  readonly code?: string;
}

/** An answer of the gateway, as far as it matters here. */
export interface MutationAnswer {
  /** Each payload holds the id of what was written, under the name that the mutation has for it. */
  readonly data?: Readonly<Record<string, Readonly<Record<string, string>> | null>> | null;
  readonly errors?: readonly {
    readonly extensions: {
      readonly code: string;
      readonly attempts?: number;
      readonly status?: number;
      readonly retryAfterMs?: number;
    };
  }[];
}

/**
 * The belief that an answer leads its reader to. A create whose outcome is not known says so, and one that was answered 2xx
 * in words that cannot be read is done without an id to look for; whatever else it fails with means that nothing was made. An update was not done when none was sent, or one was and the system said no to it;
 * else an attempt before the one that failed may have done it.
 */
export function beliefOf({ creates, field }: MutationKind, { data, errors }: MutationAnswer): Belief {
  if (data?.[field]) return "acked";
  const [error] = errors ?? [];
  if (!error) return "unknown";
  const { attempts = 0, code, status = 0 } = error.extensions;
  const isUnread = code === "UPSTREAM_INVALID_RESPONSE" && status >= 200 && status < 300;
  // An operation that its deadline ends tells no attempts.
  if (code === "UPSTREAM_OUTCOME_UNKNOWN") return "unknown";
  if (creates) return isUnread ? "unknown" : "refused";
  return attempts === 0 || (attempts === 1 && status >= 400 && status < 500) ? "refused" : "unknown";
}

/** The mutations that the systems know of, by nonce. */
export interface Truth {
  /** How many requests with this nonce took effect. */
  readonly applied: ReadonlyMap<string, number>;
  /** Ids of the records that carry this nonce in the end, of those kinds that leave a trace of their own. */
  readonly stored: ReadonlyMap<string, readonly string[]>;
}

/** The outcome of a history: how many of each belief, and the mutations about which a belief was wrong. */
export interface Verdict {
  readonly counts: Readonly<Record<Belief, number>>;
  /** Acknowledged, and not there, or there under another id. */
  readonly lost: readonly Mutated[];
  /** Made twice. */
  readonly doubled: readonly Mutated[];
  /** Refused, and there. */
  readonly contradicted: readonly Mutated[];
}

/** Compares what was answered with what happened. */
export function judge(history: readonly Mutated[], { applied, stored }: Truth): Verdict {
  const timesApplied = ({ nonce }: Mutated) => applied.get(nonce) ?? 0;
  const idsOf = ({ nonce }: Mutated) => stored.get(nonce) ?? [];
  // Users keep no trace of an update that another has followed; the journal alone knows.
  const leavesTrace = ({ kind }: Mutated) => kind.field !== "updateUser";
  const isThere = (mutated: Mutated) =>
    timesApplied(mutated) > 0 &&
    (!leavesTrace(mutated) || idsOf(mutated).some((id) => mutated.id?.endsWith(`/${id}`)));
  const count = (belief: Belief) => history.filter((mutated) => mutated.belief === belief).length;
  return {
    counts: { acked: count("acked"), refused: count("refused"), unknown: count("unknown") },
    lost: history.filter((mutated) => mutated.belief === "acked" && !isThere(mutated)),
    doubled: history.filter(
      (mutated) => mutated.kind.creates && Math.max(timesApplied(mutated), idsOf(mutated).length) > 1,
    ),
    contradicted: history.filter(
      (mutated) => mutated.belief === "refused" && timesApplied(mutated) + idsOf(mutated).length > 0,
    ),
  };
}
