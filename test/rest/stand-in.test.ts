import { describe, expect, test } from "vitest";
import { slidingWindow } from "../../src/rest/limits/windows.ts";
import { settled } from "../support/clock.ts";
import { shelfLife } from "./books.ts";
import { at, type Exchange, outcomeOf, type TestEngine, things } from "./engine.ts";
import { answerLast, engineWithBook, newBook, oldBook, readBook } from "./kept-books.ts";

/** Old enough to be given only when the upstream fails. */
const failingAgeMs = shelfLife.staleWhileRevalidateMs;

/** How an upstream can fail, until no further attempt is made. */
interface Failure {
  readonly name: string;
  readonly code: string;
  readonly requests: number;
  readonly strike: (exchange: Exchange) => void;
  readonly afterMs?: number;
}

const answering = (code: string, status: number, requests: number): Failure => ({
  name: `status ${status}`,
  code,
  requests,
  strike: (exchange) => exchange.answer("", status),
});

/** It asks for a wait that no operation has time for. */
const puttingOff = (code: string, status: number): Failure => ({
  name: `status ${status} with a long wait`,
  code,
  requests: 1,
  strike: (exchange) => exchange.answer("", status, { "retry-after": "60" }),
});

/** Strikes every request until there are no more. */
async function strikeAll({ sent, clock }: TestEngine, { strike, requests, afterMs = 0 }: Failure) {
  for (let made = 1; made <= requests; made += 1) {
    await settled();
    strike(at(sent, made));
    await clock.advance(afterMs);
  }
  await settled();
}

const requestsOf = ({ requests }: Failure): string[] => Array(requests).fill("GET /books/1");

describe("when the upstream fails, an old answer stands in", () => {
  const failures: readonly Failure[] = [
    answering("UPSTREAM_UNAVAILABLE", 500, 3),
    answering("UPSTREAM_UNAVAILABLE", 503, 3),
    puttingOff("UPSTREAM_UNAVAILABLE", 500),
    puttingOff("UPSTREAM_UNAVAILABLE", 503),
    puttingOff("UPSTREAM_RATE_LIMITED", 429),
    answering("UPSTREAM_INVALID_RESPONSE", 302, 1),
    {
      name: "a connection that breaks",
      code: "UPSTREAM_UNAVAILABLE",
      requests: 3,
      strike: (exchange) => exchange.fail(new Error("socket hang up")),
    },
    { name: "no answer", code: "UPSTREAM_TIMEOUT", requests: 3, strike: () => {}, afterMs: 3_000 },
    {
      name: "no JSON",
      code: "UPSTREAM_INVALID_RESPONSE",
      requests: 3,
      strike: (exchange) => exchange.answer("<html>"),
    },
    {
      name: "another shape",
      code: "UPSTREAM_INVALID_RESPONSE",
      requests: 1,
      strike: (exchange) => exchange.answer("7"),
    },
  ];

  test.each(failures)("($name)", async (failure) => {
    const made = await engineWithBook(failingAgeMs);
    const asking = made.operation();
    const outcome = readBook(asking);
    await strikeAll(made, failure);
    expect([outcome, made.calls(), made.clock.pending]).toEqual([{ value: oldBook }, requestsOf(failure), 0]);
    expect(asking.notes).toMatchObject([{ servedFrom: "stale", attempts: failure.requests }]);
    expect(asking.notes[0]).not.toHaveProperty("code");
  });

  test.each(failures)("and where nothing is kept the error is told ($name)", async (failure) => {
    const made = await engineWithBook(shelfLife.staleIfErrorMs);
    const asking = made.operation();
    const outcome = readBook(asking);
    await strikeAll(made, failure);
    expect(outcome.error).toMatchObject({ code: failure.code, facts: { attempts: failure.requests } });
    expect(made.calls()).toEqual(requestsOf(failure));
    expect(asking.notes).toMatchObject([
      { servedFrom: "network", attempts: failure.requests, code: failure.code },
    ]);
  });
});

