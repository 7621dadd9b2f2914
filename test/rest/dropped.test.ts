import { describe, expect, test } from "vitest";
import type { Call } from "../../src/rest/call.ts";
import { settled } from "../support/clock.ts";
import { books, loans } from "./books.ts";
import { at, type Exchange, engine, type Outcome, outcomeOf, type TestEngine } from "./engine.ts";
import { answerLast, engineWithBook, newBook, oldBook, readBook } from "./kept-books.ts";

/** An engine that has just been answered a book, the list of books and the list of loans. */
const engineWithLists = async (): Promise<TestEngine> => {
  const made = await engineWithBook(0);
  const { call } = made.operation();
  const lists = [outcomeOf(call(books.list)), outcomeOf(call(loans.list))];
  await settled();
  at(made.sent, 1).answer({ books: [oldBook] });
  at(made.sent, 2).answer({ loans: [] });
  await settled();
  expect([lists, made.calls()]).toEqual([
    [{ value: [oldBook] }, { value: { loans: [] } }],
    ["GET /books", "GET /loans"],
  ]);
  return made;
};

/** Reads all three, and tells which of them were asked for anew. */
const readAll = async (made: TestEngine): Promise<string[]> => {
  const { call } = made.operation();
  made.answerAll(({ url: { pathname } }) =>
    pathname.endsWith("/books")
      ? { books: [newBook] }
      : pathname.endsWith("/loans")
        ? { loans: [] }
        : newBook,
  );
  const outcomes = [readBook(made.operation()), outcomeOf(call(books.list)), outcomeOf(call(loans.list))];
  await settled();
  expect(outcomes.map((outcome) => Object.keys(outcome))).toEqual([["value"], ["value"], ["value"]]);
  return made.calls();
};

const all = ["GET /books/1", "GET /books", "GET /loans"];

describe("a write drops what is kept", () => {
  type Write = (call: Call) => Promise<unknown>;
  test.each<readonly [string, Write, readonly string[]]>([
    [
      "of the noun that it names, and leaves others",
      (call) => call(books.create, { body: { title: "a" } }),
      all.slice(0, 2),
    ],
    ["whatever the id", (call) => call(books.update, { id: "2", body: {} }), all.slice(0, 2)],
    ["of every noun that it names", (call) => call(books.delete, { id: "1" }), all],
    ["of all nouns if it names none", (call) => call(books.sort), all],
    ["of no noun if it says so", (call) => call(books.lookUp), []],
  ])("%s", async (_, write, dropped) => {
    const made = await engineWithLists();
    const outcome = outcomeOf(write(made.operation().call));
    await answerLast(made, newBook, 201);
    expect(outcome).toEqual({ value: newBook });
    expect(made.calls().length).toBe(1);
    expect(await readAll(made)).toEqual(dropped);
  });

  test.each([400, 403, 404, 409, 422])("also when it is refused (%i)", async (status) => {
    const made = await engineWithLists();
    const outcome = outcomeOf(made.operation().call(books.update, { id: "1", body: {} }));
    await answerLast(made, "", status);
    expect([Object.keys(outcome), made.calls()]).toEqual([["error"], ["PATCH /books/1"]]);
    expect(await readAll(made)).toEqual(["GET /books/1", "GET /books"]);
    // What was asked for since is kept.
    expect(await readAll(made)).toEqual([]);
  });

  test("only when it ends: what is asked for while it is under way is what it was before", async () => {
    const made = await engineWithLists();
    const write = outcomeOf(made.operation().call(books.update, { id: "1", body: {} }));
    await settled();
    const during = readBook(made.operation());
    await settled();
    at(made.sent, 3).answer(newBook);
    await settled();
    expect([write, during, made.calls()]).toEqual([
      { value: newBook },
      { value: oldBook },
      ["PATCH /books/1"],
    ]);
    expect(await readAll(made)).toEqual(["GET /books/1", "GET /books"]);
  });

  test("so that it stands in for nothing any more", async () => {
    const made = await engineWithBook(1_000);
    const write = outcomeOf(made.operation().call(books.update, { id: "1", body: {} }));
    await answerLast(made, newBook);
    const outcome = readBook(made.operation());
    for (let attempt = 0; attempt < 3; attempt += 1) await answerLast(made, "", 503);
    expect([write, outcome.error]).toMatchObject([{ value: newBook }, { code: "UPSTREAM_UNAVAILABLE" }]);
    expect(made.calls()).toEqual(["PATCH /books/1", ...Array(3).fill("GET /books/1")]);
  });
});

test("a read that was under way when a write ended is answered and not kept, a refresh not kept either", async () => {
  for (const ageMs of [1_000, 5_000]) {
    const made = await engineWithBook(ageMs);
    const before = readBook(made.operation());
    await settled();
    const write = outcomeOf(made.operation().call(books.update, { id: "1", body: {} }));
    await answerLast(made, newBook);
    at(made.sent, 1).answer(oldBook);
    await settled();
    const after = readBook(made.operation());
    await answerLast(made, newBook);
    expect([before, write, after]).toEqual([{ value: oldBook }, { value: newBook }, { value: newBook }]);
    expect(made.calls()).toEqual(["GET /books/1", "PATCH /books/1", "GET /books/1"]);
  }
});

