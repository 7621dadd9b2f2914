import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import type { Call } from "../../src/rest/call.ts";
import type { Limit } from "../../src/rest/limit.ts";
import { slidingWindow } from "../../src/rest/limits/windows.ts";
import { settled } from "../support/clock.ts";
import { at, engine, outcomeOf, things } from "./engine.ts";
import { undivided } from "./undivided.ts";

test("a read carries the headers of its system and no body, and asks for plain JSON", async () => {
  const { operation, sent, calls } = engine();
  const answer = operation().call(things.get, { id: "a b" });
  await settled();
  expect(at(sent, 0).request).toMatchObject({
    headers: {
      accept: "application/json",
      "accept-encoding": "identity",
      "x-version": "7",
      authorization: "key",
    },
  });
  expect(Object.keys(at(sent, 0).request)).not.toContain("body");
  expect(Object.keys(at(sent, 0).request.headers)).not.toContain("content-type");
  at(sent, 0).answer({ id: "a b", name: "A" });
  expect(await answer).toEqual({ id: "a b", name: "A" });
  expect(calls()).toEqual(["GET /things/a%20b"]);
});

test("a write carries its body as JSON", async () => {
  const { operation, sent, calls } = engine();
  const answer = operation().call(things.create, { body: { name: 'Ünï "\ud800' } });
  await settled();
  const { body, headers } = at(sent, 0).request;
  expect([JSON.parse(String(body)), headers["content-type"]]).toEqual([
    { name: 'Ünï "\ud800' },
    "application/json",
  ]);
  at(sent, 0).answer({ id: "1" }, 201);
  expect(await answer).toEqual({ id: "1" });
  expect(calls()).toEqual(["POST /things"]);
});

test("what was left of an attempt is nothing: no timer, no listener, no place in the budget, and its signal is ended", async () => {
  let inFlight = 0;
  const counting: Limit = {
    capacity: 100,
    perSecond: 100,
    left: () => 100,
    waitMs: () => 0,
    send() {
      inFlight += 1;
    },
    settle() {
      inFlight -= 1;
    },
    part: undivided,
    within: undivided,
  };
  const { operation, sent, clock, calls } = engine({ limits: [counting] });
  const { call, signal } = operation();
  const outcomes = [
    outcomeOf(call(things.get, { id: "good" })),
    outcomeOf(call(things.get, { id: "gone" })),
    outcomeOf(call(things.get, { id: "broken" })),
  ];
  await settled();
  outcomes.push(outcomeOf(call(things.update, { id: "good", body: {} })));
  await settled();
  expect(inFlight).toBe(4);
  at(sent, 0).answer({ id: "good" });
  at(sent, 1).answer("", 404);
  at(sent, 3).answer({ id: "good" });
  for (const attempt of [2, 4, 5]) {
    at(sent, attempt).fail(new Error("socket hang up"));
    await settled();
  }
  expect(outcomes).toMatchObject([
    { value: { id: "good" } },
    { error: { code: "NOT_FOUND" } },
    { error: { code: "UPSTREAM_UNAVAILABLE" } },
    { value: { id: "good" } },
  ]);
  expect([clock.pending, inFlight, getEventListeners(signal, "abort")]).toEqual([0, 0, []]);
  expect(sent.filter(({ aborted }) => !aborted)).toEqual([]);
  expect(calls()).toEqual([
    "GET /things/good",
    "GET /things/gone",
    "GET /things/broken",
    "PATCH /things/good",
    "GET /things/broken",
    "GET /things/broken",
  ]);
});

test("an operation of many calls does not look like a leak of listeners", async () => {
  const warnings: Error[] = [];
  const note = (warning: Error) => void warnings.push(warning);
  process.on("warning", note);
  const { operation, answerAll, calls } = engine({ limits: [slidingWindow({ calls: 20, windowMs: 1_000 })] });
  answerAll(({ url }) => ({ id: url.pathname }));
  const { call } = operation();
  for (let id = 0; id < 50; id += 1) outcomeOf(call(things.get, { id: String(id) }));
  await settled();
  process.off("warning", note);
  expect(warnings).toEqual([]);
  // A tenth is left to writes.
  expect(calls().length).toBe(18);
});

test("every request that ends is told: what it was, how long it took and how it failed", async () => {
  const { operation, sent, clock, events, calls } = engine();
  const { call } = operation();
  const read = outcomeOf(call(things.get, { id: "1" }));
  await settled();
  const write = outcomeOf(call(things.update, { id: "2", body: {} }));
  await clock.advance(120);
  at(sent, 0).answer({ id: "1" });
  await settled();
  at(sent, 1).answer("", 503);
  await clock.advance(30);
  at(sent, 2).answer("", 404);
  await settled();
  expect([Object.keys(read), Object.keys(write)]).toEqual([["value"], ["error"]]);
  expect(events).toEqual([
    { system: "things", endpoint: "GET /things/{id}", durationMs: 120, status: 200 },
    {
      system: "things",
      endpoint: "PATCH /things/{id}",
      durationMs: 120,
      status: 503,
      code: "UPSTREAM_UNAVAILABLE",
    },
    {
      system: "things",
      endpoint: "PATCH /things/{id}",
      durationMs: 30,
      status: 404,
      code: "NOT_FOUND",
    },
  ]);
  expect(calls()).toEqual(["GET /things/1", "PATCH /things/2", "PATCH /things/2"]);
});

