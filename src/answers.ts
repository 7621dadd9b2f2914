import { LRUCache } from "lru-cache";
import type { CallNote, KeptAnswer as KeptRead } from "./rest/call-note.ts";

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
  /**
   * Joins an equal query in flight, or runs this one.
   * @param signal aborted when the client leaves; the run is aborted once all that wait for it have left.
   */
  share(key: string, signal: AbortSignal, run: (signal: AbortSignal) => Promise<Run>): Promise<Rendered>;
}

interface KeptAnswer {
  readonly rendered: Rendered;
  readonly madeOf: readonly KeptRead[];
}

interface Flight {
  readonly promise: Promise<Rendered>;
  readonly controller: AbortController;
  waiters: number;
}

const mostBytes = 32 * 1024 * 1024;

/** Makes an empty table of answers. */
export function createAnswers(): Answers {
  const flights = new Map<string, Flight>();
  const answers = new LRUCache<string, KeptAnswer>({
    maxSize: mostBytes,
    sizeCalculation: ({ rendered, madeOf }, key) =>
      rendered.body.length + key.length + 8 * madeOf.length + 100,
  });

  const keep = (key: string, { notes, rendered }: Run): Rendered => {
    const madeOf = notes.flatMap(({ answeredBy, kept }) => (answeredBy === "sideLoaded" ? [] : [kept]));
    if (rendered.status === 200 && rendered.failedRequestId === undefined && areCurrent(madeOf)) {
      answers.set(key, { rendered, madeOf });
    }
    return rendered;
  };

  const takeOff = (key: string, run: (signal: AbortSignal) => Promise<Run>): Flight => {
    const controller = new AbortController();
    const promise = run(controller.signal).then((made) => keep(key, made));
    const flight: Flight = { promise, controller, waiters: 0 };
    flights.set(key, flight);
    const land = () => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    promise.then(land, land);
    return flight;
  };

  return {
    kept(key) {
      const answer = answers.get(key);
      return answer && areCurrent(answer.madeOf) ? answer.rendered : undefined;
    },
    share(key, signal, run) {
      const flight = flights.get(key) ?? takeOff(key, run);
      flight.waiters += 1;
      signal.addEventListener("abort", () => {
        flight.waiters -= 1;
        if (flight.waiters > 0) return;
        if (flights.get(key) === flight) flights.delete(key);
        flight.controller.abort();
      });
      return flight.promise;
    },
  };
}

const areCurrent = (answers: readonly (KeptRead | undefined)[]): answers is readonly KeptRead[] =>
  answers.every((answer) => answer?.isCurrent());