describe("an answer that is about the object or the credential is told, whatever was kept", () => {
  test.each([
    answering("UPSTREAM_REJECTED", 400, 1),
    answering("UPSTREAM_AUTH", 401, 1),
    answering("FORBIDDEN", 403, 1),
    answering("NOT_FOUND", 404, 1),
    answering("NOT_FOUND", 410, 1),
    answering("CONFLICT", 409, 1),
    answering("UPSTREAM_REJECTED", 422, 1),
  ])("($name)", async (failure) => {
    const made = await engineWithBook(failingAgeMs);
    const outcome = readBook(made.operation());
    await strikeAll(made, failure);
    expect(outcome.error).toMatchObject({ code: failure.code, facts: { attempts: 1 } });
    expect(made.calls()).toEqual(["GET /books/1"]);
  });
});

test.each([
  [2_999, true],
  [3_000, false],
])("its age is what it is once the upstream has failed, here %i ms later", async (laterMs, stands) => {
  const made = await engineWithBook(shelfLife.staleIfErrorMs - 3_000);
  const outcome = readBook(made.operation(laterMs));
  await made.clock.advance(laterMs - 1);
  expect(outcome).toEqual({});
  await made.clock.advance(1);
  if (stands) expect(outcome).toEqual({ value: oldBook });
  else expect(outcome.error).toMatchObject({ code: "UPSTREAM_TIMEOUT" });
  expect([made.calls(), made.clock.pending]).toEqual([["GET /books/1"], 0]);
});

test("it stands in when the operation's own time is up, too", async () => {
  const made = await engineWithBook(failingAgeMs);
  const outcome = readBook(made.operation(800));
  await made.clock.advance(799);
  expect([outcome, made.calls()]).toEqual([{}, ["GET /books/1"]]);
  await made.clock.advance(1);
  expect([outcome, at(made.sent, 1).aborted, made.clock.pending]).toEqual([{ value: oldBook }, true, 0]);
});

test("it stands in when the rate limit leaves no room for the call, which is not made", async () => {
  const made = await engineWithBook(failingAgeMs, {
    limits: [slidingWindow({ calls: 1, windowMs: 60_000 })],
  });
  const asking = made.operation();
  const outcome = readBook(asking);
  await settled();
  expect([outcome, made.calls()]).toEqual([{ value: oldBook }, []]);
  expect(asking.notes).toMatchObject([{ servedFrom: "stale", attempts: 0 }]);
});

test("it does not stand in for a client that left, nor after a 404 in between", async () => {
  const made = await engineWithBook(failingAgeMs);
  const leaving = made.operation();
  const left = readBook(leaving);
  await settled();
  leaving.leave();
  await settled();
  expect(left.error).toMatchObject({ code: "UPSTREAM_TIMEOUT" });
  const gone = readBook(made.operation());
  await answerLast(made, "", 404);
  expect(gone.error).toMatchObject({ code: "NOT_FOUND" });
  await made.clock.advance(2_000);
  const failed = readBook(made.operation());
  for (let attempt = 0; attempt < 3; attempt += 1) await answerLast(made, "", 503);
  expect(failed.error).toMatchObject({ code: "UPSTREAM_UNAVAILABLE" });
  expect(made.calls()).toEqual(Array(5).fill("GET /books/1"));
});

test("who asks after it was given for a failure has the upstream asked again, and is given what it answers", async () => {
  const made = await engineWithBook(failingAgeMs);
  const first = readBook(made.operation());
  for (let attempt = 0; attempt < 3; attempt += 1) await answerLast(made, "", 503);
  const second = readBook(made.operation());
  await answerLast(made, newBook);
  expect([first, second, made.calls().length]).toEqual([{ value: oldBook }, { value: newBook }, 4]);
});

test("rows that are never kept have nothing to stand in", async () => {
  const made = await engineWithBook(0);
  const { call } = made.operation();
  const kept = outcomeOf(call(things.get, { id: "1" }));
  await answerLast(made, { id: "1" });
  const failed = outcomeOf(call(things.get, { id: "1" }));
  for (let attempt = 0; attempt < 3; attempt += 1) await answerLast(made, "", 503);
  expect([kept, failed.error]).toMatchObject([{ value: { id: "1" } }, { code: "UPSTREAM_UNAVAILABLE" }]);
  expect(made.calls()).toEqual(Array(4).fill("GET /things/1"));
});
