import type { CallRecord, ServedFrom } from "../rest/call-record.ts";
import type { Units } from "../rest/held-limits.ts";
import type { Access } from "./access.ts";
import type { Upstreams } from "./context.ts";

/** The content of `extensions.upstream`: the calls behind an operation. */
export interface Explanation {
  readonly calls: readonly ExplainedCall[];
  /** By system, how many calls were answered how; `requests` is what the system got from this operation. */
  readonly totals: Readonly<Record<string, Totals>>;
  /** By system, calls that could be sent now without waiting. */
  readonly budgetLeft: Readonly<Record<string, number>>;
  /** By system, the part of its limits that this replica holds. @default the gateway is alone */
  readonly unitsHeld?: Readonly<Record<string, Units | undefined>>;
  /** Age of the oldest answer that went into the data. */
  readonly oldestDataMs: number;
}

/** One call, as a client is told of it. */
export interface ExplainedCall extends Omit<CallRecord, "kept" | "servedFrom" | "startedAtMs" | "status"> {
  readonly answeredBy: ServedFrom;
  /** Milliseconds from the start of the operation until it was asked for. */
  readonly startMs: number;
}

type Totals = Readonly<Record<ServedFrom | "requests", number>>;

const noTotals: Totals = { requests: 0, network: 0, coalesced: 0, fresh: 0, stale: 0, sideLoaded: 0 };

/** The part of an operation's context that is explained. */
interface Explained {
  /** How its calls were answered. */
  readonly records: readonly CallRecord[];
  /** Moment of the clock at which it began, in milliseconds. */
  readonly startedAtMs: number;
  /** The systems that its client may be told of. */
  readonly access: Pick<Access, "permitsSystem">;
}

/** Sums up how the calls of an operation were answered, in the order in which they were asked for. */
export function explain(
  { records, startedAtMs: beganAtMs, access: { permitsSystem } }: Explained,
  upstreams: Upstreams,
): Explanation {
  const shown = Object.values(upstreams).filter(({ name }) => permitsSystem(name));
  const totals: Record<string, Record<keyof Totals, number>> = {};
  for (const { attempts, servedFrom, system } of records) {
    totals[system] ??= { ...noTotals };
    const ofSystem = totals[system];
    ofSystem[servedFrom] += 1;
    // An operation that joins the call of another one sends nothing.
    if (servedFrom === "network") ofSystem.requests += attempts;
  }
  return {
    calls: records
      .map((record) => explainedCall(record, beganAtMs))
      .sort((one, other) => one.startMs - other.startMs),
    totals,
    budgetLeft: Object.fromEntries(shown.map(({ name, callsLeft }) => [name, callsLeft])),
    ...(shown.some(({ units }) => units) && {
      unitsHeld: Object.fromEntries(shown.map(({ name, units }) => [name, units])),
    }),
    oldestDataMs: Math.max(0, ...records.map(({ ageMs }) => ageMs)),
  };
}

function explainedCall(record: CallRecord, beganAtMs: number): ExplainedCall {
  const { endpoint, kept: _kept, servedFrom, startedAtMs, status: _status, system, ...told } = record;
  return { system, endpoint, answeredBy: servedFrom, ...told, startMs: startedAtMs - beganAtMs };
}
