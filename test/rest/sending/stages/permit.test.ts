import { describe, expect, test } from "vitest";
import { GatewayError } from "../../../../src/errors.ts";
import type { Allowance, Permit } from "../../../../src/rest/limit.ts";
import type { Outcome } from "../../../../src/rest/send.ts";
import { permit } from "../../../../src/rest/sending/permit.ts";
import { createWaitingCalls } from "../../../../src/rest/sending/waiting-calls.ts";
import { testClock } from "../../../support/clock.ts";
import { things } from "../../engine.ts";
import { answered, behind, failed, operationOf, prepared } from "./attempts.ts";

/** The stage over limits that let a request through after 200 ms, or fail. */
function permitted(outcome: Outcome, failure?: Error) {
  const clock = testClock();
  const waiting = createWaitingCalls(clock);
  const ends: unknown[] = [];
  const permission: Permit = {
    waitedMs: 200,
    settle: (refusal) => void ends.push({ settled: refusal }),
    withdraw: () => void ends.push("withdrawn"),
  };
  const limits: Allowance = {
    async acquire(_, call) {
      ends.push(call, { waiting: waiting.budgetWaits.calls, isQueued: waiting.includes(things.get) });
      await clock.advance(200);
      if (failure) throw failure;
      return permission;
    },
  };
  const next = behind(outcome);
  const request = prepared();
  const run = () => permit(() => limits, waiting)(next.send)(request, operationOf(clock));
  return { ends, next, request, run, waiting };
}

const waited = ["GET /things/{id}", { waiting: 1, isQueued: true }];

describe("a request waits for its limits, which learn", () => {
  test.each<[string, Outcome, unknown]>([
    ["that it was answered", answered, { settled: undefined }],
    ["that it failed", failed("UPSTREAM_REJECTED", "final", { status: 400 }), { settled: undefined }],
    [
      "that it was one too many",
      failed("UPSTREAM_RATE_LIMITED", "refused", { status: 429, retryAfterMs: 2_000 }),
      { settled: { retryAfterMs: 2_000 } },
    ],
    ["that it was broken off on this side", { withdrawn: new Error("A file broke off.") }, "withdrawn"],
  ])("%s", async (_, outcome, end) => {
    const { ends, next, request, run, waiting } = permitted(outcome);
    expect(await run()).toBe(outcome);
    expect(ends).toEqual([...waited, end]);
    expect([next.sent.length, request.stats.budgetWaitMs, request.stats.isQueued]).toEqual([1, 200, false]);
    expect(waiting.budgetWaits).toEqual({ calls: 0, totalMs: 200 });
  });
});

test("a request that they have no room for is not sent, and waits no more", async () => {
  const error = new GatewayError("UPSTREAM_RATE_LIMITED", "There is no room.");
  const { ends, next, run, waiting } = permitted(answered, error);
  expect(await run()).toEqual({ error, retryClass: "final" });
  expect([ends, next.sent, waiting.budgetWaits.calls]).toEqual([waited, [], 0]);
});
