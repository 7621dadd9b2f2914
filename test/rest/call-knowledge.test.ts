import { describe, expect, test } from "vitest";
import { noCache } from "../../src/rest/cache-policy.ts";
import { slidingWindow } from "../../src/rest/limits/windows.ts";
import type { ReadState } from "../../src/rest/read-handle.ts";
import { settled } from "../support/clock.ts";
import { books } from "./books.ts";
import { engine, outcomeOf, type TestEngine, things } from "./engine.ts";
import { answerLast, engineWithBook, newBook, oldBook, readBook } from "./kept-books.ts";

const stateOf = (made: TestEngine, wishes = {}, id = "1"): ReadState =>
  made.operation(10_000, wishes).call.read(books.get, { id }).peek().state;

describe("a read costs no call", () => {
  test("while what is kept is fresh, and not when it is stale", async () => {
    const made = await engineWithBook(999);
    expect(stateOf(made)).toBe("fresh");
    await made.clock.advance(1);
    expect([stateOf(made), made.calls()]).toEqual(["stale", []]);
  });

  test("while it is on its way, up to a write and for those who accept it", async () => {
    const made = engine();
    expect(stateOf(made)).toBe("none");
    const early = made.operation(10_000, { accepts: noCache });
    const outcome = readBook(made.operation());
    await settled();
    expect([stateOf(made), stateOf(made, { accepts: noCache })]).toEqual(["inFlight", "none"]);
    expect(early.call.read(books.get, { id: "1" }).peek().state).toBe("inFlight");
    expect(stateOf(made, {}, "2")).toBe("none");
    expect(made.operation().call.read(books.getWhole, { id: "1" }).peek().state).toBe("none");
    outcomeOf(made.operation().call(books.update, { id: "1", body: {} }));
    await answerLast(made, newBook);
    expect([stateOf(made), outcome, made.calls()]).toEqual(["none", {}, ["GET /books/1", "PATCH /books/1"]]);
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
    expect(stateOf(made)).toBe("stale");
    await made.clock.advance(2_000);
    expect([stateOf(made), made.calls()]).toEqual(["inFlight", ["GET /books/1"]]);
  });

  test("is known before anything is asked for, and costs nothing", async () => {
    const made = engine();
    expect([stateOf(made), stateOf(made)]).toEqual(["none", "none"]);
    await settled();
    expect([made.calls(), made.clock.pending]).toEqual([[], 0]);
  });
});

test("a read is stale while it would be answered at once, and replaced meanwhile", async () => {
  const made = await engineWithBook(999);
  expect([stateOf(made), stateOf(made, { accepts: noCache })]).toEqual(["fresh", "none"]);
  await made.clock.advance(1);
  expect([stateOf(made), made.calls()]).toEqual(["stale", []]);
  await made.clock.advance(60_000);
  expect([stateOf(made), made.calls()]).toEqual(["none", []]);
});

describe("a prepared read", () => {
  test("shows the cached value, and counts as answered once it is taken", async () => {
    const made = await engineWithBook(999);
    const { call, notes } = made.operation();
    const book = call.read(books.get, { id: "1" });
    expect([book.peek(), notes.length]).toEqual([{ state: "fresh", value: oldBook }, 0]);
    expect([book.take(), notes.length]).toEqual([oldBook, 1]);
    await made.clock.advance(1);
    expect([book.peek(), book.take(), notes.length]).toEqual([
      { state: "stale", value: oldBook },
      undefined,
      1,
    ]);
    expect(made.calls()).toEqual([]);
  });

  test("is run as often as it is asked to, and reads again after a write", async () => {
    const made = engine();
    made.answerAll(() => oldBook);
    const { call } = made.operation();
    const book = call.read(books.get, { id: "1" });
    await Promise.all([book.run(), book.run()]);
    await call(books.update, { id: "1", body: {} });
    await book.run();
    expect(made.calls()).toEqual(["GET /books/1", "PATCH /books/1", "GET /books/1"]);
  });

  test("of what cannot be asked for has no answer, and says so when it is made", async () => {
    const made = engine();
    const read = made.operation().call.read(books.get, { id: "" });
    expect(read.peek()).toEqual({ state: "none" });
    expect(() => read.key()).toThrow(expect.objectContaining({ code: "UPSTREAM_INVALID_RESPONSE" }));
    await expect(read.run()).rejects.toMatchObject({ code: "UPSTREAM_INVALID_RESPONSE" });
    expect(made.calls()).toEqual([]);
  });
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
      Array(2).fill({ endpoint: "GET /books/{id}", servedFrom: "fresh", attempts: 0, ageMs: 999 }),
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
