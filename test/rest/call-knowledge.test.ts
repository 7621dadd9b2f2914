import { describe, expect, test } from "vitest";
import { noCache } from "../../src/rest/cache-policy.ts";
import { slidingWindow } from "../../src/rest/limits/windows.ts";
import { settled } from "../support/clock.ts";
import { books } from "./books.ts";
import { engine, outcomeOf, type TestEngine, things } from "./engine.ts";
import { answerLast, engineWithBook, newBook, oldBook, readBook } from "./kept-books.ts";

const isAtHand = (made: TestEngine, wishes = {}): boolean =>
  made.operation(10_000, wishes).call.isAtHand(books.get, { id: "1" });

describe("a read is at hand", () => {
  test("while what is kept is fresh, and not when it is stale", async () => {
    const made = await engineWithBook(999);
    expect(isAtHand(made)).toBe(true);
    await made.clock.advance(1);
    expect([isAtHand(made), made.calls()]).toEqual([false, []]);
  });

  test("while it is on its way, up to a write and for those who accept it", async () => {
    const made = engine();
    expect(isAtHand(made)).toBe(false);
    const early = made.operation(10_000, { accepts: noCache });
    const outcome = readBook(made.operation());
    await settled();
    expect([isAtHand(made), isAtHand(made, { accepts: noCache })]).toEqual([true, false]);
    expect(early.call.isAtHand(books.get, { id: "1" })).toBe(true);
    expect(made.operation().call.isAtHand(books.get, { id: "2" })).toBe(false);
    expect(made.operation().call.isAtHand(books.getWhole, { id: "1" })).toBe(false);
    outcomeOf(made.operation().call(books.update, { id: "1", body: {} }));
    await answerLast(made, newBook);
    expect([isAtHand(made), outcome, made.calls()]).toEqual([false, {}, ["GET /books/1", "PATCH /books/1"]]);
  });

  test("with a refresh only once that is sent", async () => {
    const made = await engineWithBook(4_000, { limits: [slidingWindow({ calls: 4, windowMs: 1_998 })] });
    const others = ["1", "2"].map((id) => outcomeOf(made.operation().call(things.get, { id })));
    await settled();
    for (const { answer } of made.sent.slice(1)) answer({ id: "1" });
    await settled();
    readBook(made.operation());
    await settled();
    expect([others.map(({ value }) => value), made.calls()]).toEqual([
      [{ id: "1" }, { id: "1" }],
      ["GET /things/1", "GET /things/2"],
    ]);
    expect(isAtHand(made)).toBe(false);
    await made.clock.advance(2_000);
    expect([isAtHand(made), made.calls()]).toEqual([true, ["GET /books/1"]]);
  });

  test("is known before anything is asked for, and costs nothing", async () => {
    const made = engine();
    expect([isAtHand(made), isAtHand(made)]).toEqual([false, false]);
    await settled();
    expect([made.calls(), made.clock.pending]).toEqual([[], 0]);
  });
});

test("a read is kept while it would be answered at once, fresh or not", async () => {
  const made = await engineWithBook(999);
  const isKept = (wishes = {}) => made.operation(10_000, wishes).call.isKept(books.get, { id: "1" });
  expect([isKept(), isKept({ accepts: noCache })]).toEqual([true, false]);
  await made.clock.advance(1);
  expect([isAtHand(made), isKept(), made.calls()]).toEqual([false, true, []]);
  await made.clock.advance(60_000);
  expect([isKept(), made.calls()]).toEqual([false, []]);
});

