import { expect, test, vi } from "vitest";
import { type CacheControl, cacheDefault, noCache } from "../../../src/rest/cache-policy.ts";
import { settled } from "../../support/clock.ts";
import { books } from "../books.ts";
import { engine, outcomeOf, type TestEngine, things } from "../engine.ts";
import { answerLast, engineWithBook, newBook, readBook } from "../kept-books.ts";

const mayAnswer = ({ upstream }: TestEngine, accepts: CacheControl = cacheDefault): boolean =>
  upstream.mayAnswer(books.get, accepts);

test("a row may be answered for as long as some answer to it is given without a call", async () => {
  const made = await engineWithBook(0);
  expect(mayAnswer(made)).toBe(true);
  await made.clock.advance(4_999);
  expect(mayAnswer(made)).toBe(true);
  // From now on it is given only if the upstream fails.
  await made.clock.advance(1);
  expect([mayAnswer(made), made.calls()]).toEqual([false, []]);
});

test("to those who accept its age", async () => {
  const made = await engineWithBook(500);
  expect(mayAnswer(made, noCache)).toBe(false);
  expect(mayAnswer(made, { stale: true, maxAgeMs: 499 })).toBe(false);
  expect(mayAnswer(made, { stale: true, maxAgeMs: 500 })).toBe(true);
  await made.clock.advance(500);
  expect(mayAnswer(made, { stale: false, maxAgeMs: Number.POSITIVE_INFINITY })).toBe(false);
  expect([mayAnswer(made), made.calls()]).toEqual([true, []]);
});

test("not by what is kept of another row, nor after a write", async () => {
  const made = await engineWithBook(0);
  const { upstream } = made;
  const others = [books.getWhole, books.list, things.get];
  expect(others.map((row) => upstream.mayAnswer(row, cacheDefault))).toEqual([false, false, false]);
  outcomeOf(made.operation().call(books.update, { id: "2", body: {} }));
  await answerLast(made, newBook);
  expect([mayAnswer(made), made.calls()]).toEqual([false, ["PATCH /books/2"]]);
});

test("by a read on its way, to those who may join it", async () => {
  const made = engine();
  expect(mayAnswer(made)).toBe(false);
  const outcome = readBook(made.operation());
  await settled();
  expect([mayAnswer(made), mayAnswer(made, noCache)]).toEqual([true, false]);
  await answerLast(made, { message: "no" }, 404);
  // That there is no such book is believed for a moment.
  expect(outcome).toMatchObject({ error: { code: "NOT_FOUND" } });
  expect(mayAnswer(made)).toBe(true);
  await made.clock.advance(2_000);
  expect([mayAnswer(made), made.calls()]).toEqual([false, ["GET /books/1"]]);
});

test("however many answers are kept that are too old, two of them are looked at", async () => {
  const made = engine({ reads: { mostBytes: 100_000_000 } });
  const count = 200;
  made.answerAll(() => newBook);
  await Promise.all(
    Array.from({ length: count }, (_, id) => made.operation().call(books.get, { id: String(id) })),
  );
  await made.clock.advance(60_000);
  expect(made.calls().length).toBe(count);
  const looks = vi.spyOn(made.clock, "nowMs");
  expect(mayAnswer(made)).toBe(false);
  expect(looks.mock.calls.length).toBeLessThanOrEqual(2);
  expect(made.calls()).toEqual([]);
});
