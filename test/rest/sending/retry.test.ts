import { describe, expect, test } from "vitest";
import { NotSent } from "../../../src/rest/exchange.ts";
import { slidingWindow } from "../../../src/rest/limits/windows.ts";
import type { Credential } from "../../../src/rest/upstream.ts";
import { settled, testNowMs } from "../../support/clock.ts";
import { books, booksOfTitle } from "../books.ts";
import { at, engine, outcomeOf, type TestEngine, things } from "../engine.ts";
import { callOnce, silence } from "../failing-calls.ts";
import { answerLast, oldBook, readBook } from "../kept-books.ts";

/** When each request was sent, in milliseconds since the first of them, if each is answered so. */
async function sendingTimesMs(
  made: TestEngine,
  deadlineMs: number,
  ...answer: Parameters<ReturnType<typeof at>["answer"]>
): Promise<{ readonly timesMs: number[]; readonly outcome: ReturnType<typeof outcomeOf> }> {
  const outcome = readBook(made.operation(deadlineMs));
  await settled();
  const startedAtMs = made.clock.nowMs();
  const timesMs: number[] = [];
  while (Object.keys(outcome).length === 0) {
    if (made.sent.length > timesMs.length) {
      timesMs.push(made.clock.nowMs() - startedAtMs);
      await answerLast(made, ...answer);
    } else await made.clock.advance(1);
  }
  expect(made.clock.pending).toBe(0);
  return { timesMs, outcome };
}

test.each([1, 2])(
  "a call that succeeds after %i failures is answered as if nothing had been",
  async (failures) => {
    const made = engine();
    const asking = made.operation();
    const outcome = readBook(asking);
    for (let attempt = 0; attempt < failures; attempt += 1) await answerLast(made, "", 503);
    await answerLast(made, oldBook);
    expect([outcome, made.calls()]).toEqual([{ value: oldBook }, Array(failures + 1).fill("GET /books/1")]);
    expect(asking.notes).toMatchObject([{ servedFrom: "network", attempts: failures + 1 }]);
  },
);

describe("between attempts", () => {
  test.each([
    [0, [0, 0, 0]],
    [0.5, [0, 100, 300]],
    [0.999, [0, 199, 598]],
  ])("there is a wait below a bound that doubles, by chance (%d)", async (random, expectedMs) => {
    const made = engine({ random: () => random });
    const { timesMs, outcome } = await sendingTimesMs(made, 10_000, "", 503);
    expect([timesMs, outcome.error]).toMatchObject([
      expectedMs,
      { code: "UPSTREAM_UNAVAILABLE", facts: { attempts: 3 } },
    ]);
    expect(made.calls().length).toBe(3);
  });

  test.each([
    ["in seconds", "2", 2_000],
    ["as a date", new Date(testNowMs + 3_000).toUTCString(), 3_000],
    ["of nothing", "0", 0],
    ["until a date that has passed", new Date(testNowMs - 60_000).toUTCString(), 0],
    ["of less than nothing, as if none was stated", "-5", 1_000],
    ["that cannot be read, as if none was stated", "soon", 1_000],
  ])("there is the wait that a 429 states, %s", async (_, header, waitMs) => {
    const made = engine({ random: () => 0.999 });
    const outcome = readBook(made.operation());
    await answerLast(made, "", 429, { "retry-after": header });
    if (waitMs > 0) {
      await made.clock.advance(waitMs - 1);
      expect(made.sent.length).toBe(1);
      await made.clock.advance(1);
    }
    await answerLast(made, oldBook);
    expect([outcome, made.calls()]).toEqual([{ value: oldBook }, ["GET /books/1", "GET /books/1"]]);
  });

  test.each([
    ["10", 10_000],
    ["60", 60_000],
    ["99999999999999999999", 3_600_000],
    ["Fri, 31 Dec 9999 23:59:59 GMT", 3_600_000],
  ])(
    "a stated wait of %s does not fit the deadline, so that the call fails at once",
    async (header, retryAfterMs) => {
      const made = engine();
      const outcome = readBook(made.operation());
      await answerLast(made, "", 429, { "retry-after": header });
      expect(outcome.error).toMatchObject({
        code: "UPSTREAM_RATE_LIMITED",
        facts: { attempts: 1, retryAfterMs },
      });
      expect([made.calls(), made.clock.pending]).toEqual([["GET /books/1"], 0]);
    },
  );

  test("a wait that ends with the deadline is not begun", async () => {
    for (const [deadlineMs, attempts] of [
      [199, 1],
      [200, 2],
      [598, 2],
      [599, 3],
    ] as const) {
      const made = engine({ random: () => 0.999 });
      const { timesMs, outcome } = await sendingTimesMs(made, deadlineMs, "", 503);
      expect([timesMs.length, made.calls().length]).toEqual([attempts, attempts]);
      expect(outcome.error).toMatchObject({ code: "UPSTREAM_UNAVAILABLE", facts: { attempts } });
    }
  });

  test("a client that leaves is answered at once, and its read is not sent again", async () => {
    const made = engine({ random: () => 0.999 });
    const { call, leave, signal } = made.operation();
    const outcome = outcomeOf(call(books.get, { id: "1" }));
    await answerLast(made, "", 503);
    leave();
    await settled();
    expect([outcome.error, signal.aborted]).toMatchObject([{ code: "UPSTREAM_TIMEOUT" }, true]);
    expect(made.clock.pending).toBe(0);
    await made.clock.advance(10_000);
    expect(made.calls()).toEqual(["GET /books/1"]);
  });

  test("a client that leaves does not take along those who wait for the same read", async () => {
    const made = engine({ random: () => 0.999 });
    const leaving = made.operation();
    const outcomes = [readBook(leaving), readBook(made.operation())];
    await answerLast(made, "", 503);
    leaving.leave();
    await made.clock.advance(199);
    await answerLast(made, oldBook);
    expect(outcomes).toMatchObject([{ error: { code: "UPSTREAM_TIMEOUT" } }, { value: oldBook }]);
    expect(made.calls()).toEqual(["GET /books/1", "GET /books/1"]);
  });
});

