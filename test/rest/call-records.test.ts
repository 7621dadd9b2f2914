import { describe, expect, test } from "vitest";
import type { CallRecord } from "../../src/rest/call-record.ts";
import { slidingWindow } from "../../src/rest/limits/windows.ts";
import { settled } from "../support/clock.ts";
import { books } from "./books.ts";
import { at, engine, outcomeOf, type TestEngine, things } from "./engine.ts";
import { answerLast, engineWithBook, newBook, oldBook, readBook } from "./kept-books.ts";

/** The facts of a call that cost nothing. */
const free = { system: "things", attempts: 0, budgetWaitMs: 0, durationMs: 0, ageMs: 0 };

/** Notes without what is kept, which has tests of its own, and without moments. */
const facts = (notes: readonly CallRecord[]) => notes.map(({ kept, startedAtMs, status, ...rest }) => rest);

describe("an operation is told of each of its calls", () => {
  test("once it is answered, with what it took", async () => {
    const made = engine();
    const { call, notes } = made.operation();
    const outcomes = [outcomeOf(call(books.get, { id: "1" }))];
    await made.clock.advance(120);
    expect(notes).toEqual([]);
    at(made.sent, 0).answer("", 503);
    await made.clock.advance(30);
    at(made.sent, 1).answer(oldBook);
    await settled();
    outcomes.push(outcomeOf(call(books.create, { body: { title: "a" } })));
    await made.clock.advance(40);
    at(made.sent, 2).answer("", 409);
    await settled();
    expect(outcomes).toMatchObject([{ value: oldBook }, { error: { code: "CONFLICT" } }]);
    expect(facts(notes)).toEqual([
      { ...free, endpoint: "GET /books/{id}", servedFrom: "network", attempts: 2, durationMs: 150 },
      {
        ...free,
        endpoint: "POST /books",
        servedFrom: "network",
        attempts: 1,
        durationMs: 40,
        code: "CONFLICT",
      },
    ]);
    expect(made.calls()).toEqual(["GET /books/1", "GET /books/1", "POST /books"]);
  });

  test("when it waited for the rate limit, for how long", async () => {
    const made = engine({ limits: [slidingWindow({ calls: 1, windowMs: 998 })] });
    made.answerAll(() => oldBook);
    const { call, notes } = made.operation();
    const outcomes = ["1", "2"].map((id) => outcomeOf(call(things.get, { id })));
    await made.clock.advance(1_000);
    expect([outcomes, made.calls().length]).toEqual([Array(2).fill({ value: oldBook }), 2]);
    expect(notes).toMatchObject([
      { budgetWaitMs: 0, durationMs: 0 },
      { budgetWaitMs: 1_000, durationMs: 1_000 },
    ]);
  });

  test.each([
    ["", 200, {}],
    [", also where it failed", 403, { code: "FORBIDDEN" }],
  ])("when another's call answered it, with what was sent for both%s", async (_, status, code) => {
    const made = engine();
    const [first, second] = [made.operation(), made.operation()];
    const outcomes = [readBook(first)];
    await made.clock.advance(100);
    outcomes.push(readBook(second));
    await made.clock.advance(20);
    await answerLast(made, oldBook, status);
    const note = { ...free, endpoint: "GET /books/{id}", attempts: 1, ...code };
    expect(facts(first.notes)).toEqual([{ ...note, servedFrom: "network", durationMs: 120 }]);
    expect(facts(second.notes)).toEqual([{ ...note, servedFrom: "coalesced", durationMs: 20 }]);
    expect(outcomes[1]).toEqual(outcomes[0]);
    expect(made.calls()).toEqual(["GET /books/1"]);
  });

  test("when nothing was sent for want of time, with its code", async () => {
    const made = engine();
    const { call, notes } = made.operation(100);
    await made.clock.advance(100);
    const outcome = outcomeOf(call(books.create, { body: { title: "a" } }));
    await settled();
    expect(outcome.error).toMatchObject({ code: "UPSTREAM_TIMEOUT" });
    expect(facts(notes)).toEqual([
      { ...free, endpoint: "POST /books", servedFrom: "network", code: "UPSTREAM_TIMEOUT" },
    ]);
    expect(made.calls()).toEqual([]);
  });

  test("that rows came along with another", async () => {
    const { operation, calls } = engine();
    const { call, notes } = operation();
    call.sideLoaded(books.list);
    expect([facts(notes), calls()]).toEqual([
      [{ ...free, endpoint: "GET /books", servedFrom: "sideLoaded" }],
      [],
    ]);
  });
});

describe("what is kept", () => {
  /** A kept answer as a note tells of it. */
  const keptOf = async (made: TestEngine): Promise<NonNullable<CallRecord["kept"]>> => {
    const asking = made.operation();
    readBook(asking);
    await settled();
    const { kept } = asking.notes[0] ?? {};
    if (!kept) throw new Error("Nothing is kept.");
    expect(made.calls()).toEqual([]);
    return kept;
  };

  test("is current while it is fresh", async () => {
    const made = await engineWithBook(0);
    const kept = await keptOf(made);
    await made.clock.advance(999);
    expect(kept.isCurrent()).toBe(true);
    await made.clock.advance(1);
    expect(kept.isCurrent()).toBe(false);
  });

  test.each([
    ["and again when it is answered as it was", oldBook, true],
    ["and never again once it is answered otherwise", newBook, false],
  ])("%s", async (_, answer, isCurrent) => {
    const made = await engineWithBook(0);
    const kept = await keptOf(made);
    await made.clock.advance(1_000);
    readBook(made.operation());
    expect(kept.isCurrent()).toBe(false);
    await answerLast(made, answer);
    expect([kept.isCurrent(), made.calls()]).toEqual([isCurrent, ["GET /books/1"]]);
  });

  test("is not current after a write, nor when it had to make room", async () => {
    const written = await engineWithBook(0);
    const small = await engineWithBook(0, { reads: { mostBytes: 3_000 } });
    const kept = [await keptOf(written), await keptOf(small)];
    outcomeOf(written.operation().call(books.update, { id: "2", body: {} }));
    await answerLast(written, newBook);
    readBook(small.operation(), "2");
    await answerLast(small, newBook);
    expect(kept.map((one) => one.isCurrent())).toEqual([false, false]);
    expect([written.calls(), small.calls()]).toEqual([["PATCH /books/2"], ["GET /books/2"]]);
  });

  test("is told of only where there is something", async () => {
    const made = engine();
    const { call, notes } = made.operation();
    outcomeOf(call(books.getNow, { id: "1" }));
    await answerLast(made, oldBook);
    outcomeOf(call(books.get, { id: "1" }));
    await answerLast(made, "", 403);
    outcomeOf(call(books.update, { id: "1", body: {} }));
    await answerLast(made, newBook);
    expect(notes.map(({ kept }) => kept)).toEqual([undefined, undefined, undefined]);
    expect(made.calls().length).toBe(3);
  });
});
