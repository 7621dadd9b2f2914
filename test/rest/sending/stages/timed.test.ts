import { expect, test } from "vitest";
import type { Outcome } from "../../../../src/rest/send.ts";
import { type Attempt, timed } from "../../../../src/rest/sending/timed.ts";
import { attemptTimeoutMs } from "../../../../src/rest/sending/timeout.ts";
import { settled, testClock } from "../../../support/clock.ts";
import { outcomeOf } from "../../engine.ts";
import { answered, failed, operationOf, prepared } from "./attempts.ts";

const late = failed("UPSTREAM_TIMEOUT", "ambiguous");

/** The stage before a sender that is late as soon as its attempt is ended, and was answered otherwise. */
function attempting(deadlineMs?: number) {
  const clock = testClock();
  const attempts: Attempt[] = [];
  let answer = (_: Outcome) => {};
  const exchange = new Promise<Outcome>((resolve) => {
    answer = resolve;
  });
  const send = timed(clock)((_, _operation, attempt) => {
    attempts.push(attempt);
    return attempt.timeout.race(exchange).catch(() => late);
  });
  const operation = operationOf(clock, deadlineMs);
  const outcome = outcomeOf(send(prepared(), operation));
  return { answer: () => answer(answered), attempts, clock, operation, outcome };
}

test("an attempt begins with its route and the moment, and nothing of it is left when it is answered", async () => {
  const { answer, attempts, clock, outcome } = attempting();
  const startedAtMs = clock.nowMs();
  answer();
  await settled();
  expect(outcome.value).toBe(answered);
  expect(attempts).toMatchObject([{ route: "GET /things/{id}", startedAtMs, upload: undefined }]);
  expect([attempts[0]?.timeout.expired(), clock.pending]).toEqual([undefined, 0]);
});

test.each([
  ["its own time", attemptTimeoutMs, 10_000, "attempt"],
  ["the time of its operation, if that ends earlier", 1_000, 1_000, "operation"],
])("it is ended after %s", async (_, afterMs, deadlineMs, expired) => {
  const { attempts, clock, outcome } = attempting(deadlineMs);
  await clock.advance(afterMs - 1);
  expect(outcome).toEqual({});
  await clock.advance(1);
  await settled();
  expect([outcome.value, attempts[0]?.timeout.expired(), clock.pending]).toEqual([late, expired, 0]);
});

test("it is ended when its client leaves, which is no matter of time", async () => {
  const { attempts, operation, outcome } = attempting();
  operation.leave();
  await settled();
  expect([outcome.value, attempts[0]?.timeout.expired()]).toEqual([late, undefined]);
});