describe("a write goes on when its client leaves", () => {
  test("between attempts", async () => {
    const made = engine({ random: () => 0.999 });
    const { call, leave } = made.operation();
    const outcome = outcomeOf(call(books.update, { id: "1", body: {} }));
    await answerLast(made, "", 503);
    leave();
    await made.clock.advance(199);
    await answerLast(made, oldBook);
    expect([outcome, made.calls()]).toEqual([{ value: oldBook }, ["PATCH /books/1", "PATCH /books/1"]]);
  });

  test("before the first, while it waits for the rate limit", async () => {
    const made = engine({ limits: [slidingWindow({ calls: 1, windowMs: 998 })] });
    const { call, leave } = made.operation();
    const first = outcomeOf(call(things.create, { body: { name: "a" } }));
    await answerLast(made, { id: "a" }, 201);
    const outcome = outcomeOf(call(things.create, { body: { name: "b" } }));
    await settled();
    leave();
    await made.clock.advance(1_000);
    await answerLast(made, { id: "b" }, 201);
    expect([first, outcome]).toEqual([{ value: { id: "a" } }, { value: { id: "b" } }]);
    expect(made.calls()).toEqual(["POST /things", "POST /things"]);
  });
});

describe("what was sent is what is told of, where the next attempt finds no room", () => {
  test("in the rate limit", async () => {
    const made = engine({ limits: [slidingWindow({ calls: 1, windowMs: 60_000 })] });
    const outcome = outcomeOf(made.operation().call(books.update, { id: "1", body: {} }));
    await answerLast(made, "", 503);
    expect(outcome.error).toMatchObject({
      code: "UPSTREAM_UNAVAILABLE",
      message: "PATCH /books/{id} of Things answered 503; try again shortly.",
      facts: { attempts: 1, status: 503 },
    });
    expect([made.calls(), made.clock.pending]).toEqual([["PATCH /books/1"], 0]);
  });

  test("since others have found that the system does not answer", async () => {
    const made = engine({ random: () => 0.5 });
    const outcome = outcomeOf(made.operation().call(books.update, { id: "1", body: {} }));
    await answerLast(made, "", 503);
    for (let time = 0; time < 5; time += 1) await callOnce(made, silence);
    await made.clock.advance(100);
    expect(outcome.error).toMatchObject({
      code: "UPSTREAM_UNAVAILABLE",
      message: "PATCH /books/{id} of Things answered 503; try again shortly.",
      facts: { attempts: 1, status: 503 },
    });
    expect(made.calls()).toEqual(["PATCH /books/1", ...Array(4).fill("POST /things")]);
  });
});

