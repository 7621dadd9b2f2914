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
/** Room for ten that were asked for again, and for three that were asked for once. */
const createStore = () => createKeptResponses({ mostBytes: 20_500, mostOnceBytes: 6_500 });

test("one that was asked for again outlives any number that were asked for once", () => {
  const store = createStore();
  const again = made();
  store.set("again", again);
  expect(store.get("again")).toBe(again);
  for (let number = 0; number < 100; number += 1) store.set(`once ${number}`, made());
  expect(store.get("again")).toBe(again);
  expect([store.get("once 96"), store.get("once 99")]).toEqual([undefined, made()]);
});

test("one that had left by the time it was asked for again is kept the next time", () => {
  const store = createStore();
  store.set("often", made());
  for (let number = 0; number < 100; number += 1) store.set(`before ${number}`, made());
  expect(store.get("often")).toBeUndefined();
  store.set("often", made());
  for (let number = 0; number < 100; number += 1) store.set(`behind ${number}`, made());
  expect(store.get("often")).toEqual(made());
});

test("so is one that is too large for what was asked for once", () => {
  const store = createStore();
  const large = { ...made(), response: { ...made().response, body: Buffer.alloc(10_000) } };
  store.set("large", large);
  expect(store.get("large")).toBeUndefined();
  store.set("large", large);
  expect(store.get("large")).toBe(large);
});

test("no sequence gives another response than the last one of a key, or takes more room", () => {
  const key = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz");
  const step = fc.record({ key, sets: fc.boolean(), text: fc.constantFrom("1", "2", "3") });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const store = createStore();
      const last = new Map<string, ReturnType<typeof made>>();
      for (const { key, sets, text } of steps) {
        const found = store.get(key);
        if (found) expect(found).toBe(last.get(key));
        if (sets) {
          const response = made(text);
          last.set(key, response);
          store.set(key, response);
        }
        expect(store.bytes).toBeLessThanOrEqual(27_000);
        expect(store.entries).toBeLessThanOrEqual(13);
      }
    }),
  );
});
