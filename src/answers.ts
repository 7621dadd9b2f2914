import { LRUCache } from "lru-cache";
import type { CallNote, KeptAnswer } from "./rest/call-note.ts";

/** An answer as HTTP carries it. */
export interface Rendered {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
  /** The request whose id stands in its errors; undefined when there are none. */
  readonly failedRequestId: string | undefined;
}

/** An operation that was run. */
export interface Run {
  readonly rendered: Rendered;
  /** How the calls behind it were answered. */
  readonly notes: readonly CallNote[];
}

/** Answers to queries: equal ones in flight are run once, and one that was made of nothing but kept answers is kept. */
export interface Answers {
  /** The answer to an equal query, if every answer of an upstream that it was made of would be given again now. */
  kept(key: string): Rendered | undefined;
  /** The last answer to an equal query, if it was made of nothing but lists: those are what it takes this time, too. */
  last(key: string): LastAnswer | undefined;
  /**
   * Joins an equal query in flight that began after the last write, or runs this one.
   * @param waiter whose client may leave; the run is aborted once all that wait for it have left.
   */
  share(key: string, waiter: Waiter, run: (waiters: Waiter) => Promise<Run>): Promise<Rendered>;
}

/** An answer to a query with what it was made of. */
export interface LastAnswer {
  readonly rendered: Rendered;
  readonly madeOf: readonly KeptAnswer[];
}

/** Somebody who waits for an answer. */
export interface Waiter {
  /** Aborted when nobody waits any more. */
  readonly signal: AbortSignal;
  /** Milliseconds since 1970; moves when another joins. */
  readonly deadlineAtMs: number;
}

interface Flight {
  readonly promise: Promise<Rendered>;
  readonly controller: AbortController;
  readonly writes: number;
  waiters: number;
  deadlineAtMs: number;
}

const mostBytes = 32 * 1024 * 1024;

/**
 * Makes an empty table of answers.
 * @param options.shares whether equal queries in flight are run once.
 * @param options.writes counts writes to whichever system.
 */
export function createAnswers(options: { readonly shares: boolean; writes(): number }): Answers {
  const flights = new Map<string, Flight>();
  const answers = new LRUCache<string, LastAnswer>({
    maxSize: mostBytes,
    sizeCalculation: ({ rendered, madeOf }, key) =>
      rendered.body.length + key.length + 8 * madeOf.length + 100,
  });

  const keep = (key: string, { notes, rendered }: Run): Rendered => {
    const madeOf = notes.flatMap(({ answeredBy, kept }) => (answeredBy === "sideLoaded" ? [] : [kept]));
    if (rendered.status === 200 && rendered.failedRequestId === undefined && areKept(madeOf)) {
      answers.set(key, { rendered, madeOf });
    }
    return rendered;
  };

  const takeOff = (key: string, { deadlineAtMs }: Waiter, run: (waiters: Waiter) => Promise<Run>): Flight => {
    const controller = new AbortController();
    const waiters: Waiter = {
      signal: controller.signal,
      get deadlineAtMs() {
        return flight.deadlineAtMs;
      },
    };
    const promise = Promise.resolve()
      .then(() => run(waiters))
      .then((made) => keep(key, made));
    const flight: Flight = { promise, controller, writes: options.writes(), waiters: 0, deadlineAtMs };
    if (options.shares) flights.set(key, flight);
    const land = () => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    promise.then(land, land);
    return flight;
  };

  return {
    kept(key) {
      const answer = answers.get(key);
      return answer?.madeOf.every((read) => read.isCurrent()) ? answer.rendered : undefined;
    },
    last(key) {
      const answer = answers.get(key);
      return answer?.madeOf.every(isList) ? answer : undefined;
    },
    share(key, waiter, run) {
      const flying = flights.get(key);
      const flight = flying?.writes === options.writes() ? flying : takeOff(key, waiter, run);
      flight.waiters += 1;
      flight.deadlineAtMs = Math.max(flight.deadlineAtMs, waiter.deadlineAtMs);
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

/** A single object may be at hand in a list by now, so only the planner can say how to come by it. */
const isList = ({ source }: KeptAnswer): boolean =>
  source !== undefined && !source.endpoint.path.includes("{");

const areKept = (answers: readonly (KeptAnswer | undefined)[]): answers is readonly KeptAnswer[] =>
  answers.every((answer) => answer !== undefined);
