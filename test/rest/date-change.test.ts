import { describe, expect, test } from "vitest";
import { slidingWindow } from "../../src/rest/limits/windows.ts";
import { settled } from "../support/clock.ts";
import { books } from "./books.ts";
import { engine, outcomeOf } from "./engine.ts";
import { failed } from "./failing-calls.ts";
import { answerLast, oldBook, readBook } from "./kept-books.ts";

const hourMs = 3_600_000;

describe.each([
  ["back an hour", -hourMs],
  ["forward an hour", hourMs],
])("when the date goes %s", (_, byMs) => {
  test("a healthy system is called as before, at its documented rate", async () => {
    const made = engine({ limits: [slidingWindow({ calls: 1, windowMs: 998 })] });
    for (let time = 0; time < 2; time += 1) {
      const outcome = outcomeOf(made.operation().call(books.getNow, { id: "1" }));
      await answerLast(made, oldBook);
      expect(outcome).toEqual({ value: oldBook });
      made.clock.shiftDate(byMs);
      expect(made.upstream.waitMs(1)).toBe(1_000);
      await made.clock.advance(1_000);
    }
    expect(made.calls()).toEqual(["GET /books/1", "GET /books/1"]);
  });

  test("a system that was not answering is tried again when its time is over", async () => {
    const made = await failed(5, { random: () => 0.5 });
    made.clock.shiftDate(byMs);
    expect((await refused(made)).error).toMatchObject({ facts: { attempts: 0, retryAfterMs: 5_000 } });
    await made.clock.advance(5_000);
    const outcome = readBook(made.operation());
    await answerLast(made, oldBook);
    expect([outcome, made.calls(), made.upstream.state]).toEqual([
      { value: oldBook },
      ["GET /books/1"],
      "answering",
    ]);
  });

  test("kept answers age as they would have", async () => {
    const made = engine();
    const first = readBook(made.operation());
    await answerLast(made, oldBook);
    made.clock.shiftDate(byMs);
    await made.clock.advance(999);
    const fresh = readBook(made.operation());
    await settled();
    expect([first, fresh, made.calls()]).toEqual([{ value: oldBook }, { value: oldBook }, ["GET /books/1"]]);
    await made.clock.advance(1);
    readBook(made.operation());
    await settled();
    expect(made.calls()).toEqual(["GET /books/1"]);
  });

  test("an attempt under way has its time, and a wait that was stated in seconds is that", async () => {
    const made = engine();
    const outcome = readBook(made.operation());
    await settled();
    made.clock.shiftDate(byMs);
    await made.clock.advance(2_999);
    await answerLast(made, "", 503, { "retry-after": "2" });
    made.clock.shiftDate(byMs);
    await made.clock.advance(1_999);
    expect(made.calls()).toEqual(["GET /books/1"]);
    await made.clock.advance(1);
    await answerLast(made, oldBook);
    expect([outcome, made.calls()]).toEqual([{ value: oldBook }, ["GET /books/1"]]);
  });
});

async function refused(made: Awaited<ReturnType<typeof failed>>) {
  const outcome = readBook(made.operation());
  await settled();
  return outcome;
}
