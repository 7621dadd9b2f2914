import { type CallStats, newCallStats } from "../call-stats.ts";
import { Cancellation } from "../cancellation.ts";
import type { LooseArguments, LooseEndpoint } from "../endpoint.ts";
import { liveOperation, type Operation } from "../operation.ts";
import { type OpenPayers, openPayers } from "../payers.ts";
import { type Answer, liveRequest, type RequestBuilder } from "../prepared-request.ts";
import { answerOf, type Send } from "../send.ts";
import type { Spending } from "./read-request.ts";

/** A list that takes many keys in one call. */
export interface KeyedList {
  readonly endpoint: LooseEndpoint;
  /** All arguments but the keys. */
  readonly args: LooseArguments;
  /** Query parameter that holds the keys. */
  readonly parameter: string;
  readonly keysPerCall: number;
  /** Sorts an answer by key; a key that it leaves out has no rows. */
  readonly rowsByKey: (value: unknown) => ReadonlyMap<string, readonly unknown[]>;
}

/** Reads of one key each that go out together: as long as a call waits for the budget, others' keys may join it. */
export interface BatchedReads {
  /**
   * Adds a key to the next call for such keys.
   * @param group what tells keys that fit one call from others: endpoint and arguments.
   */
  add(list: KeyedList, group: string, key: string, reader: Operation, spending: Spending): Promise<Answer>;
}

interface Batch {
  readonly keys: Set<string>;
  readonly readers: Set<Operation>;
  readonly payers: OpenPayers;
  readonly stats: CallStats;
  readonly cancellation: Cancellation;
  readonly answer: Promise<ReadonlyMap<string, readonly unknown[]>>;
}

/** Makes the reads of one system, none of which is under way. */
export function createBatchedReads(requests: RequestBuilder, send: Send): BatchedReads {
  /** Calls that have not been sent, by group and class. */
  const open = new Map<string, Batch>();

  const begin = (list: KeyedList, id: string, first: Operation): Batch => {
    const { args, endpoint, parameter, rowsByKey } = list;
    const keys = new Set<string>();
    const readers = new Set<Operation>();
    const payers = openPayers();
    const stats: CallStats = { ...newCallStats(), begunFor: first.origin ?? first };
    const cancellation = new Cancellation();
    const { body, last, repeatable } = requests.prepare(endpoint, args, stats);
    const urlOfAll = () => {
      // It is being sent: from now on no read can join.
      if (open.get(id) === batch) open.delete(id);
      return requests.urlOf(endpoint, { ...args, query: { ...args.query, [parameter]: [...keys] } });
    };
    const request = liveRequest(urlOfAll, { body, endpoint, last, repeatable, stats });
    const latestAtMs = () => Math.max(...[...readers].map(({ deadlineAtMs }) => deadlineAtMs));
    const operation = liveOperation(
      { signal: () => cancellation, deadlineAtMs: latestAtMs },
      {
        origin: first.origin ?? first,
        ...(first.payers && { payers }),
        ...(first.priority && { priority: first.priority }),
      },
    );
    // The keys of a batch are added one by one before anything else happens.
    const answer = Promise.resolve()
      .then(() => send(request, operation))
      .then((outcome) => rowsByKey(answerOf(outcome).value))
      .finally(() => {
        if (open.get(id) === batch) open.delete(id);
      });
    const batch: Batch = { keys, readers, payers, stats, cancellation, answer };
    open.set(id, batch);
    return batch;
  };

  return {
    async add(list, group, key, reader, spending) {
      const id = `${group} ${reader.priority ?? "interactive"}`;
      const waiting = open.get(id);
      const batch = waiting && waiting.keys.size < list.keysPerCall ? waiting : begin(list, id, reader);
      batch.keys.add(key);
      spending.stats = batch.stats;
      batch.readers.add(reader);
      batch.payers.include(reader.payers);
      const leave = () => {
        batch.readers.delete(reader);
        if (batch.readers.size === 0) batch.cancellation.cancel();
      };
      reader.signal.addEventListener("abort", leave, { once: true });
      try {
        const found = await batch.answer;
        return { value: found.get(key) ?? none, digest: undefined };
      } finally {
        reader.signal.removeEventListener("abort", leave);
      }
    },
  };
}

const none: readonly unknown[] = Object.freeze([]);
