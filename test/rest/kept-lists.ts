import { expect } from "vitest";
import { settled } from "../support/clock.ts";
import { books, loans } from "./books.ts";
import { at, outcomeOf, type TestEngine } from "./engine.ts";
import { engineWithBook, newBook, oldBook, readBook } from "./kept-books.ts";

/** An engine that has just been answered a book, the list of books and the list of loans. */
export const engineWithLists = async (): Promise<TestEngine> => {
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
export const readLists = async (made: TestEngine): Promise<string[]> => {
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
