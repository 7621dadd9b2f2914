import { describe, expect, test } from "vitest";
import { directory, reference, volatile } from "../../src/rest/cache-policy.ts";
import { slidingWindow } from "../../src/rest/limits/windows.ts";
import { settled } from "../support/clock.ts";
import { things } from "./engine.ts";
import { answerLast, engineWithBook, newBook, oldBook, readBook } from "./kept-books.ts";

describe("an answer that is kept", () => {
  test.each([0, 1, 999])("is given without a call at an age of %i ms, being fresh", async (ageMs) => {
    const { operation, calls, clock } = await engineWithBook(ageMs);
    const asking = operation();
    const outcome = readBook(asking);
    await settled();
    expect([outcome, calls(), clock.pending]).toEqual([{ value: oldBook }, [], 0]);
    expect(asking.notes).toMatchObject([{ servedFrom: "fresh", attempts: 0, ageMs, durationMs: 0 }]);
  });

  test.each([1_000, 4_999])("is given at once at %i ms, while a call replaces it", async (ageMs) => {
    const made = await engineWithBook(ageMs);
    const [asking, later] = [made.operation(), made.operation()];
    const outcome = readBook(asking);
    await settled();
    expect([outcome, made.calls()]).toEqual([{ value: oldBook }, ["GET /books/1"]]);
    expect(asking.notes).toMatchObject([{ servedFrom: "stale", attempts: 0, ageMs, durationMs: 0 }]);
    await answerLast(made, newBook);
    await made.clock.advance(999);
    const replaced = readBook(later);
    await settled();
    expect([replaced, made.calls(), made.clock.pending]).toEqual([{ value: newBook }, [], 0]);
    expect(later.notes).toMatchObject([{ servedFrom: "fresh", ageMs: 999 }]);
  });

  test.each([5_000, 19_999, 20_000, 1e9])("is not waited with at %i ms: a call is made", async (ageMs) => {
    const made = await engineWithBook(ageMs);
    const asking = made.operation();
    const outcome = readBook(asking);
    await settled();
    expect(outcome).toEqual({});
    await answerLast(made, newBook);
    expect([outcome, made.calls()]).toEqual([{ value: newBook }, ["GET /books/1"]]);
    expect(asking.notes).toMatchObject([{ servedFrom: "network", attempts: 1, ageMs: 0 }]);
  });
});

test("every kind of row is fresh for less long than it is stale", () => {
  for (const { freshMs, staleWhileRevalidateMs, staleIfErrorMs } of [reference, directory, volatile]) {
    expect(freshMs).toBeLessThan(staleWhileRevalidateMs);
    expect(staleWhileRevalidateMs).toBeLessThanOrEqual(staleIfErrorMs);
  }
});

describe("the call that replaces an answer", () => {
  test("is one, however many ask", async () => {
    const made = await engineWithBook(1_000);
    const outcomes = Array.from({ length: 50 }, () => readBook(made.operation()));
    await settled();
    outcomes.push(...Array.from({ length: 50 }, () => readBook(made.operation())));
    await made.clock.advance(500);
    outcomes.push(readBook(made.operation()));
    await settled();
    expect([outcomes, made.calls()]).toEqual([Array(101).fill({ value: oldBook }), ["GET /books/1"]]);
    await answerLast(made, newBook);
    const after = readBook(made.operation());
    await settled();
    expect([after, made.calls(), made.clock.pending]).toEqual([{ value: newBook }, [], 0]);
  });

  test("fails unheard, and two seconds later the next who asks makes another", async () => {
    const made = await engineWithBook(1_000);
    const first = readBook(made.operation());
    await answerLast(made, "", 403);
    await made.clock.advance(1_999);
    const early = readBook(made.operation());
    await settled();
    expect(made.calls()).toEqual(["GET /books/1"]);
    await made.clock.advance(1);
    const second = readBook(made.operation());
    await answerLast(made, newBook);
    const third = readBook(made.operation());
    await settled();
    expect([first, early, second]).toEqual([{ value: oldBook }, { value: oldBook }, { value: oldBook }]);
    expect(third).toEqual({ value: newBook });
    expect([made.calls(), made.clock.pending]).toEqual([["GET /books/1"], 0]);
  });

  test("goes on when the client that caused it leaves", async () => {
    const made = await engineWithBook(1_000);
    const leaving = made.operation();
    readBook(leaving);
    await settled();
    leaving.leave();
    await answerLast(made, newBook);
    const after = readBook(made.operation());
    await settled();
    expect([after, made.calls()]).toEqual([{ value: newBook }, ["GET /books/1"]]);
  });

  test("has its own time, not that of the operation that caused it, and is given up in the end", async () => {
    const made = await engineWithBook(1_000, { random: () => 0.999 });
    const outcome = readBook(made.operation(100));
    // Three attempts of 3 s, with waits of 199 and 399 ms between them.
    await made.clock.advance(9_597);
    expect(outcome).toEqual({ value: oldBook });
    expect([made.calls(), made.sent.at(-1)?.aborted]).toEqual([Array(3).fill("GET /books/1"), false]);
    await made.clock.advance(1);
    expect([made.calls(), made.sent.at(-1)?.aborted, made.clock.pending]).toEqual([[], true, 0]);
  });

  test("is joined once it is sent by those for whom the answer is too old", async () => {
    const made = await engineWithBook(4_999);
    const first = readBook(made.operation());
    await made.clock.advance(1);
    const joining = made.operation();
    const second = readBook(joining);
    await settled();
    expect([first, second]).toEqual([{ value: oldBook }, {}]);
    await answerLast(made, newBook);
    expect([second, made.calls()]).toEqual([{ value: newBook }, ["GET /books/1"]]);
    expect(joining.notes).toMatchObject([{ servedFrom: "coalesced", attempts: 1 }]);
  });

  test("makes way, while it waits for the rate limit, for one that is waited for", async () => {
    const made = await engineWithBook(4_500, { limits: [slidingWindow({ calls: 4, windowMs: 998 })] });
    // Two of the four: the background may use no more of them, and others one more.
    const others = ["1", "2"].map((id) => made.operation().call(things.get, { id }));
    await settled();
    for (const [n, { answer }] of made.sent.slice(1).entries()) answer({ id: String(n) });
    await Promise.all(others);
    const stale = readBook(made.operation());
    await made.clock.advance(499);
    expect([stale, made.calls()]).toEqual([{ value: oldBook }, ["GET /things/1", "GET /things/2"]]);
    await made.clock.advance(1);
    const asking = made.operation();
    const waiting = readBook(asking);
    await settled();
    expect([waiting, made.calls()]).toEqual([{}, ["GET /books/1"]]);
    await answerLast(made, newBook);
    await made.clock.advance(15_000);
    expect([waiting, made.calls(), made.clock.pending]).toEqual([{ value: newBook }, [], 0]);
    expect(asking.notes).toMatchObject([{ servedFrom: "network", attempts: 1 }]);
  });
});
