import { describe, expect, test } from "vitest";
import { createCircuitBreaker, failuresInARow } from "../../../../src/rest/sending/circuit-breaker.ts";
import { retries } from "../../../../src/rest/sending/retries.ts";
import { createRetryShare } from "../../../../src/rest/sending/retry.ts";
import { settled, testClock } from "../../../support/clock.ts";
import { outcomeOf, things } from "../../engine.ts";
import { answered, type Behind, behind, failed, operationOf, prepared, system } from "./attempts.ts";

const unsent = failed("UPSTREAM_UNAVAILABLE", "unsent");

/** The stage before a way of sending, with at most three attempts and no waits but those that a failure asks for. */
function retrying({ send }: Behind, deadlineMs?: number) {
  const clock = testClock();
  const breaker = createCircuitBreaker(clock, () => 0.5);
  const share = createRetryShare(clock);
  const stage = retries({ upstream: system, clock, random: () => 0, breaker, share }, 3)(send);
  return { breaker, clock, run: (request = prepared()) => stage(request, operationOf(clock, deadlineMs)) };
}

describe("a request is sent", () => {
  test("again after an attempt that proves that nothing arrived, until one succeeds", async () => {
    const next = behind(unsent, answered);
    expect(await retrying(next).run()).toBe(answered);
    expect(next.sent).toHaveLength(2);
  });

  test("three times at most, and its error tells so", async () => {
    const next = behind(unsent);
    expect(await retrying(next).run()).toMatchObject({ error: { facts: { attempts: 3 } } });
    expect(next.sent).toHaveLength(3);
  });

  test("once where another attempt would fail again", async () => {
    const next = behind(failed("UPSTREAM_REJECTED", "final"), answered);
    expect(await retrying(next).run()).toMatchObject({ error: { code: "UPSTREAM_REJECTED" } });
    expect(next.sent).toHaveLength(1);
  });

  test("once where the wait that the system asks for ends behind the deadline", async () => {
    const next = behind(failed("UPSTREAM_RATE_LIMITED", "refused", { retryAfterMs: 2_000 }), answered);
    expect(await retrying(next, 2_000).run()).toMatchObject({ error: { facts: { attempts: 1 } } });
  });

  test("once if the breaker has opened meanwhile", async () => {
    const next = behind(unsent, answered);
    const { breaker, run } = retrying(next);
    for (let failure = 0; failure < failuresInARow; failure += 1) breaker.failed("GET /things", true);
    expect(await run()).toMatchObject({ error: { facts: { attempts: 1 } } });
  });
});

test("the wait that the system asks for passes before the next attempt", async () => {
  const next = behind(failed("UPSTREAM_RATE_LIMITED", "refused", { retryAfterMs: 2_000 }), answered);
  const { clock, run } = retrying(next);
  const outcome = outcomeOf(run());
  await clock.advance(1_999);
  expect(next.sent).toHaveLength(1);
  await clock.advance(1);
  await settled();
  expect([outcome.value, next.sent.length]).toEqual([answered, 2]);
});

test("a write that an earlier attempt may have done is done when the next one finds nothing to remove", async () => {
  const next = behind(failed("UPSTREAM_TIMEOUT", "ambiguous"), failed("NOT_FOUND", "final"));
  const request = prepared(things.delete);
  expect(await retrying(next).run(request)).toEqual({ answer: { value: undefined, digest: undefined } });
  expect(request.stats.mayHaveHappened).toBe(true);
});
