import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createClientShares } from "../../../src/rest/limits/client-shares.ts";
import { slidingWindow } from "../../../src/rest/limits/windows.ts";
import type { Operation } from "../../../src/rest/operation.ts";
import { openPayers, type Payer, payersOf } from "../../../src/rest/payers.ts";
import { settled, testClock } from "../../support/clock.ts";
import { upstream } from "../budgeted.ts";
import { engine, outcomeOf, things } from "../engine.ts";
import { anyTraffic, systems, traffic } from "../traffic.ts";

/** Ten a second, to the millisecond, of which five are a client's. */
const ten = () => ({ limits: [slidingWindow({ calls: 10, windowMs: 998 })] });
const client = (name: string, limits: Payer["limits"] = {}) => ({ payers: payersOf({ name, limits }) });

const ids = (count: number, name: string) => Array.from({ length: count }, (_, at) => `${name}${at}`);

describe("a client that asks for more than its share of a system", () => {
  test("is held to it, writes before reads, and leaves the rest to another, which waits for nothing", async () => {
    const { operation, calls, answerAll, clock } = engine(ten());
    answerAll(() => ({}));
    const greedy = operation(10_000, client("greedy"));
    const all = ids(9, "g").map((id) => outcomeOf(greedy.call(things.get, { id })));
    await settled();
    // One of five is kept for writes.
    expect(calls()).toEqual(ids(4, "g").map((id) => `GET /things/${id}`));
    void greedy.call(things.update, { id: "w", body: {} });
    const modest = operation(10_000, client("modest"));
    await Promise.all(ids(4, "m").map((id) => modest.call(things.get, { id })));
    expect(calls()).toEqual(["PATCH /things/w", ...ids(4, "m").map((id) => `GET /things/${id}`)]);
    expect(modest.notes.map(({ budgetWaitMs }) => budgetWaitMs)).toEqual([0, 0, 0, 0]);
    await clock.advance(3_000);
    expect(calls()).toEqual(
      ids(9, "g")
        .slice(4)
        .map((id) => `GET /things/${id}`),
    );
    expect(all.every((outcome) => "value" in outcome)).toBe(true);
  });

  test("is refused at once what does not fit its deadline, and told when to come again", async () => {
    const { operation, calls, answerAll, clock } = engine(ten());
    answerAll(() => ({}));
    const { call } = operation(500, client("greedy"));
    const all = ids(5, "g").map((id) => outcomeOf(call(things.get, { id })));
    await settled();
    expect(all[4]?.error).toMatchObject({
      code: "RATE_LIMITED",
      facts: { system: "things", endpoint: "GET /things/{id}", retryAfterMs: 1_000, attempts: 0 },
    });
    expect([calls().length, clock.pending]).toEqual([4, 0]);
  });

  test("has the share that its own limits name, and no more than there is", async () => {
    const { operation, calls, answerAll } = engine(ten());
    answerAll(() => ({}));
    const read = (name: string, perSecond: number) => {
      const { call } = operation(500, client(name, { callsPerSecond: { things: perSecond, others: 1 } }));
      for (const id of ids(12, name)) void outcomeOf(call(things.get, { id }));
      return settled();
    };
    await read("a", 2);
    expect(calls()).toHaveLength(1);
    await read("b", 1_000);
    expect(calls()).toHaveLength(8);
  });
});

