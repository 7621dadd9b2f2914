import { expect, test } from "vitest";
import { createCircuitBreaker, failuresInARow } from "../../../../src/rest/sending/circuit-breaker.ts";
import { refuseWhileOpen } from "../../../../src/rest/sending/refuse-while-open.ts";
import { testClock } from "../../../support/clock.ts";
import { answered, behind, operationOf, prepared, system } from "./attempts.ts";

/** The stage of a system that has just failed so often in a row. */
function afterFailures(failures: number, connectionCause?: string) {
  const clock = testClock();
  // The middle of the span: an opening of 5 s lasts 5 s.
  const breaker = createCircuitBreaker(clock, () => 0.5);
  for (let failure = 0; failure < failures; failure += 1) breaker.failed("GET /things", true);
  const next = behind(answered);
  const stage = refuseWhileOpen(system, breaker, { connectionCause })(next.send);
  return { breaker, clock, next, run: () => stage(prepared(), operationOf(clock)) };
}

test("requests go on while the breaker is closed", async () => {
  const { next, run } = afterFailures(failuresInARow - 1);
  expect(await run()).toBe(answered);
  expect(next.sent).toHaveLength(1);
});

test("they are refused while it is open, with the time until the next may be sent", async () => {
  const { next, run } = afterFailures(failuresInARow);
  expect(await run()).toMatchObject({
    error: { code: "UPSTREAM_UNAVAILABLE", facts: { endpoint: "GET /things/{id}", retryAfterMs: 5_000 } },
    retryClass: "final",
  });
  expect(next.sent).toEqual([]);
});

test("one goes on when that time is up, and the next is refused for as long as it is under way", async () => {
  const { breaker, clock, next, run } = afterFailures(failuresInARow);
  await clock.advance(5_000);
  expect(await run()).toBe(answered);
  breaker.begin();
  expect(breaker.state).toBe("halfOpen");
  expect(await run()).toMatchObject({ error: { code: "UPSTREAM_UNAVAILABLE" } });
  expect(next.sent).toHaveLength(1);
});

test("a fault of the operator's is told as that, since waiting does not mend it", async () => {
  const { run } = afterFailures(failuresInARow, "ENOTFOUND");
  expect(await run()).toMatchObject({ error: { facts: { retryable: false } } });
});
