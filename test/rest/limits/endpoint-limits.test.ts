import { describe, expect, test } from "vitest";
import { badInput } from "../../../src/errors.ts";
import { createUpstream } from "../../../src/rest/engine/client.ts";
import type { FileParts } from "../../../src/rest/form.ts";
import type { Limit } from "../../../src/rest/limit.ts";
import { createRateLimiter } from "../../../src/rest/limits/rate-limiter.ts";
import { slidingWindow } from "../../../src/rest/limits/windows.ts";
import { fixedCredential, type UpstreamDefinition } from "../../../src/rest/upstream.ts";
import { settled, testClock } from "../../support/clock.ts";
import { counting } from "../counting.ts";
import { at, engine, outcomeOf, pathParameters, things } from "../engine.ts";
import { openFile } from "../files.ts";
import { GET, POST } from "../routes.ts";
import { takerOf } from "../uploads.ts";

const replies = {
  create: POST("/replies").limitedBy("replies").returns<unknown>(),
  list: GET("/replies").limitedBy("replies").returns<unknown>(),
  upload: POST("/replies").limitedBy("replies").form<{ readonly file: FileParts }>().returns<unknown>(),
};

/** Two a minute, to the millisecond, among as many calls a second as are given. */
const definition = (callsASecond: number, lane: Limit = slidingWindow({ calls: 2, windowMs: 59_998 })) => ({
  limits: [slidingWindow({ calls: callsASecond, windowMs: 998 })],
  definition: {
    name: "things",
    title: "Things",
    limitText: `${callsASecond} calls a second`,
    baseUrl: "",
    urlSetting: "THINGS_URL",
    pathParameters,
    api: { things, replies },
    limits: [],
    endpointLimits: { replies: { limits: [lane], limitText: "2 replies a minute" } },
    credential: fixedCredential({}),
    callsInferred: false,
  } satisfies UpstreamDefinition,
});

describe("a call whose lane is full", () => {
  test("is refused at once when its wait does not fit the deadline, in the words of the lane", async () => {
    const { operation, calls, answerAll, clock } = engine(definition(30));
    answerAll(() => ({}));
    const { call } = operation();
    await Promise.all([call(replies.create), call(replies.create)]);
    await expect(call(replies.create)).rejects.toMatchObject({
      code: "UPSTREAM_RATE_LIMITED",
      message: expect.stringMatching(/Things \(2 replies a minute\).* nothing was sent\. Try again in 60 s/),
      facts: { system: "things", endpoint: "POST /replies", retryAfterMs: 60_000, attempts: 0 },
    });
    expect([calls(), clock.pending]).toEqual([["POST /replies", "POST /replies"], 0]);
  });

  test("waits where it holds up nobody: reads of the same system go at once behind any number of replies", async () => {
    const { operation, calls, answerAll, clock, upstream } = engine(definition(3));
    answerAll(() => ({}));
    const { call, notes } = operation(600_000);
    const waiting = Array.from({ length: 12 }, () => outcomeOf(call(replies.create)));
    await settled();
    expect(calls()).toEqual(["POST /replies", "POST /replies"]);
    await clock.advance(1_000);
    expect(upstream.callsLeft).toBe(2);
    await Promise.all([call(things.get, { id: "1" }), call(things.get, { id: "2" })]);
    expect(calls()).toEqual(["GET /things/1", "GET /things/2"]);
    await clock.advance(59_000);
    expect(calls()).toEqual(["POST /replies", "POST /replies"]);
    await clock.advance(240_000);
    expect([calls().length, waiting.every((outcome) => "value" in outcome), clock.pending]).toEqual([
      8,
      true,
      0,
    ]);
    expect(notes.at(-1)).toMatchObject({ endpoint: "POST /replies", budgetWaitMs: 300_000 });
  });
});

test("a call of a lane waits for the system, too, and holds its place in the lane meanwhile", async () => {
  const lane = counting();
  const { operation, calls, answerAll, clock } = engine(definition(2, lane));
  answerAll(() => ({}));
  const { call, notes } = operation();
  await Promise.all([call(replies.create), call(replies.create)]);
  const late = outcomeOf(call(replies.create));
  await settled();
  expect([calls().length, late, lane.inFlight]).toEqual([2, {}, 1]);
  await clock.advance(1_000);
  expect([calls(), late, lane.inFlight]).toEqual([["POST /replies"], { value: {} }, 0]);
  expect(notes.at(-1)).toMatchObject({ budgetWaitMs: 1_000 });
});