describe("a read that several clients want", () => {
  test("is charged to the first that has room: who joins does not wait for the share of who began it", async () => {
    const { operation, calls, answerAll } = engine(ten());
    answerAll(() => ({ id: "wanted" }));
    const greedy = operation(10_000, client("greedy"));
    for (const id of ids(4, "g")) void greedy.call(things.get, { id });
    const begun = outcomeOf(greedy.call(things.get, { id: "wanted" }));
    await settled();
    expect(calls()).not.toContain("GET /things/wanted");
    const modest = operation(10_000, client("modest"));
    await expect(modest.call(things.get, { id: "wanted" })).resolves.toEqual({ id: "wanted" });
    expect([calls(), begun]).toEqual([["GET /things/wanted"], { value: { id: "wanted" } }]);
    expect(modest.notes).toMatchObject([{ servedFrom: "coalesced", budgetWaitMs: 0 }]);
  });

  test("is refused once none of them has room", async () => {
    const { operation, calls, answerAll, clock } = engine(ten());
    answerAll(() => ({}));
    const [one, other] = [operation(500, client("one")), operation(500, client("other"))];
    for (const id of ids(4, "a")) void one.call(things.get, { id });
    for (const id of ids(4, "b")) void other.call(things.get, { id });
    const both = [one, other].map(({ call }) => outcomeOf(call(things.get, { id: "wanted" })));
    await settled();
    for (const outcome of both) expect(outcome.error).toMatchObject({ code: "RATE_LIMITED" });
    expect([calls().includes("GET /things/wanted"), clock.pending]).toEqual([false, 0]);
  });
});

test("many clients that ask for all take turns in what there is", async () => {
  const { operation, calls, answerAll, clock } = engine(ten());
  answerAll(() => ({}));
  for (const name of ["a", "b", "c", "d"]) {
    const { call } = operation(10_000, client(name));
    for (const id of ids(8, name)) void outcomeOf(call(things.get, { id }));
  }
  await clock.advance(3_000);
  const first = calls()
    .slice(9, 27)
    .map((made) => made.charAt("GET /things/".length));
  for (const name of ["a", "b", "c", "d"]) {
    expect(first.filter((own) => own === name).length).toBeGreaterThanOrEqual(4);
  }
});

test("a client whose calls are answered leaves nothing behind, however many clients there were", async () => {
  const clock = testClock(0);
  const made: number[] = [];
  const limit = slidingWindow({ calls: 10, windowMs: 998 });
  const part = (share: number) => {
    made.push(share);
    return limit.part(share);
  };
  const counted = { ...limit, part };
  const shares = createClientShares(upstream, [counted], () => 0.5, clock);
  const operation: Operation = { signal: new AbortController().signal, deadlineAtMs: 1e9 };
  const charge = async (name: string) => {
    const { permit } = await shares.charge(payersOf({ name, limits: {} }), operation, "GET /x");
    permit.settle();
  };
  await charge("first");
  for (let number = 0; number < 998; number += 1) await charge(`c${number}`);
  await charge("last");
  await charge("first");
  expect(made).toHaveLength(1_000);
  await clock.advance(1_000);
  await charge("one more");
  await charge("first");
  expect([made.length, clock.pending]).toEqual([1_002, 0]);
});

test("payers are told of once, whichever way they join", () => {
  const [inner, outer] = [openPayers(), openPayers()];
  const joined: string[] = [];
  outer.onJoin(({ name }) => void joined.push(name));
  outer.include(inner);
  outer.include(undefined);
  for (const name of ["a", "b", "a"]) inner.include(payersOf({ name, limits: {} }));
  outer.include(payersOf({ name: "b", limits: {} }));
  expect([joined, outer.all.map(({ name }) => name)]).toEqual([
    ["a", "b"],
    ["a", "b"],
  ]);
});

const [assembly] = systems;
if (!assembly) throw new Error("no systems");

test("whatever clients ask, the system refuses nothing, every call comes to an end, and nothing is left over", async () => {
  const clients = fc.array(fc.constantFrom("a", "b", "c"), { minLength: 200, maxLength: 200 });
  await fc.assert(
    fc.asyncProperty(anyTraffic(200), clients, async (calls, names) => {
      const wanted = calls.map((call, at) => ({ ...call, client: names[at] ?? "a" }));
      const { fates, leftOver, tooMany } = await traffic(assembly, wanted);
      expect([fates.length, tooMany, leftOver]).toEqual([calls.length, 0, [0, 0, 0]]);
    }),
    { numRuns: 10, endOnFailure: true },
  );
});
