import { expect, test } from "vitest";
import { type SharedStore, StoreAway } from "../../src/replicas/shared-store.ts";
import { createLooks } from "../../src/replicas/writes/looks.ts";
import type { WriteTeller } from "../../src/replicas/writes/write-teller.ts";
import { settled, testClock } from "../support/clock.ts";

/** Looks over a store that answers each of them when the test says so, at the first connection or later. */
async function looking() {
  const clock = testClock();
  const sent: { answer(): void; fail(): void }[] = [];
  let connect = () => {};
  const store: SharedStore = {
    isConnected: true,
    run: "run",
    evaluate: () => Promise.reject(new StoreAway()),
    getAll: () =>
      new Promise((resolve, reject) => {
        sent.push({ answer: () => resolve(["mark"]), fail: () => reject(new StoreAway()) });
      }),
    subscribe() {},
    onConnect(listener) {
      connect = listener;
    },
    close: async () => {},
  };
  const told: boolean[] = [];
  const begun: number[] = [];
  let isAway = false;
  const teller: Omit<WriteTeller, "follow" | "announce"> = {
    key: "key",
    lookUnlessSame: async () => {},
    async beginAgain() {
      if (isAway) throw new StoreAway();
      begun.push(clock.nowMs());
    },
    setTold: (areTold) => told.push(areTold),
  };
  const looks = createLooks(clock, store);
  looks.include(teller as WriteTeller);
  expect(looks.catchUp()).toBe(undefined);
  connect();
  await settled();
  const setAway = (is: boolean) => {
    isAway = is;
  };
  return { begun, clock, connect: () => connect(), looks, sent, setAway, told };
}

/** Whether a promise has come. */
function watched(promise: Promise<void> | undefined) {
  const state = { isOver: false };
  promise?.then(() => {
    state.isOver = true;
  });
  return state;
}

test("operations that come while a look is under way wait for the next one, which is one for all of them", async () => {
  const { looks, sent } = await looking();
  const first = watched(looks.catchUp());
  const later = [watched(looks.catchUp()), watched(looks.catchUp())];
  await settled();
  expect(sent).toHaveLength(1);
  sent[0]?.answer();
  await settled();
  expect([first.isOver, ...later.map(({ isOver }) => isOver)]).toEqual([true, false, false]);
  expect(sent).toHaveLength(2);
  const last = watched(looks.catchUp());
  sent[1]?.answer();
  await settled();
  expect([...later.map(({ isOver }) => isOver), last.isOver]).toEqual([true, true, false]);
  expect(sent).toHaveLength(3);
});

test("a look that is not answered is made three times, and nothing waits for one until the others are reached again", async () => {
  const { begun, clock, looks, sent, setAway, told } = await looking();
  expect([told, begun.length]).toEqual([[false, true], 1]);
  const waiting = watched(looks.catchUp());
  const waitingForNext = watched(looks.catchUp());
  setAway(true);
  for (const at of [0, 1, 2]) {
    sent[at]?.fail();
    await settled();
  }
  expect([waiting.isOver, waitingForNext.isOver, sent.length]).toEqual([true, true, 3]);
  expect([looks.isReached, looks.catchUp()]).toEqual([false, undefined]);
  expect(told).toEqual([false, true, false]);
  await clock.advance(500);
  expect(looks.isReached).toBe(false);
  setAway(false);
  await clock.advance(500);
  expect([looks.isReached, begun.length]).toEqual([true, 2]);
  expect(told).toEqual([false, true, false, true]);
});

test("a connection that was made anew is a beginning, and one that is left is tried no more", async () => {
  const { begun, clock, connect, looks, setAway, told } = await looking();
  connect();
  expect(looks.isReached).toBe(false);
  await settled();
  expect([begun.length, told]).toEqual([2, [false, true, false, true]]);
  setAway(true);
  looks.lost();
  looks.stop();
  setAway(false);
  await clock.advance(5_000);
  expect([looks.isReached, clock.pending]).toEqual([false, 0]);
});
