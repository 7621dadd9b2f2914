import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { slidingWindow } from "../../../src/rest/limits/windows.ts";
import { settled } from "../../support/clock.ts";
import { at, engine, outcomeOf, type TestOperation, things } from "../engine.ts";

const read = ({ call }: TestOperation, id = "1") => outcomeOf(call(things.get, { id }));

describe("equal reads in flight", () => {
  test("are one call across operations, whose answer each gets", async () => {
    const { operation, sent, calls, clock } = engine();
    const operations = [operation(), operation(), operation()];
    const outcomes = operations.map((one) => read(one));
    await settled();
    outcomes.push(read(operation()), read(operations[0] ?? operation()));
    await settled();
    at(sent, 0).answer({ id: "1", name: "A" });
    await settled();
    expect(outcomes).toEqual(Array(5).fill({ value: { id: "1", name: "A" } }));
    expect([calls(), clock.pending]).toEqual([["GET /things/1"], 0]);
    for (const { signal } of operations) expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test("share an error, too; it is kept for nobody after them", async () => {
    const { operation, sent, calls } = engine();
    const outcomes = [read(operation()), read(operation())];
    await settled();
    at(sent, 0).answer("", 403);
    await settled();
    for (const { error } of outcomes)
      expect(error).toMatchObject({ code: "FORBIDDEN", facts: { attempts: 1 } });
    const later = read(operation());
    await settled();
    at(sent, 1).answer({ id: "1" });
    await settled();
    expect([later, calls()]).toEqual([{ value: { id: "1" } }, ["GET /things/1", "GET /things/1"]]);
  });

  test("share the attempts it takes, too: who joins between two of them waits for the next", async () => {
    const { operation, sent, calls, clock } = engine({ random: () => 0.5 });
    const [first, second] = [operation(), operation()];
    const outcomes = [read(first)];
    await settled();
    at(sent, 0).answer("", 500);
    await settled();
    outcomes.push(read(second));
    await clock.advance(100);
    at(sent, 1).answer({ id: "1" });
    await settled();
    expect(outcomes).toEqual(Array(2).fill({ value: { id: "1" } }));
    expect([...first.notes, ...second.notes]).toMatchObject([
      { servedFrom: "network", attempts: 2 },
      { servedFrom: "coalesced", attempts: 2 },
    ]);
    expect(calls()).toEqual(["GET /things/1", "GET /things/1"]);
  });

  test("are no longer joined once they are answered", async () => {
    const { operation, calls, answerAll } = engine();
    answerAll(() => ({ id: "1" }));
    const { call } = operation();
    await call(things.get, { id: "1" });
    await call(things.get, { id: "1" });
    expect(calls()).toEqual(["GET /things/1", "GET /things/1"]);
  });

  test("take one place in the budget", async () => {
    const { operation, sent, calls } = engine({ limits: [slidingWindow({ calls: 1, windowMs: 998 })] });
    const outcomes = Array.from({ length: 50 }, () => read(operation(900)));
    await settled();
    at(sent, 0).answer({ id: "1" });
    await settled();
    expect(outcomes).toEqual(Array(50).fill({ value: { id: "1" } }));
    expect(calls()).toEqual(["GET /things/1"]);
  });

  test("differ by id, by query and its order of items, and by row", async () => {
    const { operation, calls, answerAll } = engine();
    answerAll(({ url }) => (url.pathname.endsWith("/things") ? { things: [] } : { id: "1", name: "A" }));
    const { call } = operation();
    await Promise.all([
      call(things.get, { id: "1" }),
      call(things.get, { id: "2" }),
      call(things.list),
      call(things.list, { query: { limit: 1 } }),
      call(things.list, { query: { tag: ["a", "b"] } }),
      call(things.list, { query: { tag: ["b", "a"] } }),
      call(things.list, { query: { tag: ["a", "b"] } }),
    ]);
    expect(calls()).toEqual([
      "GET /things/1",
      "GET /things/2",
      "GET /things",
      "GET /things?limit=1",
      "GET /things?tag=a&tag=b",
      "GET /things?tag=b&tag=a",
    ]);
  });

  test("of rows that leave out other secrets, or read the answer otherwise, are not joined", async () => {
    const { operation, calls, answerAll } = engine();
    answerAll(() => ({ id: "1", name: "A", token: "x" }));
    const { call } = operation();
    expect(
      await Promise.all([
        call(things.get, { id: "1" }),
        call(things.getWhole, { id: "1" }),
        call(things.getName, { id: "1" }),
      ]),
    ).toEqual([{ id: "1", name: "A" }, { id: "1", name: "A", token: "x" }, "A"]);
    expect(calls()).toEqual(["GET /things/1", "GET /things/1", "GET /things/1"]);
  });
});

describe("who leaves a shared read", () => {
  test("is answered at once, and the others get their answer", async () => {
    const { operation, sent, calls, clock } = engine();
    const [first, second] = [operation(), operation()];
    const outcomes = [read(first), read(second)];
    await settled();
    first.leave();
    await settled();
    expect(outcomes[0]?.error).toMatchObject({ code: "UPSTREAM_TIMEOUT" });
    expect([outcomes[1], at(sent, 0).aborted]).toEqual([{}, false]);
    at(sent, 0).answer({ id: "1" });
    await settled();
    expect([outcomes[1], calls(), clock.pending]).toEqual([{ value: { id: "1" } }, ["GET /things/1"], 0]);
  });

  test("as the last one ends the call, which nobody joins any more", async () => {
    const { operation, sent, calls, clock } = engine();
    const both = [operation(), operation()];
    const outcomes = both.map((one) => read(one));
    await settled();
    for (const { leave } of both) leave();
    await settled();
    const next = read(operation());
    await settled();
    expect([at(sent, 0).aborted, at(sent, 1).aborted]).toEqual([true, false]);
    at(sent, 1).answer({ id: "1" });
    await settled();
    for (const { error } of outcomes) expect(error).toMatchObject({ code: "UPSTREAM_TIMEOUT" });
    expect([next, calls(), clock.pending]).toEqual([
      { value: { id: "1" } },
      ["GET /things/1", "GET /things/1"],
      0,
    ]);
  });

  test.each(Array.from({ length: 12 }, (_, moments) => moments))(
    "does not take one along who asks %i moments later",
    async (moments) => {
      const { operation, answerAll, calls } = engine();
      const leaving = operation();
      read(leaving);
      await settled();
      leaving.leave();
      for (let moment = 0; moment < moments; moment += 1) await Promise.resolve();
      answerAll(() => ({ id: "1" }));
      const next = operation(1_000);
      const outcome = read(next);
      await settled();
      // Joined before the call was ended, or sent anew.
      const again = calls().length === 2;
      expect([outcome, next.signal.aborted]).toEqual([again ? { value: { id: "1" } } : {}, false]);
    },
  );

  test("while the call waits for the rate limit gives up its place when nobody else wants it", async () => {
    const { operation, calls, clock, answerAll } = engine({
      limits: [slidingWindow({ calls: 1, windowMs: 998 })],
    });
    answerAll(() => ({ id: "1" }));
    read(operation(), "1");
    await settled();
    const [first, second] = [operation(), operation()];
    const outcomes = [read(first, "2"), read(second, "2")];
    const last = operation();
    read(last, "3");
    await settled();
    first.leave();
    second.leave();
    await clock.advance(10_000);
    for (const { error } of outcomes) expect(error).toMatchObject({ code: "UPSTREAM_TIMEOUT" });
    expect([calls(), clock.pending]).toEqual([["GET /things/1", "GET /things/3"], 0]);
  });

  test("before asking is not answered, and nothing is sent", async () => {
    const { operation, calls } = engine();
    const one = operation();
    one.leave();
    const outcome = read(one);
    await settled();
    expect([outcome.error, calls()]).toMatchObject([{ code: "UPSTREAM_TIMEOUT" }, []]);
  });
});

describe("the deadlines of those who share a read", () => {
  test("are each one's own: the first one's does not fail the others", async () => {
    const { operation, sent, calls, clock } = engine();
    const hasty = read(operation(400));
    await clock.advance(200);
    const patient = read(operation(10_000));
    await clock.advance(199);
    expect(hasty).toEqual({});
    await clock.advance(1);
    expect(hasty.error).toMatchObject({
      code: "UPSTREAM_TIMEOUT",
      message: expect.stringContaining("within the time of the whole operation"),
      facts: { system: "things", endpoint: "GET /things/{id}" },
    });
    await clock.advance(2_599);
    expect([patient, at(sent, 0).aborted]).toEqual([{}, false]);
    at(sent, 0).answer({ id: "1" });
    await settled();
    expect([patient, calls(), clock.pending]).toEqual([{ value: { id: "1" } }, ["GET /things/1"], 0]);
  });

  test("end the call only with the last of them", async () => {
    const { operation, sent, clock, calls } = engine();
    const outcomes = [read(operation(300)), read(operation(600))];
    await clock.advance(599);
    expect(at(sent, 0).aborted).toBe(false);
    await clock.advance(1);
    for (const { error } of outcomes) expect(error).toMatchObject({ code: "UPSTREAM_TIMEOUT" });
    expect([at(sent, 0).aborted, calls(), clock.pending]).toEqual([true, ["GET /things/1"], 0]);
  });

  test("count for its wait for the rate limit: one with more time keeps the place", async () => {
    const { operation, sent, calls, clock } = engine({
      limits: [slidingWindow({ calls: 1, windowMs: 1_998 })],
    });
    const first = read(operation(), "1");
    await settled();
    at(sent, 0).answer({ id: "1" });
    await settled();
    const hasty = read(operation(2_100), "2");
    await settled();
    const patient = read(operation(9_000), "2");
    await clock.advance(2_100);
    expect([first.value, Object.keys(hasty), patient]).toEqual([{ id: "1" }, ["error"], {}]);
    at(sent, 1).answer({ id: "2" });
    await settled();
    expect([patient.value, calls(), clock.pending]).toEqual([
      { id: "2" },
      ["GET /things/1", "GET /things/2"],
      0,
    ]);
  });
});
