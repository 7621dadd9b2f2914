import { expect, test } from "vitest";
import { createKeyedLock } from "../../../src/rest/keyed-lock.ts";
import type { OthersWrites } from "../../../src/rest/shared-writes.ts";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { testClock } from "../../support/clock.ts";
import { gateway } from "../../support/gateway.ts";

const { userId } = showcase.person;
const read = `{ user(by: { id: "${userId}" }) { phone } }`;
const get = `web1on1 GET /users/${userId}`;
const patch = `web1on1 PATCH /users/${userId}`;

/** A gateway that is told of the writes of others to Web1on1 by the test, and tells it of its own. */
function shared() {
  const announced: string[] = [];
  let others: OthersWrites | undefined;
  const made = gateway({
    parts: {
      share: (definition) => ({
        writes: {
          follow(listener) {
            if (definition.name === "web1on1") others = listener;
          },
          async announce(nouns) {
            announced.push(`begins after ${made.calls().length} calls: ${nouns}`);
            return async (isUnsettled) => {
              const calls = made.calls().join(" ");
              announced.push(`ends after ${calls}${isUnsettled ? ", unsettled" : ""}`);
            };
          },
        },
        lock: createKeyedLock(definition.name, testClock()),
        logIns: { take: async () => ({ refused: undefined, end: async () => {} }) },
      }),
    },
  });
  if (!others) throw new Error("Nothing follows the writes of others.");
  return { made, others, announced };
}

test("a write of another process ends what is kept of its nouns, and of no others", async () => {
  const { made, others } = shared();
  await made.query(read);
  made.calls();
  others.invalidate(["organizations"], false);
  await made.query(read);
  expect(made.calls()).toEqual([]);
  others.invalidate(["users"], false);
  await made.query(read);
  expect(made.calls()).toEqual([get]);
  others.invalidate(undefined, false);
  await made.query(read);
  expect(made.calls()).toEqual([get]);
});

test("nothing is kept that may change by a write of another process which is under way", async () => {
  const { made, others } = shared();
  for (const noun of ["users", undefined]) {
    others.invalidate(undefined, false);
    others.setUnderWay(new Map([[noun, made.clock.nowMs() + 3_000]]));
    for (const _ of [1, 2]) await made.query(read);
    expect(made.calls()).toEqual([get, get]);
    await made.clock.advance(3_000);
    for (const _ of [1, 2]) await made.query(read);
    expect(made.calls()).toEqual([get]);
  }
  others.invalidate(undefined, false);
  others.setUnderWay(new Map([["organizations", made.clock.nowMs() + 3_000]]));
  for (const _ of [1, 2]) await made.query(read);
  expect(made.calls()).toEqual([get]);
});

test("answers are given for 5 s while others' writes are not told, and older ones where the system fails", async () => {
  const { made, others } = shared();
  await made.query(read);
  others.setTold(false);
  made.calls();
  await made.clock.advance(5_000);
  await made.query(read);
  expect(made.calls()).toEqual([]);
  await made.clock.advance(1);
  await made.query(read);
  expect(made.calls()).toEqual([get]);
  await made.clock.advance(6_000);
  made.sandbox.web1on1.inject({ row: "users.get", times: 99, reply: { status: 503 } });
  const asked = made.query(read);
  await made.clock.advance(9_000);
  expect(await asked).toMatchObject({ user: {} });
  expect(made.calls().length).toBeGreaterThan(0);
  others.setTold(true);
  await made.query(read);
  expect(made.calls()).toEqual([]);
});

test("a write is announced before it is sent, and its end before it is answered", async () => {
  const { announced, made } = shared();
  const write = `mutation { updateUser(id: "${userId}", input: { phone: "1" }) { userId } }`;
  await made.query(write);
  expect(announced).toEqual(["begins after 0 calls: users,bots", `ends after ${patch}`]);
  announced.length = 0;
  made.sandbox.web1on1.inject({ row: "users.update", times: 1, reply: { status: 400 } });
  await made.execute(write);
  expect(announced).toEqual(["begins after 0 calls: users,bots", `ends after ${patch}`]);
});
