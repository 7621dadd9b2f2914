import { describe, expect, test } from "vitest";
import type { Call } from "../../../src/rest/call.ts";
import { settled } from "../../support/clock.ts";
import { type BookJson, books, loans, shelfLife } from "../books.ts";
import { at, type Exchange, engine, outcomeOf } from "../engine.ts";
import { answerLast, engineWithBook, newBook, oldBook, readBook } from "../kept-books.ts";
import { engineWithLists, readLists } from "../kept-lists.ts";
import { GET } from "../routes.ts";

/** Of everything that `readLists` reads. */
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
    expect(await readLists(made)).toEqual(dropped);
  });

  test.each([400, 403, 404, 409, 422])("also when it is refused (%i)", async (status) => {
    const made = await engineWithLists();
    const outcome = outcomeOf(made.operation().call(books.update, { id: "1", body: {} }));
    await answerLast(made, "", status);
    expect([Object.keys(outcome), made.calls()]).toEqual([["error"], ["PATCH /books/1"]]);
    expect(await readLists(made)).toEqual(["GET /books/1", "GET /books"]);
    // What was asked for since is kept.
    expect(await readLists(made)).toEqual([]);
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
    expect(await readLists(made)).toEqual(["GET /books/1", "GET /books"]);
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

test("what belongs to no noun is dropped by every write, and kept only once all have settled", async () => {
  const made = engine();
  const row = GET("/shelves").cache(shelfLife).returns<BookJson>();
  /** Reads it, and tells whether it was asked for. */
  const isAsked = async (): Promise<boolean> => {
    const outcome = outcomeOf(made.operation().call(row));
    await settled();
    if (!outcome.value) await answerLast(made, oldBook);
    expect(outcome).toEqual({ value: oldBook });
    return made.calls().length > 0;
  };
  const create = async (...answer: Parameters<Exchange["answer"]>): Promise<void> => {
    const outcome = outcomeOf(made.operation().call(books.create, { body: { title: "a" } }));
    await answerLast(made, ...answer);
    expect([Object.keys(outcome).length, made.calls()]).toEqual([1, ["POST /books"]]);
  };
  expect([await isAsked(), await isAsked()]).toEqual([true, false]);
  await create(newBook, 201);
  expect([await isAsked(), await isAsked()]).toEqual([true, false]);
  await create("", 503);
  expect([await isAsked(), await isAsked()]).toEqual([true, true]);
  await made.clock.advance(10_000);
  expect([await isAsked(), await isAsked()]).toEqual([true, false]);
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
