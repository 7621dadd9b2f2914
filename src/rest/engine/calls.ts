import { setMaxListeners } from "node:events";
import { type ErrorCode, GatewayError, withFacts } from "../../errors.ts";
import { type BatchedReads, createBatchedReads, type KeyedList } from "../cache/batched-reads.ts";
import type { CallAnswer, Reads } from "../cache/reads.ts";
import type { CacheEntry, CacheStore } from "../cache/store.ts";
import { type Answered, sumRecords } from "../cache/sum-records.ts";
import { cacheDefault } from "../cache-policy.ts";
import type { Call, CallOnce } from "../call.ts";
import type { AnsweredBy } from "../call-record.ts";
import { type CallStats, newCallStats } from "../call-stats.ts";
import type { Clock } from "../clock.ts";
import { type AnyEndpoint, type LooseArguments, type LooseEndpoint, routeOf } from "../endpoint.ts";
import { overShare } from "../limits/client-shares.ts";
import { noRoom } from "../limits/rate-limiter.ts";
import { deadlinePassed, type Operation } from "../operation.ts";
import type { PreparedRequest, RequestBuilder } from "../prepared-request.ts";
import { answerOf, type Send } from "../send.ts";
import { changedNothing } from "../sending/write-effect.ts";
import type { TimeSlices } from "../time-slices.ts";
import type { UpstreamDefinition } from "../upstream.ts";
import type { WriteEffects } from "./write-effects.ts";

/** The parts of one system's engine. */
interface Engine {
  readonly definition: UpstreamDefinition;
  readonly clock: Clock;
  readonly requests: RequestBuilder;
  readonly writeEffects: WriteEffects;
  readonly store: CacheStore;
  readonly reads: Reads;
  readonly send: Send;
  /** Absent where operations share nothing. */
  readonly merged: BatchedReads | undefined;
  readonly isQueued: (endpoint: AnyEndpoint) => boolean;
  /** Milliseconds until the last of so many more calls of an operation could be sent. */
  readonly waitMs: (operation: Operation, calls: number) => number;
  /** The turns in which operations go on. */
  readonly slices: TimeSlices | undefined;
  /** Reads of all operations so far, by how they were answered. */
  readonly readsBy: Record<AnsweredBy, number>;
}

/** The count of reads before the first one. */
export const noReads = (): Record<AnsweredBy, number> => ({
  network: 0,
  coalesced: 0,
  fresh: 0,
  stale: 0,
  sideLoaded: 0,
});

/** Left for the answers to the last calls, and for others that get in between. */
const answersMs = 1_500;