describe("its place in the lane is given back once", () => {
  test("when the system has no room for it", async () => {
    const lane = counting();
    const { operation, calls, answerAll } = engine(definition(1, lane));
    answerAll(() => ({}));
    await operation().call(replies.create);
    await expect(operation(500).call(replies.create)).rejects.toMatchObject({
      code: "UPSTREAM_RATE_LIMITED",
      message: expect.stringContaining("Things (1 calls a second)"),
    });
    expect([calls(), lane.inFlight]).toEqual([["POST /replies"], 0]);
  });

  test("when its client leaves while it waits for the system", async () => {
    const lane = counting();
    const { operation, calls, answerAll, clock } = engine(definition(2, lane));
    answerAll(() => ({}));
    await Promise.all([operation().call(replies.create), operation().call(replies.create)]);
    const { call, leave } = operation();
    const outcome = outcomeOf(call(replies.list));
    await settled();
    expect(lane.inFlight).toBe(1);
    leave();
    await clock.advance(500);
    expect(outcome.error).toMatchObject({ code: "UPSTREAM_TIMEOUT" });
    expect([calls().length, lane.inFlight, clock.pending]).toEqual([2, 0, 0]);
  });

  test.each([
    ["is refused", 400, "UPSTREAM_REJECTED"],
    ["fails", 500, "UPSTREAM_OUTCOME_UNKNOWN"],
    ["is too much", 429, "UPSTREAM_RATE_LIMITED"],
  ])("when it %s", async (_, status, code) => {
    const lane = counting();
    const { operation, sent, calls } = engine(definition(9, lane));
    const outcome = outcomeOf(operation().call(replies.create));
    await settled();
    expect(lane.inFlight).toBe(1);
    at(sent, 0).answer("", status);
    await settled();
    expect(outcome.error).toMatchObject({ code });
    expect([calls(), lane.inFlight]).toEqual([["POST /replies"], 0]);
  });
});

test("a call that is given up counts in its lane for half a second from its sending, however long ago it was permitted there", async () => {
  const lane = counting();
  const { operation, sent, calls, clock } = engine(definition(2, lane));
  const { call, leave } = operation();
  // Of two calls a second, reads leave one to writes.
  const read = outcomeOf(call(things.get, { id: "1" }));
  await settled();
  at(sent, 0).answer({ id: "1" });
  const outcome = outcomeOf(call(replies.list));
  await clock.advance(1_000);
  leave();
  await clock.advance(499);
  expect([read, outcome.error, lane.inFlight]).toMatchObject([
    { value: { id: "1" } },
    { code: "UPSTREAM_TIMEOUT" },
    1,
  ]);
  await clock.advance(1);
  expect([calls(), lane.inFlight, clock.pending]).toEqual([["GET /things/1", "GET /replies"], 0, 0]);
});

test("so does one whose files fail as soon as it is sent", async () => {
  const lane = counting();
  const { operation, sent, calls, clock } = engine(definition(2, lane));
  const open = openFile();
  const outcome = outcomeOf(operation().call(replies.upload, { body: { file: open.parts } }));
  await settled();
  open.fail(badInput("no"));
  await takerOf(at(sent, 0)).takeAll();
  await clock.advance(499);
  expect([outcome.error, lane.inFlight]).toMatchObject([{ code: "BAD_USER_INPUT" }, 1]);
  await clock.advance(1);
  expect([calls(), lane.inFlight, clock.pending]).toEqual([["POST /replies"], 0, 0]);
});

test("a 429 slows the lane and leaves the system as fast as it was", async () => {
  const { operation, sent, calls, clock, upstream } = engine(
    definition(30, slidingWindow({ calls: 60, windowMs: 60_000 })),
  );
  const refused = outcomeOf(operation().call(replies.create));
  await settled();
  at(sent, 0).answer("", 429, { "retry-after": "5" });
  await settled();
  expect(refused.error).toMatchObject({ code: "UPSTREAM_RATE_LIMITED", facts: { retryAfterMs: 5_000 } });
  expect(upstream.waitMs(20)).toBe(0);
  const reply = outcomeOf(operation().call(replies.create));
  const read = outcomeOf(operation().call(things.get, { id: "1" }));
  await settled();
  at(sent, 1).answer({ id: "1" });
  await clock.advance(4_999);
  expect([calls(), read, reply]).toEqual([["POST /replies", "GET /things/1"], { value: { id: "1" } }, {}]);
  await clock.advance(1);
  at(sent, 2).answer({});
  await settled();
  expect([calls(), reply]).toEqual([["POST /replies"], { value: {} }]);
});

const parts = {
  clock: testClock(),
  random: () => 0,
  transport: () => Promise.reject(new Error("nothing is sent")),
  reads: { keeps: true, shares: true, mostBytes: 1 },
  observe: () => {},
};

test("a row of a lane that the system lacks keeps the gateway from starting", () => {
  const { definition: lacking } = definition(30);
  expect(() => createUpstream({ ...lacking, endpointLimits: {} }, parts)).toThrow(
    "POST /replies names a lane that Things lacks: replies",
  );
  expect(createUpstream(lacking, parts).state).toBe("untried");
});

test("whoever makes budgets makes those of lanes, too", () => {
  const made: unknown[] = [];
  const { definition: whole } = definition(30);
  createUpstream(whole, {
    ...parts,
    budgetFor(wanted, clock, lane) {
      made.push([lane, wanted.limits, wanted.limitText]);
      return createRateLimiter(wanted, wanted.limits, clock);
    },
  });
  const { limits, limitText } = whole.endpointLimits.replies;
  expect(made).toEqual([
    [undefined, [], "30 calls a second"],
    ["replies", limits, limitText],
  ]);
});
