import { expect, test } from "vitest";
import { type SharedStore, StoreAway } from "../../src/replicas/shared-store.ts";
import { createWriteTeller } from "../../src/replicas/writes/write-teller.ts";
import { testClock } from "../support/clock.ts";

/** A teller over a store that notes what is counted, by kind and nouns, and fails it when the test says so. */
function telling() {
  const counted: string[] = [];
  let isAway = false;
  let losses = 0;
  const store: SharedStore = {
    isConnected: true,
    run: "run",
    async evaluate(_script, _keys, [, what, , , ...nouns]) {
      counted.push([what, ...nouns].join(" "));
      if (isAway) throw new StoreAway();
      return ["epoch", "1", [], []];
    },
    getAll: async () => [],
    subscribe() {},
    onConnect() {},
    close: async () => {},
  };
  const teller = createWriteTeller("tributary:{things:digest}", {
    clock: testClock(),
    onLost: () => {
      losses += 1;
      teller.setTold(false);
    },
    replica: "a",
    store,
  });
  return {
    counted: () => counted.splice(0),
    lossesOf: () => losses,
    setAway(is: boolean) {
      isAway = is;
    },
    teller,
  };
}

test("a write tries to reach the others neither when it begins nor when it ends while they are known to be away", async () => {
  const { counted, lossesOf, teller } = telling();
  const end = await teller.announce(["users"]);
  await end(false);
  expect([counted(), lossesOf()]).toEqual([[], 0]);
  await teller.beginAgain();
  expect(counted()).toEqual(["doubt users"]);
  teller.setTold(true);
  expect(counted()).toEqual([]);
});

test("a write that began while the others were away is counted when it ends after they came back", async () => {
  const { counted, teller } = telling();
  const end = await teller.announce(["users"]);
  await teller.beginAgain();
  teller.setTold(true);
  expect(counted()).toEqual(["doubt users"]);
  await end(false);
  expect(counted()).toEqual(["end users"]);
});

test("a write that comes while the others are being reached again is told as soon as they are", async () => {
  const { counted, teller } = telling();
  await teller.beginAgain();
  await (await teller.announce(["teams"]))(false);
  expect(counted()).toEqual(["look"]);
  teller.setTold(true);
  expect(counted()).toEqual(["doubt teams"]);
});

test("a write whose others go away in its course says so once, and is told when they are back", async () => {
  const { counted, lossesOf, setAway, teller } = telling();
  teller.setTold(true);
  setAway(true);
  const end = await teller.announce(["users"]);
  const tries = ["begin users", "begin users", "begin users"];
  expect([counted(), lossesOf()]).toEqual([tries, 1]);
  await end(false);
  expect([counted(), lossesOf()]).toEqual([[], 1]);
  await expect(teller.beginAgain()).rejects.toThrow(StoreAway);
  counted();
  setAway(false);
  await teller.beginAgain();
  expect(counted()).toEqual(["doubt users"]);
});
