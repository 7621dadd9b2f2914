import { type GatewayError, withFacts } from "../../errors.ts";
import { createBatchedReads, type KeyedList } from "../cache/batched-reads.ts";
import type { CallAnswer } from "../cache/call-answer.ts";
import type { CacheEntry } from "../cache/entry.ts";
import type { CachePeek } from "../cache/reads.ts";
import { cacheDefault } from "../cache-policy.ts";
import type { ReadSource } from "../call-record.ts";
import { type CallStats, newCallStats } from "../call-stats.ts";
import { type AnyEndpoint, routeOf } from "../endpoint.ts";
import { noRoom, overShare } from "../limits/refusal.ts";
import { deadlinePassed, type Operation } from "../operation.ts";
import type { PreparedRequest } from "../prepared-request.ts";
import { answerOf } from "../send.ts";
import type { Engine } from "./engine.ts";

/** The reads of one operation, in the cache and behind it. */
export interface Reading {
  /** Looks for an answer that the operation accepts. */
  peek(key: string): CachePeek;
  /** The cached answers whose values these are; undefined unless each is fresh, and the last under its key. */
  freshEntriesOf(values: readonly unknown[]): CacheEntry[] | undefined;
  /** @param key of the read. Never rejects. */
  read(attempt: PreparedRequest, key: string): Promise<CallAnswer>;
  /** Makes a read that may come to be needed, and is its answer then. */
  readAhead(source: ReadSource): Promise<CallAnswer>;
  /** One answer for each key, in their order. */
  readKeys(list: KeyedList, keys: readonly string[]): Promise<CallAnswer[]>;
}

/** Begins the reads of one operation. */
export function createReading(engine: Engine, operation: Operation): Reading {
  const { definition, reads, requests, send, store } = engine;
  const batched = engine.merged ?? createBatchedReads(requests, send);
  const accepts = operation.accepts ?? cacheDefault;
  // An operation that accepts no age wants nothing that was asked for before it.
  const afterSequence = accepts.maxAgeMs === 0 ? reads.sequence : 0;
  /** Reads that were made before it was known whether they are needed. */
  const ahead = new Map<string, Promise<CallAnswer>>();
  const late = lateErrors(engine, operation);

  const read: Reading["read"] = (attempt, key) => {
    const { endpoint, url } = attempt;
    const early = ahead.get(key);
    if (early) return early;
    return reads.read(
      {
        key,
        source: { system: definition.name, endpoint, url },
        asked: { endpoint, url },
        noun: requests.nounOf(endpoint),
        freshness: endpoint.cache,
        mayKeep: endpoint.keptIf as ((answer: unknown) => boolean) | undefined,
        late: (stats) => late(endpoint, stats),
        send: async (shared, { stats }, last) =>
          answerOf(await send(Object.assign({}, attempt, { stats, last }), shared)),
      },
      operation,
      afterSequence,
    );
  };

  return {
    peek: (key) => reads.peek(key, operation, afterSequence),
    freshEntriesOf(values) {
      const entries: CacheEntry[] = [];
      for (const value of values) {
        const entry = store.entryOf(value);
        // A body that another one has replaced is no longer what the list shows, however fresh it is.
        if (!entry || store.last(entry.key) !== entry) return undefined;
        if (store.reuseOf(entry, accepts, afterSequence) !== "fresh") return undefined;
        entries.push(entry);
      }
      return entries;
    },
    read,
    readAhead({ endpoint, url }) {
      const key = requests.keyOf(endpoint, url);
      const reading = read(requests.prepareFor(url, endpoint, {}, newCallStats()), key);
      ahead.set(key, reading);
      return reading;
    },
    readKeys(list, keys) {
      const { args, endpoint } = list;
      const url = requests.urlOf(endpoint, args);
      const group = requests.keyOf(endpoint, url);
      const readKey = (key: string) =>
        reads.read(
          {
            key: requests.keyOf(endpoint, url, key),
            source: undefined,
            asked: { endpoint, url, share: key },
            noun: requests.nounOf(endpoint),
            freshness: endpoint.cache,
            late: (stats) => late(endpoint, stats),
            send: (shared, spending) => batched.add(list, group, key, shared, spending),
          },
          operation,
          afterSequence,
        );
      return Promise.all(keys.map(readKey));
    },
  };
}

/** Makes the error of a read whose operation's deadline has passed: it tells where the time went. */
const lateErrors =
  ({ definition, waitMs }: Engine, operation: Operation) =>
  (endpoint: AnyEndpoint, { attempts, isInShare, isQueued }: CallStats): GatewayError => {
    const route = routeOf(endpoint);
    if (!isQueued || attempts > 0) return deadlinePassed(definition.name, route, { attempts });
    const refusal = isInShare ? overShare : noRoom;
    return withFacts(refusal(definition, route, waitMs(operation, 1)), { attempts });
  };
