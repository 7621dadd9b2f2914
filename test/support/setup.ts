import { afterAll, afterEach, expect, vi } from "vitest";
import { takeFound, watchCaches, writeCounts } from "./planted-search.ts";
import { printSchemasOnce } from "./printed-schemas.ts";

watchCaches();
afterAll(writeCounts);

// A test that prints hides what went wrong among what did not.
const printed = (["log", "info", "warn", "error", "debug"] as const).map((method) =>
  vi.spyOn(console, method),
);

afterEach(() => {
  expect(takeFound(), "a test must not show a secret of the sandbox").toEqual([]);
});

afterEach(() => {
  for (const spy of printed) {
    const calls = spy.mock.calls.slice();
    spy.mockClear();
    expect(calls, "a test must not print").toEqual([]);
  }
});

printSchemasOnce();
