import { describe, expect, test } from "vitest";
import { settled } from "../../support/clock.ts";
import { books, loans } from "../books.ts";
import { at, type Exchange, type Outcome, outcomeOf, type TestEngine } from "../engine.ts";
import { answerLast, engineWithBook, newBook, oldBook, readBook } from "../kept-books.ts";
import { engineWithLists, readLists } from "../kept-lists.ts";

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
      await readLists(made);
      if ((await readLists(made)).length === 0) return seconds;
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
    ["one that succeeded in a page of HTML", update, (exchange) => exchange.answer("<html>")],
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
