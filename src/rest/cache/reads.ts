import { GatewayError } from "../../errors.ts";
import { type CacheControl, cacheDefault, type Freshness } from "../cache-policy.ts";
import type { AnsweredBy, ReadSource } from "../call-record.ts";
import { type CallStats, newCallStats } from "../call-stats.ts";
import type { Clock } from "../clock.ts";
import type { AnyEndpoint } from "../endpoint.ts";
import { clientDisconnected, type Operation, within } from "../operation.ts";
import { type OpenPayers, openPayers } from "../payers.ts";
import type { Answer } from "../prepared-request.ts";
import type { ReadState } from "../read-handle.ts";
import type { ReadOptions } from "../upstream.ts";
import type { Invalidation } from "./invalidation.ts";
import { type Asked, absenceError, type CacheEntry, type CacheStore, isAbsence, type Use } from "./store.ts";

/** Something that is under way; its stats is replaced when it goes on as a part of something else. */
export interface Spending {
  stats: CallStats;
}

/** A read as operations ask for it. */
export interface ReadRequest {
  /** Credential, endpoint and URL. */
  readonly key: string;
  /** How to make it again; undefined for a share of a call. */
  readonly source: ReadSource | undefined;
  readonly asked: Asked;
  /** The noun whose writes invalidate the answer; undefined for every write of the system. */
  readonly noun: string | undefined;
  /** For how long its answers are kept; undefined for never. */
  readonly freshness: Freshness | undefined;
  /** Whether an answer may be kept. @default each is */
  readonly mayKeep?: ((answer: unknown) => boolean) | undefined;
  /** @param last the answer before, which may be given again if the body is the same. */
  send(shared: Operation, spending: Spending, last: Answer | undefined): Promise<Answer>;
  /** The error of an operation whose deadline passes first. */
  late(stats: CallStats): Error;
}

/** The result of a call, and how it was answered. */
export type CallAnswer = ({ readonly value: unknown } | { readonly error: unknown }) & {
  readonly answeredBy: AnsweredBy;
  readonly stats: CallStats;
  /** The kept answer that it was answered with, or that was made of it. */
  readonly entry?: CacheEntry;
};

/** Knowledge of a read: what it would be answered with, in the states fresh and stale. */
export interface CachePeek {
  readonly state: ReadState;
  readonly entry?: CacheEntry;
}

/** All reads of one system: those on their way are shared, and answers are given again while they are fresh. */
export interface Reads {
  /** A moment in the order of reads, for operations that want nothing from before it. */
  mark(): number;
  /**
   * Answers a read: from what is kept, together with an equal one in flight, or by a call of its own. The call ends
   * when the last operation that waits for it has left. Never rejects.
   * @param since the mark behind which a read must have begun, where the operation accepts no age at all.
   */
  read(request: ReadRequest, operation: Operation, since: number): Promise<CallAnswer>;
  /** Looks for an answer to a read, as it would be answered now. */
  peek(key: string, operation: Operation, since: number): CachePeek;
  /** Whether a read of this endpoint may be answered, to an operation that begins now, without a call of its own. */
  mayAnswer(endpoint: AnyEndpoint, accepts: CacheControl): boolean;
}

interface Flight extends Spending {
  readonly promise: Promise<CacheEntry | Answer>;
  readonly controller: AbortController;
  readonly endpoint: AnyEndpoint;
  readonly noun: string | undefined;
  readonly mark: number;
  readonly generation: number;
  /** Whether it replaces an answer that was given already, so that no operation waits for it. */
  readonly isRefresh: boolean;
  /** The clients that began and joined it. */
  readonly payers: OpenPayers;
  /** One for each that waits; an operation may wait at several places. */
  readonly waiters: Set<{ readonly operation: Operation }>;
}

/** Time for a call in the background that replaces what is no longer fresh. */
const refreshTimeMs = 10_000;
/** Time between two such calls when the first has failed. */
const holdMs = 2_000;

const nothingSent = newCallStats();

