import { afterEach, expect, vi } from "vitest";

// A test that prints hides what went wrong among what did not.
const printed = (["log", "info", "warn", "error", "debug"] as const).map((method) =>
  vi.spyOn(console, method),
);

afterEach(() => {
  for (const spy of printed) {
    const calls = spy.mock.calls.slice();
    spy.mockClear();
    expect(calls, "a test must not print").toEqual([]);
  }
});
