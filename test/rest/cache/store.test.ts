import { describe, expect, test } from "vitest";
import type { GatewayError } from "../../../src/errors.ts";
import { noCache } from "../../../src/rest/cache-policy.ts";
import { settled } from "../../support/clock.ts";
import { books } from "../books.ts";
import { at, engine, outcomeOf, type TestEngine } from "../engine.ts";
import { answerLast, engineWithBook, newBook, oldBook, readBook } from "../kept-books.ts";

describe("that something does not exist", () => {
  /** An engine that was told so long ago that there is no book. */
  const engineWithoutBook = async (ageMs: number): Promise<TestEngine> => {
    const made = engine();
    const first = readBook(made.operation());
    await answerLast(made, "", 404);
    expect([first.error, made.calls()]).toMatchObject([{ code: "NOT_FOUND" }, ["GET /books/1"]]);
    await made.clock.advance(ageMs);
    return made;
  };

  test.each([0, 1_999])("is believed for another %i ms, and told as it was", async (ageMs) => {
    const { operation, calls, clock } = await engineWithoutBook(ageMs);
    const asking = operation();
    const outcome = readBook(asking);
    await settled();
    expect(outcome.error).toMatchObject({
      code: "NOT_FOUND",
      facts: { system: "things", endpoint: "GET /books/{id}", status: 404 },
    });
    expect([calls(), clock.pending]).toEqual([[], 0]);
    expect(asking.notes).toMatchObject([{ servedFrom: "fresh", attempts: 0, ageMs, code: "NOT_FOUND" }]);
  });

  test("is asked again after 2 s", async () => {
    const made = await engineWithoutBook(2_000);
    const outcome = readBook(made.operation());
    await answerLast(made, newBook);
    expect([outcome, made.calls()]).toEqual([{ value: newBook }, ["GET /books/1"]]);
  });

  test("never stands in for a failure", async () => {
    const made = await engineWithoutBook(2_000);
    const outcome = readBook(made.operation());
    for (let attempt = 0; attempt < 3; attempt += 1) await answerLast(made, "", 503);
    expect(outcome.error).toMatchObject({ code: "UPSTREAM_UNAVAILABLE", facts: { attempts: 3 } });
    expect(made.calls()).toEqual(Array(3).fill("GET /books/1"));
  });

  test("is forgotten with a write, which may have made it", async () => {
    const made = await engineWithoutBook(0);
    const write = outcomeOf(made.operation().call(books.create, { body: { title: "new" } }));
    await answerLast(made, newBook);
    const outcome = readBook(made.operation());
    await answerLast(made, newBook);
    expect([write, outcome]).toEqual([{ value: newBook }, { value: newBook }]);
    expect(made.calls()).toEqual(["POST /books", "GET /books/1"]);
  });

  test("takes the place of what was kept before", async () => {
    const made = await engineWithBook(1_000);
    const stale = readBook(made.operation());
    await answerLast(made, "", 404);
    const gone = readBook(made.operation());
    await settled();
    expect([stale, gone.error]).toMatchObject([{ value: oldBook }, { code: "NOT_FOUND" }]);
    expect(made.calls()).toEqual(["GET /books/1"]);
  });
});

test.each([400, 401, 403, 409, 422, 429, 500, 502, 503, 504, 302])(
  "an error (%i) is told to those who wait for it and to nobody after them",
  async (status) => {
    const made = engine();
    const waiting = [made.operation(400), made.operation(400)];
    const failed = waiting.map((one) => readBook(one));
    await answerLast(made, "", status, { "retry-after": "1" });
    await made.clock.advance(3_000);
    for (const { error } of failed) expect(error).toHaveProperty("code");
    expect(made.calls()[0]).toBe("GET /books/1");
    const later = readBook(made.operation());
    await answerLast(made, oldBook);
    expect([later, made.calls()]).toEqual([{ value: oldBook }, ["GET /books/1"]]);
  },
);

test("rows that do not say for how long are never kept, nor is what they answer given for others", async () => {
  const made = engine();
  const { call } = made.operation();
  for (let time = 0; time < 2; time += 1) {
    const outcome = outcomeOf(call(books.getNow, { id: "1" }));
    await answerLast(made, oldBook);
    expect(outcome).toEqual({ value: oldBook });
  }
  const kept = readBook(made.operation());
  await answerLast(made, newBook);
  expect([kept, made.calls()]).toEqual([{ value: newBook }, Array(3).fill("GET /books/1")]);
});

test("where answers are not to be kept every read is a call, and equal ones in flight are one still", async () => {
  const made = engine({ reads: { keeps: false } });
  for (const answer of [oldBook, newBook]) {
    const outcomes = [readBook(made.operation()), readBook(made.operation())];
    await answerLast(made, answer);
    expect(outcomes).toEqual([{ value: answer }, { value: answer }]);
  }
  expect(made.calls()).toEqual(["GET /books/1", "GET /books/1"]);
});

