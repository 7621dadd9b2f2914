import { expect } from "vitest";
import { settled } from "../support/clock.ts";
import { type BookJson, books } from "./books.ts";
import { at, engine, type Outcome, outcomeOf, type TestEngine, type TestOperation } from "./engine.ts";

/** The book that these tests read, as it was at first. */
export const oldBook: BookJson = { id: "1", title: "old" };

/** The same book, changed. */
export const newBook: BookJson = { id: "1", title: "new" };

/** Reads the book and watches what comes of it. */
export const readBook = ({ call }: TestOperation, id = "1"): Outcome => outcomeOf(call(books.get, { id }));

/** An engine that was answered `oldBook` so long ago, and has sent nothing since. */
export async function engineWithBook(
  ageMs: number,
  options: Parameters<typeof engine>[0] = {},
): Promise<TestEngine> {
  const made = engine(options);
  const first = readBook(made.operation());
  // The time that an answer takes is no part of its age.
  await made.clock.advance(300);
  at(made.sent, 0).answer(oldBook);
  await settled();
  expect([first, made.calls()]).toEqual([{ value: oldBook }, ["GET /books/1"]]);
  await made.clock.advance(ageMs);
  return made;
}

/** Answers whatever is sent last. */
export const answerLast = async (
  { sent }: TestEngine,
  ...answer: Parameters<ReturnType<typeof at>["answer"]>
): Promise<void> => {
  await settled();
  at(sent, sent.length - 1).answer(...answer);
  await settled();
};
