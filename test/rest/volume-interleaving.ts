import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { groupBy } from "../../src/loaders/group-by.ts";
import { noCache } from "../../src/rest/cache-policy.ts";
import type { Call } from "../../src/rest/call.ts";
import { settled } from "../support/clock.ts";
import { type Exchange, engine, type Outcome, outcomeOf, type Wishes } from "./engine.ts";
import { onShelf, openShop, pageOf, type Stock } from "./volume-shop.ts";
import { type VolumeJson, volumes } from "./volumes.ts";

/** A way to read volumes, and what it shows of a stock. */
interface Way {
  readonly read: (call: Call) => Promise<unknown>;
  readonly view: (stock: Stock) => unknown;
}

const get = (id: string): Way => ({
  read: (call) => call(volumes.get, { id }),
  view: (stock) => stock.find((row) => row.id === id),
});
const page = (offset: number): Way => ({
  read: (call) => call(volumes.list, { query: { offset, limit: 2 } }),
  view: (stock) => pageOf(stock, offset, 2),
});
const shelf = (name: string): Way => ({
  read: (call) => call(volumes.list, { query: { shelf: name } }),
  view: (stock) => ({ rows: onShelf(stock, name) }),
});
const share = (name: string): Way => ({
  read: async (call) => {
    const rows = await call.readBatch<
      "/volumes",
      { shelves?: readonly string[] },
      undefined,
      never,
      { rows: Stock },
      VolumeJson
    >(
      {
        endpoint: volumes.list as never,
        args: { query: {} } as never,
        parameter: "shelves" as never,
        keysPerCall: 2,
        rowsByKey: ({ rows: all }) => groupBy(all, (row) => row.shelf),
      },
      [name],
    );
    const found = rows.get(name);
    if (found instanceof Error) throw found;
    return found;
  },
  view: (stock) => onShelf(stock, name),
});

/** Points, pages of the whole list, filtered lists and shares of a read of many keys. */
export const ways: readonly Way[] = [
  ...["1", "2", "4"].map(get),
  ...[0, 2, 4].map(page),
  ...["a", "b"].map(shelf),
  ...["a", "b"].map(share),
];

/** The writes, each made with a number that no other one has. */
const changes: readonly ((call: Call, number: number) => Promise<unknown>)[] = [
  ...["1", "2", "4"].map(
    (id) => (call: Call, number: number) => call(volumes.update, { id, body: { title: `set ${number}` } }),
  ),
  (call) => call(volumes.update, { id: "2", body: { shelf: "b" } }),
  (call, number) => call(volumes.update, { id: "2", body: { shelf: "a", note: `noted ${number}` } }),
  (call) => call(volumes.bind, { id: "1" }),
  (call, number) => call(volumes.create, { body: { title: `new ${number}`, shelf: number % 2 ? "a" : "b" } }),
  (call) => call(volumes.delete, { id: "4" }),
  (call) => call(volumes.dust, { body: { shelf: "a" } }),
];

/** One thing that happens; numbers choose among those to which it can happen. */
export type VolumeStep =
  | { readonly does: "read"; readonly way: number; readonly isNew: boolean }
  | { readonly does: "write"; readonly change: number }
  | { readonly does: "arrive" | Ending; readonly pick: number }
  | { readonly does: "wait"; readonly ms: number };

const pick = fc.nat({ max: 20 });

/** Whatever can happen; most requests are answered as they should be. */
export const volumeSteps: fc.Arbitrary<VolumeStep[]> = fc.array(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        does: fc.constant("read" as const),
        way: fc.nat({ max: ways.length - 1 }),
        isNew: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        does: fc.constant("write" as const),
        change: fc.nat({ max: changes.length - 1 }),
      }),
    },
    { weight: 3, arbitrary: fc.record({ does: fc.constant("arrive" as const), pick }) },
    { weight: 14, arbitrary: fc.record({ does: fc.constant("answer" as const), pick }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constantFrom("lose" as const, "refuse" as const), pick }) },
    {
      weight: 1,
      arbitrary: fc.record({
        does: fc.constant("wait" as const),
        ms: fc.constantFrom(1, 400, 1_100, 4_900, 10_000, 20_001),
      }),
    },
  ),
  { minLength: 8, maxLength: 60 },
);

