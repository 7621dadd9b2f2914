import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { attemptTimeoutMs, startTimeout } from "../../../src/rest/sending/timeout.ts";
import { settled, testClock, testNowMs } from "../../support/clock.ts";
import { at, engine, outcomeOf, things } from "../engine.ts";
import { undivided } from "../undivided.ts";

/** Bytes that come one by one, without end, for as long as the clock moves. */
async function* dripping(clock: { after(ms: number, run: () => void): unknown }): AsyncGenerator<Uint8Array> {
  for (;;) {
    await new Promise<void>((resolve) => void clock.after(200, resolve));
    yield Buffer.from(" ");
  }
}

const within3s =
  "GET /things/{id} of Things was not answered within 3000 ms; try again, or ask for less at once.";

test("an attempt that is not answered ends after 3 s, neither sooner nor later, and so does each that follows", async () => {
  const { operation, sent, clock, calls, upstream } = engine();
  const outcome = outcomeOf(operation().call(things.get, { id: "1" }));
  await clock.advance(attemptTimeoutMs - 1);
  expect([outcome, at(sent, 0).aborted]).toEqual([{}, false]);
  await clock.advance(1);
  expect([outcome, sent.map(({ aborted }) => aborted)]).toEqual([{}, [true, false]]);
  await clock.advance(2 * attemptTimeoutMs - 1);
  expect([outcome, sent.map(({ aborted }) => aborted)]).toEqual([{}, [true, true, false]]);
  await clock.advance(1);
  expect(outcome.error).toMatchObject({
    code: "UPSTREAM_TIMEOUT",
    message: within3s,
    facts: { system: "things", endpoint: "GET /things/{id}", attempts: 3 },
  });
  expect([at(sent, 2).aborted, calls(), clock.pending, upstream.state]).toEqual([
    true,
    Array(3).fill("GET /things/1"),
    0,
    "failing",
  ]);
});

test("a body that drips is ended by the time of the attempt, and its status is told", async () => {
  const { operation, sent, clock, calls } = engine();
  const outcome = outcomeOf(operation().call(things.get, { id: "1" }));
  for (let attempt = 0; attempt < 3; attempt += 1) {
    await settled();
    at(sent, attempt).stream(dripping(clock));
    await clock.advance(attemptTimeoutMs - 1);
    expect([outcome, at(sent, attempt).aborted]).toEqual([{}, false]);
    await clock.advance(1);
    expect(at(sent, attempt).aborted).toBe(true);
  }
  expect(outcome.error).toMatchObject({
    code: "UPSTREAM_TIMEOUT",
    message: within3s,
    facts: { endpoint: "GET /things/{id}", status: 200, attempts: 3 },
  });
  expect(calls()).toEqual(Array(3).fill("GET /things/1"));
});

test("the time of an attempt counts from its sending, not from its waiting for the rate limit", async () => {
  let waitMs = 4_000;
  const limit = {
    capacity: 1,
    perSecond: 1,
    left: () => 0,
    waitMs: () => waitMs,
    send() {},
    settle() {},
    part: undivided,
    within: undivided,
  };
  const { operation, sent, clock, calls } = engine({ limits: [limit] });
  // A row that is tried once, if it may have arrived.
  const outcome = outcomeOf(operation().call(things.create, { body: { name: "a" } }));
  await clock.advance(3_999);
  waitMs = 0;
  await clock.advance(1 + attemptTimeoutMs - 1);
  expect([sent.length, outcome]).toEqual([1, {}]);
  await clock.advance(1);
  expect(outcome.error).toMatchObject({
    code: "UPSTREAM_OUTCOME_UNKNOWN",
    facts: { sentAt: new Date(testNowMs + 4_000).toISOString(), attempts: 1 },
  });
  expect(calls()).toEqual(["POST /things"]);
});

test.each([
  ["read", "GET /things/{id}"],
  ["write", "PATCH /things/{id}"],
])("a %s ends with the time of its operation where that is sooner, and says so", async (kind, name) => {
  const { operation, sent, clock, upstream } = engine();
  const { call } = operation(800);
  const outcome = outcomeOf(
    kind === "read" ? call(things.get, { id: "1" }) : call(things.update, { id: "1", body: {} }),
  );
  await clock.advance(799);
  expect(outcome).toEqual({});
  await clock.advance(1);
  expect(outcome.error).toMatchObject({
    code: "UPSTREAM_TIMEOUT",
    message: `${name} was not answered within the time of the whole operation; ask for less at once or try again.`,
    facts: { system: "things", endpoint: name, attempts: 1 },
  });
  // So little time says nothing about the system.
  expect([at(sent, 0).aborted, clock.pending, upstream.state]).toEqual([true, 0, "untried"]);
});

test("an operation whose time is up sends nothing", async () => {
  const { operation, clock, calls } = engine();
  const { call } = operation(800);
  await clock.advance(800);
  const outcomes = [
    outcomeOf(call(things.get, { id: "1" })),
    outcomeOf(call(things.create, { body: { name: "a" } })),
  ];
  await settled();
  await clock.advance(1);
  for (const { error } of outcomes)
    expect(error).toMatchObject({ code: "UPSTREAM_TIMEOUT", facts: { attempts: 0 } });
  expect([calls(), clock.pending]).toEqual([[], 0]);
});

test("a deadline that moves on while an attempt is under way is heeded, up to the attempt's own time", async () => {
  const clock = testClock(0);
  const { signal } = new AbortController();
  const operation = { signal, deadlineAtMs: 500 };
  const limit = startTimeout(operation, clock);
  operation.deadlineAtMs = 1_500;
  await clock.advance(1_000);
  expect(limit.signal.aborted).toBe(false);
  operation.deadlineAtMs = 20_000;
  await clock.advance(1_999);
  expect([limit.signal.aborted, limit.expired()]).toEqual([false, undefined]);
  await clock.advance(1);
  expect([limit.signal.aborted, limit.expired()]).toEqual([true, "attempt"]);
  limit.end();
  expect([clock.pending, getEventListeners(signal, "abort")]).toEqual([0, []]);
});

test("work that does not heed the signal is left behind, and its end is nobody's concern", async () => {
  const clock = testClock(0);
  const controller = new AbortController();
  const limit = startTimeout({ signal: controller.signal, deadlineAtMs: 10_000 }, clock);
  let fail = (_error: Error): void => {};
  const deaf = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const outcome = outcomeOf(limit.race(deaf));
  controller.abort();
  await settled();
  expect(outcome.error).toEqual(new Error("attempt ended"));
  limit.end();
  fail(new Error("too late for anybody to listen"));
  await settled();
  expect([clock.pending, limit.expired()]).toEqual([0, undefined]);
});
