import fc from "fast-check";
import { noCache } from "../../src/rest/cache-policy.ts";
import { settled } from "../support/clock.ts";
import { books } from "./books.ts";
import {
  type Exchange,
  engine,
  type Outcome,
  outcomeOf,
  type TestEngine,
  type TestOperation,
} from "./engine.ts";

/** One thing that happens; `pick` chooses among those to which it can happen. */
export type Step =
  | { readonly does: "read"; readonly what: "1" | "2" | "list"; readonly isNew: boolean }
  | { readonly does: "write"; readonly id: "1" | "2"; readonly isRepeatable: boolean }
  /** A request reaches the upstream: a write takes effect, a read sees what is there. */
  | { readonly does: "arrive"; readonly pick: number }
  | { readonly does: "answer"; readonly pick: number; readonly how: "done" | "refused" | "lost" | "failed" }
  | { readonly does: "leave"; readonly pick: number }
  | { readonly does: "wait"; readonly ms: number };

const pick = fc.nat({ max: 20 });
const waitMs = fc.constantFrom(1, 400, 700, 1_100, 2_900, 3_100, 5_000, 9_000);

/** Whatever can happen, reads and answers most often. */
export const steps = (count: number): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({
          does: fc.constant("read" as const),
          what: fc.constantFrom("1" as const, "2" as const, "list" as const),
          isNew: fc.boolean(),
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          does: fc.constant("write" as const),
          id: fc.constantFrom("1" as const, "2" as const),
          isRepeatable: fc.boolean(),
        }),
      },
      { weight: 4, arbitrary: fc.record({ does: fc.constant("arrive" as const), pick }) },
      {
        weight: 8,
        arbitrary: fc.record({
          does: fc.constant("answer" as const),
          pick,
          how: fc.oneof(
            { weight: 5, arbitrary: fc.constant("done" as const) },
            { weight: 2, arbitrary: fc.constantFrom("refused" as const, "lost" as const, "failed" as const) },
          ),
        }),
      },
      { weight: 1, arbitrary: fc.record({ does: fc.constant("leave" as const), pick }) },
      { weight: 2, arbitrary: fc.record({ does: fc.constant("wait" as const), ms: waitMs }) },
    ),
    { minLength: 5, maxLength: count },
  );

/** How often each book was changed. */
type Revisions = Readonly<Record<"1" | "2", number>>;

/** A read, with what it must show at least. */
interface Read {
  readonly outcome: Outcome;
  readonly least: Revisions;
  readonly beganAtMs: number;
}

interface Write {
  readonly id: "1" | "2";
  readonly outcome: Outcome;
  endedAtMs?: number;
}

/** A request at the upstream. */
interface Arrival {
  readonly exchange: Exchange;
  readonly sentAtMs: number;
  readonly write: Write | undefined;
  /** What it saw or made, once it has arrived. */
  revisions?: Revisions;
  /** Whether it will never arrive. */
  isDead?: boolean;
  isAnswered?: boolean;
  /** Whether its write had ended when it took effect. */
  isLate?: boolean;
}

/** What came of it all. */
export interface Interleaving {
  readonly made: TestEngine;
  readonly operations: readonly TestOperation[];
  /** Reads that showed less than they had to. */
  readonly wrong: readonly Read[];
  /** Of all reads and writes. */
  readonly outcomes: readonly Outcome[];
}

/** How long a write whose answer was lost may take effect. */
const lateMs = 10_000;

/** Whether a call was answered or failed. */
export const isEnded = (outcome: Outcome): boolean => Object.keys(outcome).length > 0;
const isUnderWay = ({ exchange, isAnswered }: Arrival): boolean => !isAnswered && !exchange.aborted;