/** How a request ends. */
type Ending = "lose" | "refuse" | "answer";

interface Request {
  readonly exchange: Exchange;
  answer?: { readonly value: unknown };
  isOver?: boolean;
}

/** A read, and the stock at its beginning. */
interface Read {
  readonly way: Way;
  readonly outcome: Outcome;
  /** Stocks before it that a read which begins then need not show. */
  readonly from: number;
  until?: number;
}

/** Whether a call was answered or failed. */
const isEnded = (outcome: Outcome): boolean => Object.keys(outcome).length > 0;

/**
 * Lets steps happen one after the other to four volumes.
 * @returns reads that show what no gateway without a cache could have been answered, and how many calls there were.
 */
export async function interleaveVolumes(steps: readonly VolumeStep[]) {
  const made = engine();
  const { clock, sent } = made;
  const shop = openShop();
  const requests: Request[] = [];
  const reads: Read[] = [];
  const writes: Outcome[] = [];
  /** A write whose answer was lost may take effect for ten seconds, and what was read meanwhile may be shared. */
  let inDoubtUntilMs = 0;

  const arrive = (request: Request): unknown => {
    request.answer ??= { value: shop.arrive(request.exchange) };
    return request.answer.value;
  };
  const isWrite = ({ exchange }: Request): boolean => exchange.request.method !== "GET";
  const underWay = () => requests.filter(({ exchange, isOver }) => !isOver && !exchange.aborted);

  const end = (request: Request, does: Ending): void => {
    request.isOver = true;
    if (does === "lose") {
      if (isWrite(request)) inDoubtUntilMs = Number.POSITIVE_INFINITY;
      request.exchange.fail(new Error("socket hang up"));
    } else if (does === "refuse" && !request.answer) request.exchange.answer("", 422);
    else {
      const value = arrive(request);
      if (value === undefined) request.exchange.answer("", 404);
      else request.exchange.answer(value);
    }
  };

  /** Changes that are under way may show or not. */
  const acknowledged = (): number =>
    requests.some((request) => isWrite(request) && !request.isOver) || clock.nowMs() < inDoubtUntilMs
      ? 0
      : shop.stocks.length - 1;

  const look = async (): Promise<void> => {
    await settled();
    for (const exchange of sent.slice(requests.length)) requests.push({ exchange });
    for (const read of reads) if (isEnded(read.outcome)) read.until ??= shop.stocks.length;
  };

  const read = (way: Way | undefined, wishes: Wishes = {}): void => {
    if (!way) return;
    const { call } = made.operation(60_000, wishes);
    reads.push({ way, outcome: outcomeOf(way.read(call)), from: acknowledged() });
  };

  const write = (change: (typeof changes)[number] | undefined): void => {
    if (change) writes.push(outcomeOf(change(made.operation(60_000).call, writes.length)));
  };

  const handle = (does: "arrive" | Ending, place: number): void => {
    const choice = underWay();
    const request = choice[place % choice.length];
    if (!request) return;
    if (does === "arrive") arrive(request);
    else end(request, does);
  };

  const take = async (step: VolumeStep): Promise<void> => {
    if (step.does === "wait") await clock.advance(step.ms);
    else if (step.does === "read") read(ways[step.way], step.isNew ? { accepts: noCache } : {});
    else if (step.does !== "write") handle(step.does, step.pick);
    else write(changes[step.change]);
  };

  /** Answers all that is under way, so that nothing is left that may change anything. */
  const finish = async (): Promise<void> => {
    await look();
    for (let left = underWay(); left.length > 0; left = underWay()) {
      for (const request of left) end(request, "answer");
      await clock.advance(3_000);
      await look();
    }
  };

  for (const step of steps) {
    await take(step);
    await look();
  }
  await finish();
  if (inDoubtUntilMs > 0) await clock.advance(10_001);
  inDoubtUntilMs = 0;
  for (const way of ways) read(way);
  await finish();
  const isPossible = ({ way, outcome, from, until = shop.stocks.length }: Read): boolean =>
    "error" in outcome ||
    shop.stocks.slice(from, until).some((stock) => isDeepStrictEqual(way.view(stock), shown(outcome)));
  return { wrong: reads.filter((read) => !isPossible(read)), made };
}

const shown = ({ value }: Outcome): unknown => value;
