import fc from "fast-check";
import { expect, test } from "vitest";
import { openReport } from "../../src/observation/events.ts";
import { createKeptResponses } from "../../src/server/kept-responses.ts";

const report = openReport();
/** One that takes 2,000 bytes beside its key. */
const made = (text = "x") => ({
  reads: [],
  response: { status: 200, headers: [], failedRequestId: undefined, body: Buffer.alloc(1_000, text), report },
});
/** Room for ten responses, and for some hundred keys. */
const createStore = () => createKeptResponses({ mostBytes: 20_500, mostAskedBytes: 10_000 });

test("a response that took calls is kept at once", () => {
  const store = createStore();
  const dear = made();
  store.note("key", true, () => dear);
  expect(store.get("key")).toBe(dear);
});

test("one that took none is kept when it is made for the second time", () => {
  const store = createStore();
  const [first, second] = [made("1"), made("2")];
  store.note("key", false, () => first);
  expect(store.get("key")).toBeUndefined();
  store.note("key", false, () => second);
  expect(store.get("key")).toBe(second);
});

test("it outlives any number that are made once, of which nothing is made to be kept", () => {
  const store = createStore();
  const again = made();
  for (let time = 0; time < 2; time += 1) store.note("again", false, () => again);
  for (let number = 0; number < 1_000; number += 1) {
    store.note(`once ${number}`, false, () => {
      throw new Error("Nothing is kept.");
    });
  }
  expect([store.get("again"), store.entries]).toEqual([again, 1]);
});

test("a key that has not come for long is as good as new", () => {
  const store = createStore();
  store.note("key", false, made);
  for (let number = 0; number < 1_000; number += 1) store.note(`once ${number}`, false, made);
  store.note("key", false, made);
  expect(store.get("key")).toBeUndefined();
});

test("a key that is too long for the room is never kept", () => {
  const store = createStore();
  const key = "x".repeat(10_000);
  for (let time = 0; time < 3; time += 1) store.note(key, false, made);
  expect([store.get(key), store.entries]).toEqual([undefined, 0]);
});

test("no sequence gives another response than the last one of a key, or takes more room", () => {
  const key = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz");
  const text = fc.constantFrom("1", "2", "3");
  const step = fc.record({ key, makes: fc.boolean(), tookCalls: fc.boolean(), text });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const store = createStore();
      const last = new Map<string, ReturnType<typeof made>>();
      for (const { key, makes, text, tookCalls } of steps) {
        const found = store.get(key);
        if (found) expect(found).toBe(last.get(key));
        if (makes) {
          const response = made(text);
          last.set(key, response);
          store.note(key, tookCalls, () => response);
        }
        expect(store.bytes).toBeLessThanOrEqual(30_500);
        expect(store.entries).toBeLessThanOrEqual(10);
      }
    }),
    { numRuns: 100 },
  );
});