/** Lets steps happen one after the other to two books and whoever reads and changes them. */
export async function interleave(happening: readonly Step[], made = engine()): Promise<Interleaving> {
  const { clock, sent } = made;
  let now: Revisions = { "1": 0, "2": 0 };
  const [reads, writes, arrivals, operations]: [Read[], Write[], Arrival[], TestOperation[]] = [
    [],
    [],
    [],
    [],
  ];

  const least = (isNew: boolean): Revisions => {
    if (isNew) return now;
    const floor = { "1": 0, "2": 0 };
    for (const { write, isLate, revisions } of arrivals) {
      if (!write || !revisions || write.endedAtMs === undefined) continue;
      const settledAtMs = write.endedAtMs + lateMs;
      // Reads from before that moment may be shared still, though not kept.
      const isShared =
        reads.some(({ beganAtMs, outcome }) => !isEnded(outcome) && beganAtMs < settledAtMs) ||
        arrivals.some((one) => !one.write && isUnderWay(one) && one.sentAtMs < settledAtMs);
      if (isLate && (clock.nowMs() < settledAtMs || isShared)) continue;
      floor[write.id] = Math.max(floor[write.id], revisions[write.id]);
    }
    return floor;
  };

  const arrive = (arrival: Arrival): void => {
    const { write } = arrival;
    if (write?.endedAtMs !== undefined && clock.nowMs() >= write.endedAtMs + lateMs) arrival.isDead = true;
    if (arrival.revisions || arrival.isDead) return;
    if (write) now = { ...now, [write.id]: now[write.id] + 1 };
    arrival.revisions = now;
    arrival.isLate = write?.endedAtMs !== undefined;
  };

  const answer = (arrival: Arrival, how: "done" | "refused" | "lost" | "failed"): void => {
    const { exchange, write } = arrival;
    arrival.isAnswered = true;
    if (how === "lost") exchange.fail(new Error("socket hang up"));
    else if (how === "refused" && write && !arrival.revisions) {
      arrival.isDead = true;
      exchange.answer("", 409);
    } else if (how !== "done") exchange.answer("", 503);
    else {
      arrive(arrival);
      exchange.answer(bodyOf(exchange.request.url.pathname, arrival.revisions ?? now));
    }
  };

  /** Notes what was sent and what has ended since. */
  const look = async (): Promise<void> => {
    await settled();
    for (const exchange of sent.slice(arrivals.length)) {
      const number = /"w(\d+)"/.exec(String(exchange.request.body))?.[1];
      arrivals.push({
        exchange,
        sentAtMs: clock.nowMs(),
        write: number ? writes[Number(number)] : undefined,
      });
    }
    for (const write of writes) if (isEnded(write.outcome)) write.endedAtMs ??= clock.nowMs();
  };

  const chosen = <Item>(items: readonly Item[], place: number): Item | undefined =>
    items[place % items.length];

  const take = (step: Step): void | Promise<void> => {
    if (step.does === "wait") return clock.advance(step.ms);
    if (step.does === "leave") return chosen(operations, step.pick)?.leave();
    if (step.does === "arrive") {
      const arrival = chosen(
        arrivals.filter(({ revisions, isDead }) => !revisions && !isDead),
        step.pick,
      );
      return arrival && arrive(arrival);
    }
    if (step.does === "answer") {
      const arrival = chosen(arrivals.filter(isUnderWay), step.pick);
      return arrival && answer(arrival, step.how);
    }
    const operation = made.operation(10_000, step.does === "read" && step.isNew ? { accepts: noCache } : {});
    const { call } = operation;
    operations.push(operation);
    if (step.does === "read") {
      const { what, isNew } = step;
      const floor = least(isNew);
      const outcome = outcomeOf(what === "list" ? call(books.list) : call(books.get, { id: what }));
      reads.push({ outcome, least: floor, beganAtMs: clock.nowMs() });
      return;
    }
    const body = { title: `w${writes.length}` };
    const { id, isRepeatable } = step;
    const outcome = outcomeOf(isRepeatable ? call(books.update, { id, body }) : call(books.create, { body }));
    writes.push({ id, outcome });
  };

  for (const step of happening) {
    await take(step);
    await look();
  }
  return {
    made,
    operations,
    wrong: reads.filter(({ outcome, least: floor }) => !showsAtLeast(outcome.value, floor)),
    outcomes: [...reads, ...writes].map(({ outcome }) => outcome),
  };
}

/** The title of a book is how often it was changed. */
function bodyOf(path: string, revisions: Revisions): unknown {
  const book = (id: "1" | "2") => ({ id, title: String(revisions[id]) });
  if (path.endsWith("/1")) return book("1");
  return path.endsWith("/2") ? book("2") : { books: [book("1"), book("2")] };
}

/** An error shows nothing. */
function showsAtLeast(value: unknown, least: Revisions): boolean {
  const shown = value === undefined ? [] : Array.isArray(value) ? value : [value];
  return shown.every(({ id, title }: { id: "1" | "2"; title: string }) => Number(title) >= least[id]);
}