test("where reads are not to be shared each is a call of its own, and what is kept is given still", async () => {
  const made = engine({ reads: { shares: false } });
  made.answerAll(() => oldBook);
  const together = [readBook(made.operation()), readBook(made.operation())];
  await settled();
  const later = readBook(made.operation());
  await settled();
  expect([...together, later]).toEqual(Array(3).fill({ value: oldBook }));
  expect(made.calls()).toEqual(["GET /books/1", "GET /books/1"]);
});

describe("what is kept is bounded by bytes", () => {
  /** A book with a title so long. An entry takes 2 kB beside it, half as much again as the title included. */
  const bookOf = (length: number) => ({ id: "1", title: "x".repeat(length) });

  /** Reads books one after the other. */
  const readAll = async (made: TestEngine, ids: readonly string[]): Promise<string[]> => {
    for (const id of ids) {
      const outcome = readBook(made.operation(), id);
      await settled();
      expect(Object.keys(outcome)).toEqual(["value"]);
    }
    return made.calls();
  };

  test("those read last stay", async () => {
    const made = engine({ reads: { mostBytes: 20_000 } });
    made.answerAll(() => bookOf(1_000));
    const five = ["1", "2", "3", "4", "5"];
    expect(await readAll(made, five)).toEqual(five.map((id) => `GET /books/${id}`));
    expect(await readAll(made, five)).toEqual([]);
    // Reading the first keeps it; the second is then the one that was read longest ago.
    expect(await readAll(made, ["1", "6"])).toEqual(["GET /books/6"]);
    expect(await readAll(made, ["1", "3", "4", "5", "6"])).toEqual([]);
    expect(await readAll(made, ["2"])).toEqual(["GET /books/2"]);
    expect(await readAll(made, ["3"])).toEqual([]);
  });

  test("what is larger than all of it is answered and not kept", async () => {
    const made = engine({ reads: { mostBytes: 20_000 } });
    made.answerAll(({ url }) => bookOf(url.pathname.endsWith("large") ? 15_000 : 100));
    expect(await readAll(made, ["small", "large", "large", "small"])).toEqual([
      "GET /books/small",
      "GET /books/large",
      "GET /books/large",
    ]);
  });

  test("what is parsed counts, not its text: 10 kB of empty lists take 100 kB", async () => {
    const made = engine({ reads: { mostBytes: 100_000 } });
    made.answerAll(() => ({ id: "1", title: "", lists: Array.from({ length: 3_000 }, () => []) }));
    expect(await readAll(made, ["1", "1"])).toEqual(["GET /books/1", "GET /books/1"]);
  });

  test("that there is nothing counts 2 kB", async () => {
    const made = engine({ reads: { mostBytes: 6_000 } });
    for (const id of ["1", "2", "3", "4"]) {
      readBook(made.operation(), id);
      await answerLast(made, "", 404);
    }
    expect(made.calls().length).toBe(4);
    const outcomes = ["2", "3", "4", "1"].map((id) => readBook(made.operation(), id));
    await settled();
    expect(outcomes.map(({ error }) => error !== undefined)).toEqual([true, true, true, false]);
    expect(made.calls()).toEqual(["GET /books/1"]);
  });
});

test("each that is told of an absence gets an error of its own, with the same facts", async () => {
  const made = engine();
  const first = readBook(made.operation());
  await answerLast(made, "", 404);
  const [second, third] = [readBook(made.operation()), readBook(made.operation())];
  await settled();
  const errors = [first, second, third].map(({ error }) => error as GatewayError);
  expect(new Set(errors).size).toBe(3);
  expect(
    new Set(errors.map(({ code, facts, message }) => JSON.stringify({ code, facts, message }))).size,
  ).toBe(1);
  expect(made.calls()).toEqual(["GET /books/1"]);
});

test("an answer that was slow is not kept after an absence that was asked for later, even once that is forgotten", async () => {
  const made = engine();
  const slow = readBook(made.operation());
  await settled();
  const later = outcomeOf(made.operation(10_000, { accepts: noCache }).call(books.get, { id: "1" }));
  await answerLast(made, "", 404);
  await made.clock.advance(2_500);
  at(made.sent, 0).answer(oldBook);
  await settled();
  expect([slow, later]).toMatchObject([{ value: oldBook }, { error: { code: "NOT_FOUND" } }]);
  const last = readBook(made.operation());
  await answerLast(made, newBook);
  expect([last, made.calls()]).toEqual([{ value: newBook }, Array(3).fill("GET /books/1")]);
});
