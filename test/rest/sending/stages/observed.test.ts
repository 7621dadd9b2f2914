import { describe, expect, test } from "vitest";
import type { TransportResponse } from "../../../../src/rest/exchange.ts";
import type { Outcome } from "../../../../src/rest/send.ts";
import { createCircuitBreaker, failuresInARow } from "../../../../src/rest/sending/circuit-breaker.ts";
import { createHealth } from "../../../../src/rest/sending/health.ts";
import { observed } from "../../../../src/rest/sending/observed.ts";
import { timed } from "../../../../src/rest/sending/timed.ts";
import type { CallEvent } from "../../../../src/rest/upstream.ts";
import { testClock } from "../../../support/clock.ts";
import { answered, failed, operationOf, prepared, system } from "./attempts.ts";

/** The stage before a sender whose attempts take 100 ms. */
function observing() {
  const clock = testClock();
  const breaker = createCircuitBreaker(clock, () => 0.5);
  const health = createHealth(breaker);
  const events: CallEvent[] = [];
  const observe = observed(system, { breaker, clock, health, observe: (event) => void events.push(event) });
  const run = (outcome: Outcome, { status, isLeft = false }: { status?: number; isLeft?: boolean } = {}) => {
    const operation = operationOf(clock);
    const send = observe(async (_, _operation, attempt) => {
      await clock.advance(100);
      if (status !== undefined) attempt.response = { status } as TransportResponse;
      if (isLeft) operation.leave();
      return outcome;
    });
    return timed(clock)(send)(prepared(), operation);
  };
  return { breaker, clock, events, health, run };
}

const event = { system: "things", endpoint: "GET /things/{id}", durationMs: 100 };
const silent = failed("UPSTREAM_UNAVAILABLE", "unsent");

describe("the log and the health of a system learn", () => {
  test("that an attempt was answered", async () => {
    const { events, health, run } = observing();
    expect(await run(answered, { status: 200 })).toBe(answered);
    expect([events, health.state]).toEqual([[{ ...event, status: 200 }], "answering"]);
  });

  test("that it was not, and its code", async () => {
    const { events, health, run } = observing();
    await run(silent);
    expect([events, health.state]).toEqual([[{ ...event, code: "UPSTREAM_UNAVAILABLE" }], "failing"]);
  });

  test("nothing of a client that leaves, but that the attempt ended", async () => {
    const { events, health, run } = observing();
    await run(silent, { isLeft: true });
    expect([events, health.state]).toEqual([[event], "untried"]);
  });
});

describe("the attempt that shows whether a system answers again", () => {
  /** A system whose breaker is due to let one attempt through. */
  async function dueAgain() {
    const made = observing();
    for (let failure = 0; failure < failuresInARow; failure += 1) await made.run(silent);
    expect(made.breaker.state).toBe("open");
    await made.clock.advance(5_000);
    return made;
  }

  test("closes the breaker when it is answered", async () => {
    const { breaker, run } = await dueAgain();
    await run(answered, { status: 200 });
    expect(breaker.state).toBe("closed");
  });

  test("opens it for longer when it is not", async () => {
    const { breaker, run } = await dueAgain();
    await run(silent);
    expect([breaker.state, breaker.retryAfterMs]).toEqual(["open", 10_000]);
  });

  test("leaves it to the next one when its client leaves", async () => {
    const { breaker, run } = await dueAgain();
    await run(silent, { isLeft: true });
    expect([breaker.state, breaker.retryAfterMs]).toEqual(["open", undefined]);
  });
});