test("what is read of other nouns while a write ends is kept and may be joined", async () => {
  const made = engine();
  const { call } = made.operation();
  const outcomes = [outcomeOf(call(loans.list))];
  await settled();
  const write = outcomeOf(call(books.update, { id: "1", body: {} }));
  await answerLast(made, newBook);
  outcomes.push(outcomeOf(made.operation().call(loans.list)));
  await settled();
  at(made.sent, 0).answer({ loans: [] });
  await settled();
  outcomes.push(outcomeOf(made.operation().call(loans.list)));
  await settled();
  expect([outcomes, write]).toEqual([Array(3).fill({ value: { loans: [] } }), { value: newBook }]);
  expect(made.calls()).toEqual(["GET /loans", "PATCH /books/1"]);
});

describe("after a write that may still take effect", () => {
  const silence = (): void => {};
  const answering =
    (...statuses: number[]) =>
    (exchange: Exchange, attempt: number) =>
      exchange.answer("", statuses[attempt] ?? statuses.at(-1), { "retry-after": "0" });
  type Start = (made: TestEngine) => Outcome;
  const update: Start = (made) => outcomeOf(made.operation().call(books.update, { id: "1", body: {} }));
  const create: Start = (made) => outcomeOf(made.operation().call(books.create, { body: { title: "a" } }));

  /** Ends a write, each attempt as the test says. */
  const write = async (
    made: TestEngine,
    start: Start,
    strike: (exchange: Exchange, attempt: number) => void,
    afterMs = 0,
  ): Promise<Outcome> => {
    const before = made.sent.length;
    const outcome = start(made);
    for (let attempt = 0; Object.keys(outcome).length === 0; attempt += 1) {
      await settled();
      strike(at(made.sent, before + attempt), attempt);
      await made.clock.advance(afterMs);
      await settled();
    }
    made.calls();
    return outcome;
  };

  /** How long nothing of its nouns is kept, in whole seconds. */
  const unkeptSeconds = async (made: TestEngine): Promise<number> => {
    for (let seconds = 0; ; seconds += 1) {
      await readAll(made);
      if ((await readAll(made)).length === 0) return seconds;
      await made.clock.advance(1_000);
    }
  };

  test.each<readonly [string, Start, (exchange: Exchange, attempt: number) => void, number, string]>([
    [
      "a create that was cut off",
      create,
      (exchange) => exchange.fail(new Error("reset")),
      0,
      "UPSTREAM_OUTCOME_UNKNOWN",
    ],
    ["a create that was not answered", create, silence, 3_000, "UPSTREAM_OUTCOME_UNKNOWN"],
    ["a change that failed every time", update, answering(503), 0, "UPSTREAM_UNAVAILABLE"],
    ["a change that was not answered", update, silence, 3_000, "UPSTREAM_TIMEOUT"],
    [
      "a change that was answered nonsense",
      update,
      (exchange) => exchange.answer("<html>"),
      0,
      "UPSTREAM_INVALID_RESPONSE",
    ],
    ["a change that was refused the second time", update, answering(503, 409), 0, "CONFLICT"],
    [
      "a change that met the rate limit the second time",
      update,
      answering(503, 429),
      0,
      "UPSTREAM_RATE_LIMITED",
    ],
  ])("nothing of its nouns is kept for 10 s (%s)", async (_, start, strike, afterMs, code) => {
    const made = await engineWithLists();
    const outcome = await write(made, start, strike, afterMs);
    expect(outcome.error).toMatchObject({ code });
    expect(await unkeptSeconds(made)).toBe(10);
  });

  test.each<readonly [string, Start, (exchange: Exchange, attempt: number) => void]>([
    ["one that was refused", update, answering(409)],
    ["one that succeeded", update, answering(200)],
    ["one that was refused for its number", create, answering(429)],
    ["one that succeeded the second time", update, answering(503, 200)],
  ])("but after %s it is kept at once", async (_, start, strike) => {
    const made = await engineWithLists();
    await write(made, start, strike);
    await made.clock.advance(1_000);
    expect(await unkeptSeconds(made)).toBe(0);
  });

  test("what is asked for within the 10 s is not kept, although it comes after them", async () => {
    const made = await engineWithBook(0);
    await write(made, create, (exchange) => exchange.fail(new Error("reset")));
    await made.clock.advance(9_999);
    const slow = readBook(made.operation());
    await made.clock.advance(1);
    await answerLast(made, oldBook);
    const after = readBook(made.operation());
    await answerLast(made, newBook);
    const later = readBook(made.operation());
    await settled();
    expect([slow, after, later]).toEqual([{ value: oldBook }, { value: newBook }, { value: newBook }]);
    expect(made.calls()).toEqual(["GET /books/1", "GET /books/1"]);
  });

  test("equal reads in flight are one call still, and other nouns are kept", async () => {
    const made = await engineWithLists();
    await write(made, create, (exchange) => exchange.fail(new Error("reset")));
    const outcomes = [readBook(made.operation()), readBook(made.operation())];
    await answerLast(made, newBook);
    outcomes.push(outcomeOf(made.operation().call(loans.list)));
    await settled();
    expect(outcomes).toEqual([{ value: newBook }, { value: newBook }, { value: { loans: [] } }]);
    expect(made.calls()).toEqual(["GET /books/1"]);
  });
});
