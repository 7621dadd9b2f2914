import { expect, test } from "vitest";
import { Cancellation } from "../../src/rest/cancellation.ts";
import { createKeyedLock } from "../../src/rest/keyed-lock.ts";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { userKind } from "../../src/web1on1/user/loaders.ts";
import { settled, testClock, testNowMs } from "../support/clock.ts";
import { gateway } from "../support/gateway.ts";

const { userId } = showcase.person;
const update = `mutation ($id: ID!, $input: UpdateUserInput!) { updateUser(id: $id, input: $input) { userId } }`;

test("two patches of one object at once are both kept: each is merged over what the other wrote", async () => {
  const made = gateway();
  await Promise.all([
    made.query(update, { id: userId, input: { meta: { a: 1 } } }),
    made.query(update, { id: userId.toUpperCase(), input: { meta: { b: 2 } } }),
  ]);
  const { user } = await made.query("query ($id: ID!) { user(by: { id: $id }) { meta } }", { id: userId });
  expect(user.meta).toMatchObject({ a: 1, b: 2 });
  expect(made.calls().map((call) => call.toLowerCase())).toEqual([
    `web1on1 get /users/${userId}`,
    `web1on1 patch /users/${userId}`,
    `web1on1 get /users/${userId}`,
    `web1on1 patch /users/${userId}`,
    `web1on1 get /users/${userId}`,
  ]);
});

test("an update that waits too long for another of its object names that, and no endpoint", async () => {
  const made = gateway();
  const contextFor = (timeMs: number) =>
    made.gateway.contextFor({
      cancellation: new Cancellation(),
      deadlineAtMs: made.clock.nowMs() + timeMs,
    });
  let release = () => {};
  const held = contextFor(60_000).exclusively(
    userKind,
    userId,
    () => new Promise<void>((done) => (release = done)),
  );
  const late = contextFor(1_000).exclusively(userKind, userId.toUpperCase(), async () => {});
  const refused = expect(late).rejects.toMatchObject({
    code: "UPSTREAM_TIMEOUT",
    message: `the update of user ${userId} was not answered within the time of the whole operation; ask for less at once or try again.`,
    facts: expect.not.objectContaining({ endpoint: expect.anything() }),
  });
  await made.clock.advance(1_000);
  await refused;
  release();
  await held;
});

const operation = (deadlineAtMs: number) => ({ signal: new AbortController().signal, deadlineAtMs });

test("work that fails gives the turn on, and nothing is left behind", async () => {
  const clock = testClock();
  const turns = createKeyedLock("web1on1", clock);
  const order: string[] = [];
  const failed = turns.runExclusive("one", operation(testNowMs + 1_000), async () => {
    order.push("first");
    throw new Error("failed");
  });
  const second = turns.runExclusive("one", operation(testNowMs + 1_000), async () => order.push("second"));
  await expect(failed).rejects.toThrow("failed");
  await second;
  expect(order).toEqual(["first", "second"]);
  expect(clock.pending).toBe(0);
});

test("work whose deadline passes before its turn is never begun", async () => {
  const clock = testClock();
  const turns = createKeyedLock("web1on1", clock);
  let release = () => {};
  const held = turns.runExclusive(
    "one",
    operation(testNowMs + 60_000),
    () => new Promise<void>((done) => (release = done)),
  );
  let begun = false;
  const late = turns.runExclusive("one", operation(testNowMs + 1_000), async () => {
    begun = true;
  });
  const refused = expect(late).rejects.toMatchObject({
    code: "UPSTREAM_TIMEOUT",
    facts: { system: "web1on1", attempts: 0 },
  });
  await clock.advance(1_000);
  await refused;
  let next = "waiting";
  const third = turns.runExclusive("one", operation(testNowMs + 60_000), async () => {
    next = "begun";
  });
  await settled();
  expect(next).toBe("waiting");
  release();
  await third;
  await held;
  await settled();
  expect(begun).toBe(false);
});
