import { describe, expect, test } from "vitest";
import { slidingWindow } from "../../../src/rest/limits/windows.ts";
import { settled } from "../../support/clock.ts";
import { books } from "../books.ts";
import { at, engine, outcomeOf, things } from "../engine.ts";
import { type Answer, callOnce, failed, refusalMs, silence } from "../failing-calls.ts";
import { readBook } from "../kept-books.ts";

describe("after five calls in a row that were not answered", () => {
  test("the next is refused at once, and told when to come again", async () => {
    const made = await failed(4);
    const last = await callOnce(made, silence);
    const refused = [await callOnce(made, ["{}"]), readBook(made.operation())];
    await settled();
    expect(last.error).toMatchObject({ code: "UPSTREAM_OUTCOME_UNKNOWN", facts: { attempts: 1 } });
    for (const [n, endpoint] of ["POST /things", "GET /books/{id}"].entries()) {
      expect(refused[n]?.error).toMatchObject({
        code: "UPSTREAM_UNAVAILABLE",
        message: `Things has not been answering, so ${endpoint} was not sent; try again in 4 s.`,
        facts: { system: "things", endpoint, attempts: 0, retryAfterMs: 3_750 },
      });
    }
    expect([made.calls(), made.clock.pending, made.upstream.state]).toEqual([["POST /things"], 0, "failing"]);
  });

  test("no call is made until the time is up, and then one", async () => {
    const made = await failed(5);
    await made.clock.advance(3_749);
    expect(await refusalMs(made)).toBe(1);
    await made.clock.advance(1);
    const outcome = await callOnce(made, [{ id: "1" }]);
    expect([outcome, made.calls(), made.upstream.state]).toEqual([
      { value: { id: "1" } },
      ["POST /things"],
      "answering",
    ]);
  });

  test("attempts that would follow are not made", async () => {
    const made = await failed(4, { random: () => 0.5 });
    const outcome = readBook(made.operation());
    await settled();
    at(made.sent, 4).fail(silence);
    await settled();
    expect(outcome.error).toMatchObject({
      code: "UPSTREAM_UNAVAILABLE",
      message: "GET /books/{id} got no whole answer from Things; try again shortly.",
      facts: { attempts: 1 },
    });
    expect([made.calls(), made.clock.pending]).toEqual([["GET /books/1"], 0]);
  });

  test("those that fail because they were under way say nothing new", async () => {
    const made = engine();
    const outcomes = Array.from({ length: 9 }, () =>
      outcomeOf(made.operation().call(things.create, { body: { name: "a" } })),
    );
    await settled();
    for (const exchange of made.sent) exchange.fail(silence);
    await settled();
    expect(outcomes.map(({ error }) => error)).toMatchObject(
      Array(9).fill({ code: "UPSTREAM_OUTCOME_UNKNOWN", facts: { attempts: 1 } }),
    );
    expect(made.calls().length).toBe(9);
    expect(await refusalMs(made)).toBe(3_750);
  });

  test("calls that wait for the rate limit are not made when it lets them", async () => {
    const made = engine({ limits: [slidingWindow({ calls: 5, windowMs: 998 })] });
    for (let time = 0; time < 4; time += 1) await callOnce(made, silence);
    const last = outcomeOf(made.operation().call(things.create, { body: { name: "a" } }));
    await settled();
    const waiting = outcomeOf(made.operation().call(things.create, { body: { name: "b" } }));
    await settled();
    expect([waiting, made.calls().length]).toEqual([{}, 5]);
    at(made.sent, 4).fail(silence);
    await made.clock.advance(1_000);
    expect([last.error, waiting.error]).toMatchObject([
      { code: "UPSTREAM_OUTCOME_UNKNOWN" },
      { code: "UPSTREAM_UNAVAILABLE", facts: { attempts: 0, retryAfterMs: 2_750 } },
    ]);
    expect(made.calls()).toEqual([]);
  });
});

describe("calls go on being made", () => {
  const answered: readonly (readonly [string, Answer])[] = [
    ["an answer", [{ id: "1" }]],
    ["a refused credential", ["", 401]],
    ["a missing right", ["", 403]],
    ["an absence", ["", 404]],
    ["a collision", ["", 409]],
    ["refused input", ["", 422]],
    ["a refusal for their number", ["", 429, { "retry-after": "0" }]],
  ];

  test.each(answered)("when there was %s among five that failed", async (_, answer) => {
    const made = await failed(4);
    await callOnce(made, answer);
    for (let time = 0; time < 4; time += 1) await callOnce(made, silence);
    const outcome = await callOnce(made, [{ id: "1" }]);
    expect([outcome, made.calls().length]).toEqual([{ value: { id: "1" } }, 6]);
  });

  test.each(answered.slice(1))("however often there is %s", async (_, answer) => {
    const made = engine();
    for (let time = 0; time < 20; time += 1) await callOnce(made, answer, time);
    expect(made.calls().length).toBe(20);
  });

  test("when a single endpoint is at fault, however often it says so", async () => {
    const made = engine();
    for (let time = 0; time < 20; time += 1) await callOnce(made, ["", 503]);
    expect(made.calls().length).toBe(20);
  });

  test("when a client has little time, or none", async () => {
    const made = engine();
    for (let time = 0; time < 20; time += 1) {
      const [{ call }, left] = [made.operation(100), made.operation()];
      const late = [
        outcomeOf(call(books.get, { id: "1" })),
        outcomeOf(call(books.update, { id: "1", body: {} })),
      ];
      readBook(left, "2");
      await settled();
      left.leave();
      await made.clock.advance(100);
      expect(late.map(({ error }) => error)).toMatchObject(
        Array(2).fill({ code: "UPSTREAM_TIMEOUT", facts: { attempts: 1 } }),
      );
    }
    expect(made.calls().length).toBe(60);
  });
});

test("two endpoints at fault by turns are a system at fault", async () => {
  const made = engine();
  for (let time = 0; time < 20; time += 1) await callOnce(made, ["", 503], time);
  expect(made.calls().length).toBe(5);
});
