import { describe, expect, test } from "vitest";
import { settled } from "../../support/clock.ts";
import { books, shelfLife } from "../books.ts";
import { at, type Outcome, outcomeOf, type TestEngine } from "../engine.ts";
import { callOnce, failed, refusalMs, silence } from "../failing-calls.ts";
import { answerLast, engineWithBook, newBook, oldBook, readBook } from "../kept-books.ts";

describe("once the time is up", () => {
  test("one call finds out; the others are refused until it has", async () => {
    const made = await failed(5);
    await made.clock.advance(3_750);
    const probe = readBook(made.operation());
    await settled();
    const second = readBook(made.operation(), "2");
    await made.clock.advance(2_999);
    expect([probe, made.calls()]).toEqual([{}, ["GET /books/1"]]);
    expect(second.error).toMatchObject({ facts: { attempts: 0, retryAfterMs: 5_000 } });
    await answerLast(made, oldBook);
    const third = readBook(made.operation(), "2");
    await answerLast(made, newBook);
    expect([probe, third, made.calls()]).toEqual([{ value: oldBook }, { value: newBook }, ["GET /books/2"]]);
  });

  test.each([
    ["", 0, [3_750, 7_500, 15_000, 30_000, 45_000, 45_000]],
    [", with a share by chance", 0.5, [5_000, 10_000, 20_000, 40_000, 60_000, 60_000]],
    [" and no more than half as long again", 0.999_999, [6_250, 12_500, 25_000, 50_000, 75_000, 75_000]],
  ])("and it fails, the next time is twice as long, up to a minute%s", async (_, random, expectedMs) => {
    const made = await failed(5, { random: () => random });
    for (const expected of expectedMs) {
      expect(await refusalMs(made)).toBe(expected);
      await made.clock.advance(expected);
      await callOnce(made, silence);
      expect(made.calls().length).toBe(1);
    }
  });

  test("and it succeeds, the next time is as short as the first", async () => {
    const made = await failed(5);
    await made.clock.advance(3_750);
    await callOnce(made, silence);
    expect(made.calls().length).toBe(1);
    expect(await refusalMs(made)).toBe(7_500);
    await made.clock.advance(7_500);
    await callOnce(made, [{ id: "1" }]);
    for (let time = 0; time < 5; time += 1) await callOnce(made, silence);
    expect(made.calls().length).toBe(6);
    expect(await refusalMs(made)).toBe(3_750);
  });

  test("and its client leaves, the next call finds out", async () => {
    const made = await failed(5);
    await made.clock.advance(3_750);
    const leaving = made.operation();
    const left = readBook(leaving);
    await settled();
    leaving.leave();
    await settled();
    const late = readBook(made.operation(100));
    await made.clock.advance(100);
    const outcome = readBook(made.operation());
    await answerLast(made, oldBook);
    expect([left.error, late.error, outcome]).toMatchObject([
      { code: "UPSTREAM_TIMEOUT" },
      { code: "UPSTREAM_TIMEOUT" },
      { value: oldBook },
    ]);
    expect(made.calls()).toEqual(Array(3).fill("GET /books/1"));
  });

  test("an answer that refuses is an answer", async () => {
    const made = await failed(5);
    await made.clock.advance(3_750);
    await callOnce(made, ["", 401]);
    const outcome = await callOnce(made, [{ id: "1" }]);
    expect([outcome, made.calls().length]).toEqual([{ value: { id: "1" } }, 2]);
  });
});

describe("while calls are refused", () => {
  /** An engine with a kept book of an age, whose upstream has stopped answering since. */
  const engineWithOldBook = async (ageMs: number): Promise<TestEngine> => {
    const made = await engineWithBook(ageMs);
    const others: Outcome[] = [];
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      if (others.every((outcome) => "error" in outcome)) others.push(readBook(made.operation(), "2"));
      await settled();
      at(made.sent, attempt).fail(silence);
      await settled();
    }
    expect([others.length, made.calls()]).toEqual([2, Array(5).fill("GET /books/2")]);
    return made;
  };

  test.each([shelfLife.freshMs, shelfLife.staleWhileRevalidateMs])(
    "what is kept is given at an age of %i ms, and once it answers what it answers",
    async (ageMs) => {
      const made = await engineWithOldBook(ageMs);
      const asking = made.operation();
      const outcome = readBook(asking);
      await settled();
      expect([outcome, made.calls(), made.clock.pending]).toEqual([{ value: oldBook }, [], 0]);
      expect(asking.notes).toMatchObject([{ servedFrom: "stale", attempts: 0, durationMs: 0 }]);
      await made.clock.advance(3_750);
      const probing = made.operation(10_000, {
        accepts: { stale: false, maxAgeMs: Number.POSITIVE_INFINITY },
      });
      const probe = readBook(probing);
      await answerLast(made, newBook);
      expect([probe, made.calls()]).toEqual([{ value: newBook }, ["GET /books/1"]]);
    },
  );

  test("a refresh may be the call that finds out", async () => {
    const made = await engineWithOldBook(shelfLife.freshMs);
    await made.clock.advance(3_750);
    const stale = readBook(made.operation());
    await answerLast(made, newBook);
    const outcomes = [readBook(made.operation()), readBook(made.operation(), "2")];
    await answerLast(made, { id: "2" });
    expect([stale, ...outcomes]).toEqual([{ value: oldBook }, { value: newBook }, { value: { id: "2" } }]);
    expect(made.calls()).toEqual(["GET /books/1", "GET /books/2"]);
  });

  test("a write is refused as one that was never sent", async () => {
    const made = await failed(5);
    const outcome = outcomeOf(made.operation().call(books.create, { body: { title: "a" } }));
    await settled();
    expect(outcome.error).toMatchObject({ code: "UPSTREAM_UNAVAILABLE", facts: { attempts: 0 } });
    expect(outcome.error).not.toHaveProperty("facts.reconcile");
    expect(made.calls()).toEqual([]);
  });
});
