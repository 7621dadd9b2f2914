import { expect, test } from "vitest";
import { beginProgress } from "../../src/estimate/progress.ts";
import { objectAtHand } from "../../src/graphql/objects-at-hand.ts";
import { operationLimits } from "../../src/limits.ts";
import { settled, testClock } from "../support/clock.ts";
import { startServer } from "../support/server.ts";

const row = { id: "1" };
const finderOf = (find: () => unknown) => objectAtHand(find);
const contextOf = (parts: object) => ({ tellsFields: false, ...parts }) as never;

test("an object is counted as it is given, until the answer is full or time is up", async () => {
  const clock = testClock();
  const finder = finderOf(() => row);
  const full = contextOf({ progress: beginProgress(clock, { deadlineAtMs: clock.nowMs() + 1_000 }) });
  for (let given = 0; given < operationLimits.objects; given += 1) expect(finder.count(full)).toBe(true);
  expect([finder.count(full), finder.count(full)]).toEqual([false, false]);
  const late = contextOf({ progress: beginProgress(clock, { deadlineAtMs: clock.nowMs() }) });
  await clock.advance(1_000);
  expect(finder.count(late)).toBe(false);
});

test("nothing is begun for an object that may not be given", () => {
  const clock = testClock();
  const progress = beginProgress(clock, { deadlineAtMs: clock.nowMs() + 1_000 });
  let begun = 0;
  const { find } = finderOf(() => {
    begun += 1;
    return row;
  });
  expect(find(row, contextOf({ progress }))).toBe(row);
  progress.add(operationLimits.objects + 1);
  expect([find(row, contextOf({ progress })), begun]).toEqual([undefined, 1]);
});

test("an object that is not there yet, or cannot be found, is left to the resolver, whose failure it is", async () => {
  const clock = testClock();
  const progress = beginProgress(clock, { deadlineAtMs: clock.nowMs() + 1_000 });
  const failing = finderOf(() => Promise.reject(new Error("It fails.")));
  const throwing = finderOf(() => {
    throw new Error("It throws.");
  });
  const context = contextOf({ progress });
  expect([failing, throwing].map(({ find }) => find(row, context))).toEqual([undefined, undefined]);
  // Node would end the process for a failure that is left unhandled.
  await settled();
});

test("an operation that tells of its calls tells which field asked for those of references", async () => {
  await using server = await startServer();
  const query = "{ users(first: 2) { nodes { organization { name } } } }";
  const { json } = await server.post({ query }, { "x-explain": "1" });
  const calls: readonly { endpoint: string; path: readonly unknown[] }[] = json.extensions.upstream.calls;
  expect(calls.map(({ endpoint, path }) => [endpoint, path?.join(".")])).toEqual([
    ["GET /users", "users"],
    ["GET /organizations", "users.nodes.0.organization"],
  ]);
  expect(server.calls().sort()).toEqual(["web1on1 GET /organizations", "web1on1 GET /users"]);
});