describe("a write that may be repeated under a condition", () => {
  test("is repeated where it meets it", async () => {
    const made = engine();
    const outcome = outcomeOf(made.operation().call(books.upsert, { body: { id: "1", title: "a" } }));
    await answerLast(made, "", 503);
    await answerLast(made, oldBook);
    expect([outcome, made.calls()]).toEqual([
      { value: oldBook },
      ["POST /books/upsert", "POST /books/upsert"],
    ]);
  });

  test("is not where it does not: then the query is told that shows what happened", async () => {
    const made = engine();
    const outcome = outcomeOf(made.operation().call(books.upsert, { body: { title: "a" } }));
    await made.clock.advance(120);
    await answerLast(made, "", 503);
    expect(outcome.error).toMatchObject({
      code: "UPSTREAM_OUTCOME_UNKNOWN",
      message: expect.stringContaining("run the query in `reconcile` before sending it again"),
      facts: { attempts: 1, sentAt: new Date(testNowMs).toISOString(), reconcile: booksOfTitle },
    });
    expect(made.calls()).toEqual(["POST /books/upsert"]);
  });
});

test("a create that never arrived is sent again, and what is told of its outcome is when it was sent last", async () => {
  const made = engine({ random: () => 0.999 });
  const outcome = outcomeOf(made.operation().call(books.create, { body: { title: "a" } }));
  await settled();
  at(made.sent, 0).fail(new NotSent(new Error("refused")));
  await made.clock.advance(199);
  at(made.sent, 1).fail(new Error("socket hang up"));
  await settled();
  expect(outcome.error).toMatchObject({
    code: "UPSTREAM_OUTCOME_UNKNOWN",
    facts: { attempts: 2, sentAt: new Date(testNowMs + 199).toISOString(), reconcile: booksOfTitle },
  });
  expect(made.calls()).toEqual(["POST /books", "POST /books"]);
});

describe("a credential that is refused", () => {
  /** A credential that is renewed so often. */
  const renewing = (times: number): Credential => {
    let renewals = 0;
    return {
      identity: "someone",
      headers: async () => ({ authorization: `key ${renewals}` }),
      renew() {
        renewals += 1;
        return renewals <= times;
      },
    };
  };

  test("is renewed once, also for what must not be done twice", async () => {
    const made = engine({ credential: renewing(9) });
    const created = outcomeOf(made.operation().call(books.create, { body: { title: "a" } }));
    await answerLast(made, "", 401);
    await answerLast(made, oldBook, 201);
    const refused = readBook(made.operation());
    await answerLast(made, "", 401);
    await answerLast(made, "", 401);
    expect(created).toEqual({ value: oldBook });
    expect(refused.error).toMatchObject({ code: "UPSTREAM_AUTH", facts: { attempts: 2, status: 401 } });
    expect(made.calls()).toEqual(["POST /books", "POST /books", "GET /books/1", "GET /books/1"]);
    expect(made.sent.map(({ request }) => request.headers.authorization)).toEqual([
      "key 0",
      "key 1",
      "key 1",
      "key 2",
    ]);
  });

  test("is told where it cannot be renewed", async () => {
    const made = engine({ credential: renewing(0) });
    const outcome = readBook(made.operation());
    await answerLast(made, "", 401);
    expect(outcome.error).toMatchObject({ code: "UPSTREAM_AUTH", facts: { attempts: 1 } });
    expect(made.calls()).toEqual(["GET /books/1"]);
  });
});

test.each(["read", "write"])(
  "a log-in that does not end does not hold up a %s for longer than its operation",
  async (kind) => {
    const made = engine({ credential: { identity: "someone", headers: () => new Promise(() => {}) } });
    const { call } = made.operation(800);
    const outcome =
      kind === "read"
        ? outcomeOf(call(books.get, { id: "1" }))
        : outcomeOf(call(books.create, { body: { title: "a" } }));
    await made.clock.advance(799);
    expect(outcome).toEqual({});
    await made.clock.advance(1);
    expect(outcome.error).toMatchObject({ code: "UPSTREAM_TIMEOUT", facts: { attempts: 0 } });
    expect([made.calls(), made.clock.pending]).toEqual([[], 0]);
  },
);
