import { LRUCache } from "lru-cache";
import type { Waiter } from "../graphql/waiter.ts";
import type { CallNote, KeptAnswer } from "../rest/call-note.ts";
import { textBytes } from "../rest/weight.ts";

/** An answer as HTTP carries it. */
export interface SerializedResponse {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
  /** The request whose id stands in its errors; undefined when there are none. */
  readonly failedRequestId: string | undefined;
}

/** An operation that was run. */
export interface Run {
  readonly rendered: SerializedResponse;
  /** How the calls behind it were answered. */
  readonly notes: readonly CallNote[];
}

/** Answers to queries: equal ones in flight are run once, and one that was made of nothing but kept answers is kept. */
export interface ResponseCache {
  /** The answer to an equal query, if every answer of an upstream that it was made of would be given again now. */
  kept(key: string): SerializedResponse | undefined;
  /** The last answer to an equal query, if it was made of a few lists: those are what it takes this time, too. */
  last(key: string): CachedResponse | undefined;
  /**
   * Joins an equal query that began a moment ago and after the last write, or runs this one.
   * @param waiter whose client may leave; the run is aborted once all that wait for it have left.
   */
  share(key: string, waiter: Waiter, run: (waiters: Waiter) => Promise<Run>): Promise<SerializedResponse>;
}

/** An answer to a query with what it was made of. */
export interface CachedResponse {
  readonly rendered: SerializedResponse;
  readonly madeOf: readonly KeptAnswer[];
}

interface Flight {
  readonly promise: Promise<SerializedResponse>;
  readonly controller: AbortController;
  readonly writes: number;
  readonly deadlineAtMs: number;
  waiters: number;
}

const mostBytes = 32 * 1024 * 1024;
/** What an answer takes beside its key and text, as measured. */
const answerBytes = 1_000;
/** What it takes for each read that it was made of, whose answer may be kept no longer, as measured. */
const bytesPerRead = 1_900;
/** Whoever comes later has more time than what is in flight, and shares its reads all the same. */
const longestAgeMs = 1_000;

/**
 * Makes an empty table of answers.
 * @param options.shares whether equal queries in flight are run once.
 * @param options.writes counts writes to whichever system.
 */
export function createResponseCache(options: { readonly shares: boolean; writes(): number }): ResponseCache {
  const flights = new Map<string, Flight>();
  const answers = new LRUCache<string, CachedResponse>({
    maxSize: mostBytes,
    sizeCalculation: ({ rendered, madeOf }, key) =>
      answerBytes + rendered.body.length + textBytes(key) + bytesPerRead * madeOf.length,
  });

  const keep = (key: string, { notes, rendered }: Run): SerializedResponse => {
    const madeOf = notes.flatMap(({ answeredBy, kept }) => (answeredBy === "sideLoaded" ? [] : [kept]));
    if (rendered.status === 200 && rendered.failedRequestId === undefined && areKept(madeOf)) {
      answers.set(key, { rendered: { ...rendered, body: unpooled(rendered.body) }, madeOf });
    }
    return rendered;
  };

  const takeOff = (key: string, { deadlineAtMs }: Waiter, run: (waiters: Waiter) => Promise<Run>): Flight => {
    const controller = new AbortController();
    const promise = run({ signal: controller.signal, deadlineAtMs }).then((made) => keep(key, made));
    const flight: Flight = { promise, controller, writes: options.writes(), deadlineAtMs, waiters: 0 };
    if (options.shares) flights.set(key, flight);
    const land = () => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    promise.then(land, land);
    return flight;
  };

  const joinable = (key: string, { deadlineAtMs }: Waiter): Flight | undefined => {
    const flight = flights.get(key);
    const isYoung = flight !== undefined && deadlineAtMs - flight.deadlineAtMs < longestAgeMs;
    return isYoung && flight.writes === options.writes() ? flight : undefined;
  };

  return {
    kept(key) {
      const answer = answers.get(key);
      return answer?.madeOf.every((read) => read.isCurrent()) ? answer.rendered : undefined;
    },
    last(key) {
      const answer = answers.get(key);
      return answer && answer.madeOf.length <= mostReadAhead && answer.madeOf.every(isList)
        ? answer
        : undefined;
    },
    share(key, waiter, run) {
      const flight = joinable(key, waiter) ?? takeOff(key, waiter, run);
      flight.waiters += 1;
      waiter.signal.addEventListener("abort", () => {
        flight.waiters -= 1;
        if (flight.waiters > 0) return;
        if (flights.get(key) === flight) flights.delete(key);
        flight.controller.abort();
      });
      return flight.promise;
    },
  };
}

/** A small buffer is a part of a larger one, which would be kept with it. */
function unpooled(body: Buffer): Buffer {
  const own = Buffer.allocUnsafeSlow(body.length);
  body.copy(own);
  return own;
}

/** Should the first of them have changed, the others may not be needed. */
const mostReadAhead = 3;

/** A single object may be at hand in a list by now, so only the planner can say how to come by it. */
const isList = ({ source }: KeptAnswer): boolean =>
  source !== undefined && !source.endpoint.path.includes("{");

const areKept = (answers: readonly (KeptAnswer | undefined)[]): answers is readonly KeptAnswer[] =>
  answers.every((answer) => answer !== undefined);
