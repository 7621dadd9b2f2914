import type { Waiter } from "../graphql/waiter.ts";
import type { CallRecord, KeptAnswer } from "../rest/call-record.ts";
import { Cancellation } from "../rest/cancellation.ts";
import type { StoreNumbers } from "../rest/store-numbers.ts";
import { type CachedResponse, createKeptResponses } from "./kept-responses.ts";
import type { SerializedResponse } from "./serialized-response.ts";
import { unpooled } from "./unpooled.ts";

/** The result of running an operation. */
export interface ExecutionResult {
  readonly response: SerializedResponse;
  /** How the calls behind it were answered. */
  readonly records: readonly CallRecord[];
  /** Whether it depends on the moment at which it was made, so that its reads do not tell for how long it holds. @default false */
  readonly dependsOnMoment?: boolean;
  /** Whether it tells of the client, so that it is none for another with the same rights. @default false */
  readonly dependsOnClient?: boolean;
}

/** Responses to queries: equal queries in flight are run once, and a response made of cached reads alone is cached. */
export interface ResponseCache {
  /** How full it is, and how often it helped. */
  readonly numbers: StoreNumbers;
  /** The response to an equal query, if every read that it was made of would be answered from the cache now. */
  get(key: string): SerializedResponse | undefined;
  /** The last response to an equal query, if it was made of a few lists, which an equal query needs again at any moment. */
  last(key: string): CachedResponse | undefined;
  /**
   * Joins an equal query of the same client that began at most a second ago and after the last write, or runs this one.
   * The calls of a query are charged to its client, and another one must not wait for the share of that.
   * @param asked.client name of the client, where clients are told apart.
   * @param waiter the client that asks; the run is aborted once all clients that wait for it have left.
   */
  share(
    asked: { readonly key: string; readonly client?: string | undefined },
    waiter: Waiter,
    run: (waiters: Waiter) => Promise<ExecutionResult>,
  ): Promise<SerializedResponse>;
}

interface InFlightRequest {
  readonly promise: Promise<SerializedResponse>;
  readonly cancellation: Cancellation;
  readonly writes: number;
  readonly deadlineAtMs: number;
  waiters: number;
}

const mostBytes = 28 * 1024 * 1024;
/** Room for the keys of requests that came once. */
const mostAskedBytes = 4 * 1024 * 1024;
/** A request that comes later than this has a later deadline; it runs by itself and still shares the reads in flight. */
const longestAgeMs = 1_000;

/**
 * @param options.shares whether equal queries in flight are run once.
 * @param options.writes counts writes to all systems.
 */
export function createResponseCache(options: { readonly shares: boolean; writes(): number }): ResponseCache {
  const inFlight = new Map<string, InFlightRequest>();
  const answered = { hits: 0, misses: 0, shared: 0 };
  const responses = createKeptResponses({ mostBytes, mostAskedBytes });

  const store = (
    key: string,
    { dependsOnClient = false, dependsOnMoment = false, records, response }: ExecutionResult,
  ): SerializedResponse => {
    const reads = records.flatMap(({ kept, servedFrom }) => (servedFrom === "sideLoaded" ? [] : [kept]));
    const isWhole = response.status === 200 && response.failedRequestId === undefined;
    if (isWhole && !dependsOnClient && !dependsOnMoment && areCached(reads))
      responses.note(key, records.some(wasCalled), () => ({ response: keptForm(response), reads }));
    return response;
  };

  const start = (
    key: string,
    id: string,
    { deadlineAtMs }: Waiter,
    run: (waiters: Waiter) => Promise<ExecutionResult>,
  ): InFlightRequest => {
    const cancellation = new Cancellation();
    const promise = run({ cancellation, deadlineAtMs }).then((made) => store(key, made));
    const writes = options.writes();
    const request: InFlightRequest = { promise, cancellation, writes, deadlineAtMs, waiters: 0 };
    if (options.shares) inFlight.set(id, request);
    const settle = () => {
      if (inFlight.get(id) === request) inFlight.delete(id);
    };
    promise.then(settle, settle);
    return request;
  };

  const joinable = (id: string, { deadlineAtMs }: Waiter): InFlightRequest | undefined => {
    const request = inFlight.get(id);
    const isYoung = request !== undefined && deadlineAtMs - request.deadlineAtMs < longestAgeMs;
    return isYoung && request.writes === options.writes() ? request : undefined;
  };

  return {
    get numbers() {
      return { ...answered, bytes: responses.bytes, entries: responses.entries };
    },
    get(key) {
      const cached = responses.get(key);
      if (!cached?.reads.every((read) => read.isCurrent())) return undefined;
      answered.hits += 1;
      return cached.response;
    },
    last(key) {
      const cached = responses.get(key);
      return cached && mayHold(cached) ? cached : undefined;
    },
    share({ client, key }, waiter, run) {
      const id = client === undefined ? key : `${JSON.stringify(client)} ${key}`;
      const joined = joinable(id, waiter);
      answered[joined ? "shared" : "misses"] += 1;
      const request = joined ?? start(key, id, waiter, run);
      request.waiters += 1;
      waiter.cancellation.onCancel(() => {
        request.waiters -= 1;
        if (request.waiters > 0) return;
        if (inFlight.get(id) === request) inFlight.delete(id);
        request.cancellation.cancel();
      });
      return request.promise;
    },
  };
}

/** A response as it is kept: with bytes of its own. */
const keptForm = ({ body, failedRequestId, headers, report, status }: SerializedResponse) => ({
  status,
  headers,
  body: unpooled(body),
  failedRequestId,
  report,
});

/** The most reads that are made ahead: should the first have changed, the others may not be needed. */
const mostReadAhead = 3;

/** Whether reading the same again may show that a response is still right. */
const mayHold = ({ reads }: CachedResponse): boolean => reads.length <= mostReadAhead && reads.every(isList);

/** A single object may be in a cached list by now, so only the planner can say how to read it. */
const isList = ({ source }: KeptAnswer): boolean =>
  source !== undefined && !source.endpoint.path.includes("{");

const wasCalled = ({ servedFrom }: CallRecord): boolean =>
  servedFrom === "network" || servedFrom === "coalesced";

const areCached = (reads: readonly (KeptAnswer | undefined)[]): reads is readonly KeptAnswer[] =>
  reads.every((read) => read !== undefined);
