import { setMaxListeners } from "node:events";
import { GatewayError } from "../errors.ts";
import { type Attempt, type LooseEndpoint, newTally } from "./attempt.ts";
import type { Call, CallOnce } from "./call.ts";
import type { AnsweredBy } from "./call-note.ts";
import type { Clock } from "./clock.ts";
import type { Deliver } from "./deliver.ts";
import type { AnyEndpoint } from "./endpoint.ts";
import { acceptKept } from "./freshness.ts";
import type { Generations } from "./generations.ts";
import type { Entry, Kept } from "./kept.ts";
import { deadlinePassed, type Operation } from "./operation.ts";
import type { ReadAnswer, Reads, Tally } from "./reads.ts";
import { describe, type LooseArguments } from "./request.ts";
import type { Rows } from "./rows.ts";
import type { UpstreamDefinition } from "./upstream.ts";

/** The parts of one system's engine. */
interface Engine {
  readonly definition: UpstreamDefinition;
  readonly clock: Clock;
  readonly rows: Rows;
  readonly generations: Generations;
  readonly kept: Kept;
  readonly reads: Reads;
  readonly deliver: Deliver;
  readonly isQueued: (endpoint: AnyEndpoint) => boolean;
}

/** Makes the calls of one operation. */
export function createCalls(engine: Engine, operation: Operation, onWrite = () => {}): Call {
  const { definition, clock, rows, generations, kept, reads, deliver } = engine;
  const { name } = definition;
  // A listener for each call under way is no leak, however many there are.
  setMaxListeners(0, operation.signal);
  const accepts = operation.accepts ?? acceptKept;
  // An operation that accepts no age wants nothing that was asked for before it.
  const since = accepts.maxAgeMs === 0 ? reads.mark() : 0;

  const read = (attempt: Attempt): Promise<ReadAnswer> => {
    const { endpoint, tally, url } = attempt;
    return reads.read(
      {
        key: rows.keyOf(endpoint, url),
        noun: rows.nounOf(endpoint),
        freshness: endpoint.freshness,
        late: () => deadlinePassed(name, describe(endpoint), { attempts: tally.attempts }),
        send: (shared, own, last) => deliver({ ...attempt, tally: own, last }, shared),
      },
      operation,
      since,
      tally,
    );
  };

  const write = async (attempt: Attempt): Promise<ReadAnswer> => {
    // A write goes on when its client leaves: it may have taken effect already.
    const staying: Operation = {
      signal: new AbortController().signal,
      deadlineAtMs: operation.deadlineAtMs,
      origin: operation.origin ?? operation,
      urgency: "write",
    };
    let maySettleLater = false;
    try {
      const { value } = await deliver(attempt, staying);
      return { value, answeredBy: "network", tally: attempt.tally };
    } catch (error) {
      maySettleLater = error instanceof GatewayError && mayShowLater.has(error.code);
      throw error;
    } finally {
      generations.wrote(attempt.endpoint.drops, maySettleLater);
      onWrite();
    }
  };

  const note = (
    endpoint: AnyEndpoint,
    spent: { readonly tally: Tally; readonly durationMs: number },
    answered: { readonly answeredBy: AnsweredBy; readonly entry?: Entry; readonly code?: string },
  ): void => {
    const { answeredBy, code, entry } = answered;
    operation.note?.({
      system: name,
      operation: describe(endpoint),
      answeredBy,
      ...spent.tally,
      durationMs: spent.durationMs,
      ageMs: entry ? clock.nowMs() - entry.arrivedAtMs : 0,
      ...(code !== undefined && { code }),
      ...(entry && { kept: entry }),
    });
  };

  const call = async (endpoint: LooseEndpoint, args: LooseArguments = {}): Promise<unknown> => {
    if (endpoint.inferred && !definition.callsInferred) throw undocumented(definition, endpoint);
    const startedAtMs = clock.nowMs();
    const attempt = rows.attemptOf(endpoint, args, newTally());
    const spent = (tally: Tally) => ({ tally, durationMs: clock.nowMs() - startedAtMs });
    try {
      const answer = await (endpoint.effect === "read" ? read(attempt) : write(attempt));
      note(endpoint, spent(answer.tally), answer);
      return answer.value;
    } catch (error) {
      const code = error instanceof GatewayError ? error.code : "INTERNAL_SERVER_ERROR";
      note(endpoint, spent(attempt.tally), { answeredBy: "network", code });
      throw error;
    }
  };

  const knowledge: Pick<Call, "isAtHand" | "isQueued" | "areCurrent" | "sideLoaded"> = {
    isAtHand: (endpoint, args?) => {
      const url = rows.urlOf(endpoint, (args ?? {}) as LooseArguments);
      return reads.isAtHand(rows.keyOf(endpoint, url), operation, since);
    },
    isQueued: engine.isQueued,
    areCurrent: (endpoint, values) => {
      const entries = values.map((value) => kept.entryOf(value));
      const areFresh = entries.every((entry) => entry && kept.useOf(entry, accepts, since) === "fresh");
      if (areFresh)
        for (const entry of entries)
          note(endpoint, nothingSpent, { answeredBy: "fresh", ...(entry && { entry }) });
      return areFresh;
    },
    sideLoaded: (endpoint) => note(endpoint, nothingSpent, { answeredBy: "sideLoaded" }),
  };
  return Object.assign(call as unknown as CallOnce, knowledge);
}

const nothingSpent = { tally: newTally(), durationMs: 0 };

/** Failures of a write that may take effect after all. */
const mayShowLater: ReadonlySet<string> = new Set([
  "UPSTREAM_OUTCOME_UNKNOWN",
  "UPSTREAM_UNAVAILABLE",
  "UPSTREAM_TIMEOUT",
  "UPSTREAM_INVALID_RESPONSE",
]);

const undocumented = (definition: UpstreamDefinition, endpoint: AnyEndpoint): GatewayError =>
  new GatewayError(
    "UPSTREAM_REJECTED",
    `${describe(endpoint)} of ${definition.title} is documented nowhere and switched off; name the object by another key.`,
    { system: definition.name, operation: describe(endpoint), attempts: 0 },
  );