test("a row is queued while one of its calls waits for the rate limit, whoever makes it", async () => {
  const made = engine({ limits: [slidingWindow({ calls: 1, windowMs: 998 })] });
  made.answerAll(() => oldBook);
  const { call } = made.operation();
  await call(things.get, { id: "1" });
  const outcomes = [readBook(made.operation()), readBook(made.operation(), "2")];
  await settled();
  const queued = () => [books.get, books.list, things.get].map((row) => call.isQueued(row));
  expect(queued()).toEqual([true, false, false]);
  await made.clock.advance(1_000);
  expect([outcomes, queued()]).toEqual([
    [{ value: oldBook }, {}],
    [true, false, false],
  ]);
  await made.clock.advance(1_000);
  expect([outcomes[1], queued()]).toEqual([{ value: oldBook }, [false, false, false]]);
  expect(made.calls()).toEqual(["GET /things/1", "GET /books/1", "GET /books/2"]);
});

test("calls are in time while the last one can be sent well before the deadline", async () => {
  const made = engine({ limits: [slidingWindow({ calls: 1, windowMs: 998 })] });
  const { call } = made.operation(10_000);
  const mostInTime = () => [...Array(20).keys()].findLast((calls) => call.areInTime(calls));
  const atFirst = mostInTime();
  await made.clock.advance(5_000);
  expect([atFirst, mostInTime()]).toEqual([9, 4]);
  await made.clock.advance(4_000);
  expect([call.areInTime(0), made.calls()]).toEqual([false, []]);
});

describe("values that were answered are current", () => {
  /** The value that is kept of a book. */
  const keptValue = async (made: TestEngine): Promise<unknown> => {
    const outcome = readBook(made.operation());
    await settled();
    expect(made.calls()).toEqual([]);
    return outcome.value;
  };

  test("while all of them are fresh; then they count as answered", async () => {
    const made = await engineWithBook(0);
    const second = readBook(made.operation(), "2");
    await answerLast(made, newBook);
    made.calls();
    const values = [await keptValue(made), second.value];
    const { call, notes } = made.operation();
    await made.clock.advance(999);
    expect(call.areCurrent(books.get, values)).toBe(true);
    expect(notes).toMatchObject(
      Array(2).fill({ endpoint: "GET /books/{id}", answeredBy: "fresh", attempts: 0, ageMs: 999 }),
    );
    expect(notes.map(({ kept }) => kept?.isCurrent())).toEqual([true, true]);
    await made.clock.advance(1);
    expect([call.areCurrent(books.get, values), notes.length, made.calls()]).toEqual([false, 2, []]);
  });

  test("for nobody who wants what is new", async () => {
    const made = await engineWithBook(0);
    const values = [await keptValue(made)];
    const { call, notes } = made.operation(10_000, { accepts: noCache });
    expect([call.areCurrent(books.get, values), notes]).toEqual([false, []]);
  });

  test("not if one of them was never kept", async () => {
    const made = await engineWithBook(0);
    const { call, notes } = made.operation();
    const values = [await keptValue(made), { id: "2" }];
    expect([call.areCurrent(books.get, values), call.areCurrent(books.get, ["A"]), notes]).toEqual([
      false,
      false,
      [],
    ]);
  });

  test("not once another answer has come in their place, however young they are", async () => {
    const made = await engineWithBook(0);
    const old = await keptValue(made);
    const renewed = outcomeOf(made.operation(10_000, { accepts: noCache }).call(books.get, { id: "1" }));
    await answerLast(made, newBook);
    const { call } = made.operation();
    expect(renewed).toEqual({ value: newBook });
    expect([call.areCurrent(books.get, [old]), call.areCurrent(books.get, [renewed.value])]).toEqual([
      false,
      true,
    ]);
    expect(made.calls()).toEqual(["GET /books/1"]);
  });

  test("not after a write, which is what keeps them from being used", async () => {
    const made = await engineWithBook(0);
    const values = [await keptValue(made)];
    const write = outcomeOf(made.operation().call(books.update, { id: "1", body: {} }));
    await answerLast(made, newBook);
    expect([write, made.operation().call.areCurrent(books.get, values)]).toEqual([{ value: newBook }, false]);
    expect(made.calls()).toEqual(["PATCH /books/1"]);
  });
});
