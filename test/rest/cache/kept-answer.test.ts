import { expect, test } from "vitest";
import type { CachedResponse } from "../../../src/rest/cache/entry.ts";
import { keptAnswer } from "../../../src/rest/cache/kept-answer.ts";
import { reference } from "../../../src/rest/cache-policy.ts";
import { isHeld } from "../../support/heap.ts";
import { books } from "../books.ts";

const responseWith = (outcome: CachedResponse["outcome"]): CachedResponse => ({
  key: "1",
  noun: "books",
  freshness: reference,
  outcome,
  digest: undefined,
  sequence: 1,
  version: 0,
  source: undefined,
  asked: { endpoint: books.get, url: new URL("http://things.test/v1/books/1") },
});

test("an answer that is remembered does not keep its value in memory", async () => {
  const remember = () => {
    const value = { title: "old" };
    const kept = keptAnswer(responseWith({ value }), () => undefined);
    expect([kept.answered(value), kept.answered({ ...value })]).toEqual([true, false]);
    return { kept, value: new WeakRef(value) };
  };
  const { kept, value } = remember();
  expect(await isHeld(value)).toBe(false);
  expect(kept.answered(undefined)).toBe(false);
});

test.each([
  ["a text", { value: "old" }, "old", "new"],
  ["null", { value: null }, null, undefined],
  ["an absence", { absence: { message: "None.", facts: {} } }, undefined, null],
])("%s is told from another answer", (_, outcome, same, other) => {
  const { answered } = keptAnswer(responseWith(outcome), () => undefined);
  expect([answered(same), answered(other)]).toEqual([true, false]);
});