/** Makes the calls of one operation. */
export function createCalls(engine: Engine, operation: Operation, onWrite = () => {}): Call {
  const { definition, clock, requests, writeEffects, store, reads, send } = engine;
  const { name } = definition;
  // A listener for each call under way is no leak, however many there are.
  setMaxListeners(0, operation.signal);
  const merged = engine.merged ?? createBatchedReads(requests, send);
  const accepts = operation.accepts ?? cacheDefault;
  // An operation that accepts no age wants nothing that was asked for before it.
  const since = accepts.maxAgeMs === 0 ? reads.mark() : 0;

  /** Reads that were made before it was known whether they are needed. */
  const ahead = new Map<string, Promise<CallAnswer>>();

  const late = (endpoint: AnyEndpoint, { attempts, isInShare, isQueued }: CallStats): GatewayError => {
    const call = routeOf(endpoint);
    if (!isQueued || attempts > 0) return deadlinePassed(name, call, { attempts });
    const refusal = isInShare ? overShare : noRoom;
    return withFacts(refusal(definition, call, engine.waitMs(operation, 1)), { attempts });
  };

  const read = (attempt: PreparedRequest): Promise<CallAnswer> => {
    const { endpoint, url } = attempt;
    const key = requests.keyOf(endpoint, url);
    const early = ahead.get(key);
    if (early) return early;
    return reads.read(
      {
        key,
        row: requests.endpointKeyOf(endpoint),
        source: { system: name, endpoint, url },
        asked: { endpoint, url },
        noun: requests.nounOf(endpoint),
        freshness: endpoint.cache,
        mayKeep: endpoint.keptIf as ((answer: unknown) => boolean) | undefined,
        late: (stats) => late(endpoint, stats),
        send: async (shared, { stats }, last) => answerOf(await send({ ...attempt, stats, last }, shared)),
      },
      operation,
      since,
    );
  };

  /** Lets others go on first where many could at one moment. */
  const turn = (): Promise<void> | undefined =>
    engine.slices?.turn([operation.payers?.all[0]?.name, operation.origin ?? operation]);

  const write = async (attempt: PreparedRequest, args: LooseArguments): Promise<CallAnswer> => {
    const { endpoint, stats } = attempt;
    // A write goes on when its client leaves: it may have taken effect already.
    const staying: Operation = {
      signal: new AbortController().signal,
      get deadlineAtMs() {
        return operation.deadlineAtMs;
      },
      origin: operation.origin ?? operation,
      priority: "write",
      ...(operation.traceparent !== undefined && { traceparent: operation.traceparent }),
      ...(operation.payers && { payers: operation.payers }),
    };
    let isUnsettled = false;
    let answered: { readonly value: unknown } | undefined;
    const end = writeEffects.begin(endpoint, args);
    const takeBack = operation.noteWrite?.();
    try {
      const { value } = answerOf(await send(attempt, staying));
      // Of several requests, the one that was answered need not be the last that was done.
      if (stats.attempts === 1) answered = { value };
      return { value, answeredBy: "network", stats };
    } catch (error) {
      isUnsettled = stats.mayHaveHappened || mayShowLater.has(codeOf(error));
      if (changedNothing(error, stats)) takeBack?.();
      return { error, answeredBy: "network", stats };
    } finally {
      // One that changes nothing that can be read makes no answer wrong.
      if (endpoint.invalidates?.length !== 0) {
        end({ answer: answered, isUnsettled });
        onWrite();
      }
    }
  };

  /** @param startedAtMs moment of the clock at which the call was asked for. @default now */
  const note = (endpoint: AnyEndpoint, answer: Answered, startedAtMs = clock.nowMs()): void => {
    const { answeredBy, entry, stats } = answer;
    const nowMs = clock.nowMs();
    if (endpoint.effect === "read") engine.readsBy[answeredBy] += 1;
    operation.record?.({
      system: name,
      endpoint: routeOf(endpoint),
      answeredBy,
      attempts: stats.attempts,
      startedAtMs,
      budgetWaitMs: stats.budgetWaitMs,
      durationMs: nowMs - startedAtMs,
      ageMs: entry ? nowMs - entry.arrivedAtMs : 0,
      ...(answer.error !== undefined && failureOf(answer.error)),
      ...(entry && { kept: entry.kept }),
    });
  };

  const call = async (endpoint: LooseEndpoint, args: LooseArguments = {}): Promise<unknown> => {
    if (endpoint.inferred && !definition.callsInferred) throw undocumented(definition, endpoint);
    const startedAtMs = clock.nowMs();
    const attempt = requests.prepare(endpoint, args, newCallStats());
    const answer = await (endpoint.effect === "read" ? read(attempt) : write(attempt, args));
    note(endpoint, answer, startedAtMs);
    if (cameOverNetwork(answer)) await turn();
    if ("error" in answer) throw answer.error;
    return answer.value;
  };

  const readMany = async (list: KeyedList, keys: readonly string[]) => {
    const { args, endpoint } = list;
    const startedAtMs = clock.nowMs();
    const url = requests.urlOf(endpoint, args);
    const group = requests.keyOf(endpoint, url);
    const readKey = (key: string) =>
      reads.read(
        {
          key: requests.keyOf(endpoint, url, key),
          row: requests.endpointKeyOf(endpoint),
          source: undefined,
          asked: { endpoint, url, share: key },
          noun: requests.nounOf(endpoint),
          freshness: endpoint.cache,
          late: (stats) => late(endpoint, stats),
          send: (shared, spending) => merged.add(list, group, key, shared, spending),
        },
        operation,
        since,
      );
    const answers = await Promise.all(keys.map(readKey));
    for (const answer of sumRecords(answers, operation.origin ?? operation))
      note(endpoint, answer, startedAtMs);
    if (answers.some(cameOverNetwork)) await turn();
    return new Map(
      keys.map((key, at) => {
        const answer = answers[at];
        return [key, answer && ("error" in answer ? answer.error : answer.value)];
      }),
    );
  };

  const knowledge: Omit<Call, keyof CallOnce> = {
    readBatch: readMany as unknown as Call["readBatch"],
    fresh: (endpoint, args?) => {
      const url = requests.urlOf(endpoint, (args ?? {}) as LooseArguments);
      const entry = store.last(requests.keyOf(endpoint, url));
      if (!entry || !("value" in entry.outcome) || store.useOf(entry, accepts, since) !== "fresh")
        return undefined;
      note(endpoint, { answeredBy: "fresh", stats: nothingSpent, entry });
      return entry.outcome.value as never;
    },
    isAtHand: (endpoint, args?) => {
      const url = requests.urlOf(endpoint, (args ?? {}) as LooseArguments);
      return reads.isAtHand(requests.keyOf(endpoint, url), operation, since);
    },
    isKept: (endpoint, args?) => {
      const url = requests.urlOf(endpoint, (args ?? {}) as LooseArguments);
      return reads.isKept(requests.keyOf(endpoint, url), operation, since);
    },
    readAgain: async ({ endpoint, url }) => {
      const attempt = {
        endpoint,
        url,
        body: undefined,
        repeatable: true,
        last: undefined,
        stats: newCallStats(),
      };
      const startedAtMs = clock.nowMs();
      const reading = read(attempt);
      ahead.set(requests.keyOf(endpoint, url), reading);
      const answer = await reading;
      note(endpoint, answer, startedAtMs);
      if (!("error" in answer)) return answer;
      return answer.entry ? { value: undefined } : undefined;
    },
    isQueued: engine.isQueued,
    areInTime: (calls) =>
      clock.nowMs() + engine.waitMs(operation, calls) + answersMs < operation.deadlineAtMs,
    hasRoomFor: (calls) => engine.waitMs(operation, calls) === 0,
    areCurrent: (endpoint, values) => {
      const entries = values.map((value) => store.entryOf(value));
      // A body that another one has replaced is no longer what the list shows, however fresh it is.
      const isLast = (entry: CacheEntry) => store.last(entry.key) === entry;
      const areFresh = entries.every(
        (entry) => entry && isLast(entry) && store.useOf(entry, accepts, since) === "fresh",
      );
      if (areFresh) {
        for (const entry of entries) {
          note(endpoint, { answeredBy: "fresh", stats: nothingSpent, ...(entry && { entry }) });
        }
      }
      return areFresh;
    },
    sideLoaded: (endpoint) => note(endpoint, { answeredBy: "sideLoaded", stats: nothingSpent }),
  };
  return Object.assign(call as unknown as CallOnce, knowledge);
}

const nothingSpent = newCallStats();

const cameOverNetwork = ({ answeredBy }: CallAnswer): boolean =>
  answeredBy === "network" || answeredBy === "coalesced";

const codeOf = (error: unknown): ErrorCode =>
  error instanceof GatewayError ? error.code : "INTERNAL_SERVER_ERROR";

/** How a call failed, as its note tells it. */
const failureOf = (error: unknown) => ({
  code: codeOf(error),
  ...(error instanceof GatewayError && error.facts.status !== undefined && { status: error.facts.status }),
});

/** Failures of a write that may take effect after all. */
const mayShowLater: ReadonlySet<ErrorCode> = new Set([
  "UPSTREAM_OUTCOME_UNKNOWN",
  "UPSTREAM_UNAVAILABLE",
  "UPSTREAM_TIMEOUT",
  "UPSTREAM_INVALID_RESPONSE",
]);

const undocumented = (definition: UpstreamDefinition, endpoint: AnyEndpoint): GatewayError =>
  new GatewayError(
    "UPSTREAM_REJECTED",
    `${routeOf(endpoint)} of ${definition.title} is documented nowhere and switched off; name the object by another key.`,
    { system: definition.name, endpoint: routeOf(endpoint), attempts: 0 },
  );