test("a call that nobody waits for any more is no failure of its system", async () => {
  const { operation, clock, events, upstream, sent } = engine();
  const { call, leave } = operation();
  const outcome = outcomeOf(call(things.get, { id: "1" }));
  await clock.advance(120);
  leave();
  await settled();
  expect(outcome.error).toMatchObject({ code: "UPSTREAM_TIMEOUT", facts: { retryable: true } });
  expect(events).toEqual([{ system: "things", endpoint: "GET /things/{id}", durationMs: 120 }]);
  expect([upstream.state, sent.length, at(sent, 0).aborted]).toEqual(["untried", 1, true]);
});

/** What is known of a system after each of these answers, of which each is to a write that is sent once. */
async function healthAfter(
  write: (call: Call) => Promise<unknown>,
  answers: readonly (readonly [status: number, body: string])[],
): Promise<unknown[]> {
  const { operation, upstream, sent, calls, clock } = engine();
  const { call } = operation();
  const health: unknown[] = [];
  for (const [status, body] of answers) {
    const outcome = outcomeOf(write(call));
    await settled();
    sent.at(-1)?.answer(body, status);
    // After a 429 nothing is sent for a second.
    await clock.advance(1_000);
    expect(Object.keys(outcome)).toEqual([status === 200 ? "value" : "error"]);
    health.push([status, upstream.state, upstream.cause]);
  }
  expect(calls().length).toBe(answers.length);
  return health;
}

test("the state of a system follows its last answer; one that refuses is an answer, and absence says nothing", async () => {
  const row = { ...things.create, namesObject: true };
  expect(
    await healthAfter(
      (call) => call(row, { body: { name: "a" } }),
      [
        [404, ""],
        [200, "{}"],
        [500, ""],
        [404, ""],
        [429, ""],
        [404, ""],
        [401, ""],
        [422, ""],
        [500, ""],
        [200, "<html>"],
      ],
    ),
  ).toEqual([
    [404, "untried", undefined],
    [200, "answering", undefined],
    [500, "failing", "UPSTREAM_OUTCOME_UNKNOWN"],
    [404, "failing", "UPSTREAM_OUTCOME_UNKNOWN"],
    [429, "answering", undefined],
    [404, "answering", undefined],
    [401, "failing", "UPSTREAM_AUTH"],
    [422, "answering", undefined],
    [500, "failing", "UPSTREAM_OUTCOME_UNKNOWN"],
    [200, "answering", undefined],
  ]);
});

test("after a 404 where something is always there a system fails, and tells why, until it answers as documented", async () => {
  expect(
    await healthAfter(
      (call) => call(things.create, { body: { name: "a" } }),
      [
        [404, ""],
        [429, ""],
        [401, ""],
        [422, ""],
        [200, "<html>"],
        [200, "{}"],
      ],
    ),
  ).toEqual([
    [404, "failing", "UPSTREAM_INVALID_RESPONSE"],
    [429, "failing", "UPSTREAM_INVALID_RESPONSE"],
    [401, "failing", "UPSTREAM_AUTH"],
    [422, "failing", "UPSTREAM_INVALID_RESPONSE"],
    [200, "failing", "UPSTREAM_INVALID_RESPONSE"],
    [200, "answering", undefined],
  ]);
});

test("a row that no document shows is refused before anything is sent, unless its system says otherwise", async () => {
  const { operation, calls } = engine();
  await expect(operation().call({ ...things.get, inferred: true }, { id: "1" })).rejects.toMatchObject({
    code: "UPSTREAM_REJECTED",
    message: expect.stringContaining("GET /things/{id} of Things is documented nowhere"),
    facts: { system: "things", endpoint: "GET /things/{id}" },
  });
  expect(calls()).toEqual([]);
});

test.each(Array.from({ length: 12 }, (_, moments) => moments))(
  "a client that leaves %i moments after it asked has nothing sent in vain",
  async (moments) => {
    const { operation, sent, clock } = engine();
    const { call, leave } = operation();
    const outcome = outcomeOf(call(things.get, { id: "1" }));
    for (let moment = 0; moment < moments; moment += 1) await Promise.resolve();
    leave();
    await settled();
    expect(outcome.error).toMatchObject({ code: "UPSTREAM_TIMEOUT" });
    expect(sent.filter(({ sentInVain }) => sentInVain)).toEqual([]);
    expect([sent.filter(({ aborted }) => !aborted), clock.pending]).toEqual([[], 0]);
  },
);

test("refused by the budget, nothing is sent and no system is blamed", async () => {
  const { operation, calls, events, upstream } = engine({
    limits: [slidingWindow({ calls: 1, windowMs: 998 })],
  });
  const { call } = operation(500);
  outcomeOf(call(things.get, { id: "1" }));
  await settled();
  const refused = outcomeOf(call(things.create, { body: { name: "a" } }));
  await settled();
  expect(refused.error).toMatchObject({
    code: "UPSTREAM_RATE_LIMITED",
    facts: { system: "things", endpoint: "POST /things", retryAfterMs: 1_000 },
  });
  expect([calls(), events, upstream.state]).toEqual([["GET /things/1"], [], "untried"]);
});
