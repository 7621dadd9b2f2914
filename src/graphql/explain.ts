import type { AnsweredBy, CallNote } from "../rest/call-note.ts";
import type { Access } from "./access.ts";
import type { Upstreams } from "./context.ts";

/** The content of `extensions.upstream`: the calls behind an operation. */
export interface Explanation {
  readonly calls: readonly Omit<CallNote, "kept" | "startedAtMs" | "status">[];
  /** By system, how many calls were answered how; `requests` is what the system got from this operation. */
  readonly totals: Readonly<Record<string, Totals>>;
  /** By system, calls that could be sent now without waiting. */
  readonly budgetLeft: Readonly<Record<string, number>>;
  /** Age of the oldest answer that went into the data. */
  readonly oldestDataMs: number;
}

type Totals = Readonly<Record<AnsweredBy | "requests", number>>;

const noTotals: Totals = { requests: 0, network: 0, coalesced: 0, fresh: 0, stale: 0, sideLoaded: 0 };

/** Sums up how the calls of an operation were answered, for a client that may be told of some systems. */
export function explain(
  records: readonly CallNote[],
  upstreams: Upstreams,
  { permitsSystem }: Pick<Access, "permitsSystem">,
): Explanation {
  const shown = Object.values(upstreams).filter(({ name }) => permitsSystem(name));
  const totals: Record<string, Record<keyof Totals, number>> = {};
  for (const { answeredBy, attempts, system } of records) {
    totals[system] ??= { ...noTotals };
    const ofSystem = totals[system];
    ofSystem[answeredBy] += 1;
    // An operation that joins the call of another one sends nothing.
    if (answeredBy === "network") ofSystem.requests += attempts;
  }
  return {
    calls: records.map(({ kept: _kept, startedAtMs: _startedAtMs, status: _status, ...told }) => told),
    totals,
    budgetLeft: Object.fromEntries(shown.map(({ name, callsLeft }) => [name, callsLeft])),
    oldestDataMs: Math.max(0, ...records.map(({ ageMs }) => ageMs)),
  };
}