/** Made once: without a reason of ours, the end of each read would make an error with its stack. */
const noWaiters = new Error("no operation waits");

/** Makes the reads of one system. */
export function createReads(
  clock: Clock,
  generations: Invalidation,
  kept: CacheStore,
  { shares }: ReadOptions,
): Reads {
  const flights = new Map<string, Flight>();
  /** An entry that could not be replaced is not tried again at every read. */
  const heldUntilMs = new WeakMap<CacheEntry, number>();
  /** By key, for as long as any read of it is under way: how many are, and the mark of the one that was kept last. */
  const underWay = new Map<string, { reads: number; keptMark: number }>();
  let marks = 0;

  const takeOff = (request: ReadRequest, operation: Operation, isRefresh = false): Flight => {
    const { key, noun, freshness, source, asked } = request;
    const controller = new AbortController();
    const generation = generations.version;
    // What is asked for while a write may still take effect may show the time before it.
    const isKept = freshness !== undefined && generations.isSettled(noun);
    marks += 1;
    const mark = marks;
    const ofKey = underWay.get(key) ?? { reads: 0, keptMark: 0 };
    underWay.set(key, ofKey);
    ofKey.reads += 1;
    const keep = (outcome: CacheEntry["outcome"], digest: string | undefined): CacheEntry | undefined => {
      // An answer that was slow must not take the place of one that was asked for later, even if that is gone by now.
      if ("value" in outcome && !(request.mayKeep?.(outcome.value) ?? true)) return undefined;
      if (!isKept || !generations.isValidSince(noun, generation) || ofKey.keptMark > mark) return undefined;
      ofKey.keptMark = mark;
      return kept.keep({ key, noun, freshness, outcome, digest, mark, generation, source, asked });
    };
    const send = async (): Promise<CacheEntry | Answer> => {
      const last = freshness && kept.last(key);
      const before = last && "value" in last.outcome ? { ...last, value: last.outcome.value } : undefined;
      try {
        const answer = await request.send(shared, flight, before);
        return keep({ value: answer.value }, answer.digest) ?? answer;
      } catch (error) {
        if (isAbsence(error)) {
          const { facts, message } = error;
          keep({ absence: { message, facts } }, undefined);
        }
        throw error;
      }
    };
    const payers = openPayers();
    const shared: Operation = {
      signal: controller.signal,
      ...(operation.payers && { payers }),
      get deadlineAtMs() {
        const deadlinesAtMs = [...flight.waiters].map((waiter) => waiter.operation.deadlineAtMs);
        return Math.max(operation.deadlineAtMs, ...deadlinesAtMs);
      },
      origin: operation.origin ?? operation,
      ...(operation.priority && { priority: operation.priority }),
      ...(operation.traceparent !== undefined && { traceparent: operation.traceparent }),
    };
    const flight: Flight = {
      controller,
      stats: newCallStats(),
      endpoint: asked.endpoint,
      noun,
      mark,
      generation,
      isRefresh,
      payers,
      waiters: new Set(),
      promise: Promise.resolve().then(send),
    };
    if (shares) flights.set(key, flight);
    const land = () => {
      if (flights.get(key) === flight) flights.delete(key);
      ofKey.reads -= 1;
      if (ofKey.reads === 0) underWay.delete(key);
    };
    flight.promise.then(land, land);
    return flight;
  };

  /** A read in flight that an operation may join: it began after the last write, and not before the operation wants. */
  const joinable = (key: string, since: number): Flight | undefined => {
    const flight = flights.get(key);
    const holds = flight && flight.mark > since && generations.isValidSince(flight.noun, flight.generation);
    return holds ? flight : undefined;
  };

  /** A background refresh that has not been sent is cancelled in favour of a read that an operation waits for, which has priority. */
  const makesWay = ({ isRefresh, stats }: Flight): boolean => isRefresh && stats.attempts === 0;

  const joined = (key: string, since: number): Flight | undefined => {
    const flight = joinable(key, since);
    if (!flight || !makesWay(flight)) return flight;
    flight.controller.abort(noWaiters);
    return undefined;
  };

  const wait = async (flight: Flight, { key, late }: ReadRequest, operation: Operation) => {
    const waiter = { operation };
    flight.waiters.add(waiter);
    flight.payers.include(operation.payers);
    try {
      return await within(operation, clock, flight.promise, () => late(flight.stats));
    } finally {
      flight.waiters.delete(waiter);
      if (flight.waiters.size === 0) {
        if (flights.get(key) === flight) flights.delete(key);
        flight.controller.abort(noWaiters);
      }
    }
  };

  const refresh = (request: ReadRequest, entry: CacheEntry, { payers }: Operation, since: number): void => {
    if (joinable(request.key, since) || clock.nowMs() < (heldUntilMs.get(entry) ?? 0)) return;
    const operation: Operation = {
      signal: new AbortController().signal,
      deadlineAtMs: clock.nowMs() + refreshTimeMs,
      priority: "background",
      ...(payers && { payers }),
    };
    // The next read after this entry is too old reports the failure.
    wait(takeOff(request, operation, true), request, operation).catch(() => {
      heldUntilMs.set(entry, clock.nowMs() + holdMs);
    });
  };

  const lastUsable = (
    key: string,
    operation: Operation,
    since: number,
  ): { entry: CacheEntry; use: Use } | undefined => {
    const entry = kept.last(key);
    const use = entry && kept.useOf(entry, operation.accepts ?? cacheDefault, since);
    return entry && use && { entry, use };
  };

  return {
    mark: () => marks,
    peek(key, operation, since) {
      const found = lastUsable(key, operation, since);
      if (found?.use === "fresh") return { state: "fresh", entry: found.entry };
      const flight = joinable(key, since);
      if (flight && !makesWay(flight)) return { state: "inFlight" };
      return found?.use === "refresh" ? { state: "stale", entry: found.entry } : { state: "none" };
    },
    mayAnswer(endpoint, accepts) {
      // An operation that accepts no age joins nothing that is on its way already.
      const mayJoin =
        accepts.maxAgeMs > 0 && [...flights.values()].some((flight) => flight.endpoint === endpoint);
      return mayJoin || kept.holdsUsable(endpoint, accepts);
    },
    async read(request, operation, since) {
      if (operation.signal.aborted)
        return { error: clientDisconnected(), answeredBy: "network", stats: nothingSent };
      const { key } = request;
      const found = request.freshness && lastUsable(key, operation, since);
      if (found && found.use !== "fallback") {
        if (found.use === "refresh") refresh(request, found.entry, operation, since);
        return given(found.entry, found.use === "fresh" ? "fresh" : "stale");
      }
      const flying = joined(key, since);
      const flight = flying ?? takeOff(request, operation);
      const answeredBy = flying ? "coalesced" : "network";
      try {
        const arrived = await wait(flight, request, operation);
        return "outcome" in arrived
          ? given(arrived, answeredBy, flight.stats)
          : { value: arrived.value, answeredBy, stats: flight.stats };
      } catch (error) {
        const old = request.freshness && standsIn(error) && lastUsable(key, operation, since);
        if (!old || operation.signal.aborted) return { error, answeredBy, stats: flight.stats };
        return given(old.entry, "stale", flight.stats);
      }
    },
  };
}

function given(entry: CacheEntry, answeredBy: AnsweredBy, stats = nothingSent): CallAnswer {
  const { outcome } = entry;
  const result = "absence" in outcome ? { error: absenceError(outcome.absence) } : outcome;
  return { ...result, answeredBy, stats, entry };
}

/** Failures in place of which an old answer is better than none. */
const standsIn = (error: unknown): boolean =>
  error instanceof GatewayError &&
  (error.code === "UPSTREAM_UNAVAILABLE" ||
    error.code === "UPSTREAM_TIMEOUT" ||
    error.code === "UPSTREAM_RATE_LIMITED" ||
    error.code === "RATE_LIMITED" ||
    error.code === "UPSTREAM_INVALID_RESPONSE");
