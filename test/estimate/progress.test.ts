import { describe, expect, test } from "vitest";
import { beginProgress, timeIsUp } from "../../src/estimate/progress.ts";
import { inTime, notFinished, textOfError } from "../../src/graphql/in-time.ts";
import { operationLimits } from "../../src/limits.ts";
import { settled, testClock } from "../support/clock.ts";

describe("a field that is refused", () => {
  test("has an error of its own at first, and later only if it must", () => {
    const clock = testClock();
    const progress = beginProgress(clock, { deadlineAtMs: clock.nowMs() });
    const reason = timeIsUp();
    for (let count = 0; count < operationLimits.errors; count += 1) {
      expect(() => progress.refuse(reason, false)).toThrow(reason);
    }
    expect([progress.refuse(reason, false), progress.refuse(reason, false)]).toEqual([null, null]);
    expect(() => progress.refuse(reason, true)).toThrow(reason);
    expect(progress.untold).toBe(2);
    const fault = new TypeError("of the gateway");
    expect(() => progress.refuse(fault, false)).toThrow(fault);
  });
});

test("the time is looked at every 64 fields, and again where the deadline moves", async () => {
  const clock = testClock();
  const operation = { deadlineAtMs: clock.nowMs() + 10_000 };
  const progress = beginProgress(clock, operation);
  const steps = (count: number) => Array.from({ length: count }, () => progress.step()?.code);
  expect(new Set(steps(64))).toEqual(new Set([undefined]));
  await clock.advance(10_050);
  expect(progress.step()).toBeUndefined();
  operation.deadlineAtMs += 1_000;
  await clock.advance(1_000);
  expect(new Set(steps(64))).toEqual(new Set([undefined]));
  await clock.advance(1);
  expect(new Set(steps(63))).toEqual(new Set([undefined]));
  expect(steps(3)).toEqual(Array(3).fill("UPSTREAM_TIMEOUT"));
});

describe("an operation that something keeps from ending", () => {
  test("is waited for until its deadline and 80 ms more", async () => {
    const clock = testClock();
    const operation = { deadlineAtMs: clock.nowMs() + 10_000 };
    let answered: unknown = "not yet";
    void inTime(new Promise(() => {}), operation, clock).then((answer) => {
      answered = answer;
    });
    await clock.advance(10_079);
    expect(answered).toBe("not yet");
    await clock.advance(1);
    expect(answered).toBeUndefined();
    expect(clock.pending).toBe(0);
  });

  test("one that ends leaves no timer, nor does one that fails", async () => {
    const clock = testClock();
    const operation = { deadlineAtMs: clock.nowMs() + 10_000 };
    expect(await inTime(Promise.resolve("answer"), operation, clock)).toBe("answer");
    await expect(inTime(Promise.reject(new Error("failed")), operation, clock)).rejects.toThrow("failed");
    await settled();
    expect(clock.pending).toBe(0);
  });

  test("is answered with what is known of it", () => {
    const codeOf = (mayWrite: boolean) =>
      JSON.parse(textOfError(notFinished(mayWrite), "request")).errors[0].extensions;
    expect(codeOf(false)).toEqual({ code: "UPSTREAM_TIMEOUT", retryable: true, requestId: "request" });
    expect(codeOf(true)).toEqual({
      code: "UPSTREAM_OUTCOME_UNKNOWN",
      retryable: false,
      requestId: "request",
    });
  });
});
