import { expect, test } from "vitest";
import { settled, testNowMs } from "../../support/clock.ts";
import { books } from "../books.ts";
import { engine, outcomeOf } from "../engine.ts";
import { answerLast, oldBook, readBook } from "../kept-books.ts";

test.each([500, 502, 503, 504])("there is the wait that a %i states, also between writes", async (status) => {
  for (const header of ["2", new Date(testNowMs + 2_000).toUTCString()]) {
    const made = engine({ random: () => 0 });
    const { call } = made.operation();
    const outcomes = [
      outcomeOf(call(books.get, { id: "1" })),
      outcomeOf(call(books.update, { id: "1", body: {} })),
    ];
    await settled();
    for (const exchange of made.sent) exchange.answer("", status, { "retry-after": header });
    await made.clock.advance(1_999);
    expect(made.sent.length).toBe(2);
    await made.clock.advance(1);
    for (const exchange of made.sent.slice(2)) exchange.answer(oldBook);
    await settled();
    expect([outcomes, made.calls().length]).toEqual([[{ value: oldBook }, { value: oldBook }], 4]);
  }
});

test.each([
  [503, "UPSTREAM_UNAVAILABLE"],
  [429, "UPSTREAM_RATE_LIMITED"],
  [423, "UPSTREAM_REJECTED"],
])("the wait that a %i states is told where it does not fit", async (status, code) => {
  const made = engine();
  const outcome = readBook(made.operation());
  await answerLast(made, "", status, { "retry-after": "30" });
  const facts = { status, attempts: 1, retryAfterMs: 30_000 };
  expect(outcome.error).toMatchObject({ code, facts });
  expect([made.calls(), made.clock.pending]).toEqual([["GET /books/1"], 0]);
});
