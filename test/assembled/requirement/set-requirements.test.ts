import { describe, expect, test } from "vitest";
import { requirementTypeId } from "../../../src/sandbox/data/ids.ts";
import { started } from "../../estimate/planned-calls.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { inTime } from "../../support/time.ts";
import { unknownUuid } from "../keys.ts";

const document = `mutation ($input: SetRequirementsInput!) {
  setRequirements(input: $input) {
    complete appliedCount
    parts { outcome firstInput inputCount safeToSendAgain code message retryAfterMs }
  }
}`;
const typeId = requirementTypeId("On shift");
const hourMs = 3_600_000;
const startMs = Date.parse("2026-03-05T00:00:00Z");

/** The requirement of an hour, counted from the next day. */
const hour = (at: number, more: object = {}) => ({
  typeId,
  window: {
    start: new Date(startMs + at * hourMs).toISOString(),
    end: new Date(startMs + (at + 1) * hourMs).toISOString(),
  },
  required: at + 0.5,
  ...more,
});
const hours = (count: number) => Array.from({ length: count }, (_, at) => hour(at));

const set = async (made: TestGateway, requirements: readonly object[]) =>
  (await made.query(document, { input: { requirements } })).setRequirements;

const applied = (firstInput: number) => ({
  outcome: "APPLIED",
  firstInput,
  inputCount: 1,
  safeToSendAgain: true,
  code: null,
  message: null,
  retryAfterMs: null,
});

/** What is required in the first hours. */
async function requiredIn(made: TestGateway, count: number): Promise<number[]> {
  const end = new Date(startMs + count * hourMs).toISOString();
  const { requirements } = await made.query(`{
    requirements(window: { start: "2026-03-05T00:00:00Z", end: "${end}" }, types: ["${typeId}"]) { nodes { required } }
  }`);
  return requirements.nodes.map(({ required }: { required: number }) => required);
}

test("requirements are set by a call for each interval, in their order, and seen at once", async () => {
  const made = gateway();
  const before = await requiredIn(made, 4);
  expect(await set(made, [hour(2), hour(0), hour(1)])).toEqual({
    complete: true,
    appliedCount: 3,
    parts: [applied(0), applied(1), applied(2)],
  });
  expect(await requiredIn(made, 4)).toEqual([0.5, 1.5, 2.5, before[3]]);
  const [list, write] = ["assembled GET /v0/requirements", "assembled POST /v0/requirements"];
  expect(made.calls()).toEqual([list, write, write, write, list]);
  expect(JSON.parse(made.sandbox.assembled.journal[1]?.body ?? "")).toEqual({
    requirement_type_id: typeId,
    required: 2.5,
    start_time: startMs / 1000 + 7_200,
    end_time: startMs / 1000 + 10_800,
  });
});

test("an interval that is refused leaves the others alone", async () => {
  const made = gateway();
  const result = await set(made, [hour(0), hour(1, { typeId: unknownUuid }), hour(2)]);
  expect(result).toMatchObject({
    complete: false,
    appliedCount: 2,
    parts: [applied(0), { outcome: "REFUSED", firstInput: 1, code: "UPSTREAM_REJECTED" }, applied(2)],
  });
  expect(made.calls()).toHaveLength(3);
});

test("the first three that are refused alike end it, since the others would be, too", async () => {
  const made = gateway();
  const result = await set(
    made,
    [0, 1, 2, 3, 4].map((at) => hour(at, { typeId: unknownUuid })),
  );
  const refused = { outcome: "REFUSED", code: "UPSTREAM_REJECTED" };
  const unsent = { outcome: "NOT_SENT", code: "UPSTREAM_REJECTED", safeToSendAgain: true };
  expect(result).toMatchObject({ appliedCount: 0, parts: [refused, refused, refused, unsent, unsent] });
  expect(made.calls()).toEqual(Array(3).fill("assembled POST /v0/requirements"));
});

describe("as many intervals as one write may name", { timeout: 30_000 }, () => {
  test("is sent at the pace of the rate limit as far as the time goes; the rest is named, and sent by the next", async () => {
    const made = await started();
    const requirements = hours(250);
    const [first, tookMs] = await inTime(made, set(made, requirements));
    // Twenty at once and five a second; nothing is begun in the last second.
    expect(tookMs).toBeGreaterThanOrEqual(9_000);
    expect(tookMs).toBeLessThan(9_500);
    expect(first.complete).toBe(false);
    expect(first.appliedCount).toBeGreaterThanOrEqual(60);
    expect(first.appliedCount).toBeLessThanOrEqual(65);
    const outcomes = first.parts.map(({ outcome }: { outcome: string }) => outcome);
    expect(outcomes).toEqual(requirements.map((_, at) => (at < first.appliedCount ? "APPLIED" : "NOT_SENT")));
    expect(first.parts[first.appliedCount]).toMatchObject({
      firstInput: first.appliedCount,
      safeToSendAgain: true,
      code: "UPSTREAM_TIMEOUT",
    });

    let left = requirements.slice(first.appliedCount);
    while (left.length > 0) {
      const [{ appliedCount }] = await inTime(made, set(made, left));
      expect(appliedCount).toBeGreaterThan(0);
      left = left.slice(appliedCount);
    }
    const { journal } = made.sandbox.assembled;
    expect(journal.map(({ status }) => status)).toEqual(requirements.map(() => 200));
    expect(journal.map(({ body }) => JSON.parse(body).required)).toEqual(
      requirements.map(({ required }) => required),
    );
  });

  test("shares the rate limit with seven others: each is told what was applied, and no call is refused upstream", async () => {
    const made = await started();
    const sets = Array.from({ length: 8 }, () => inTime(made, set(made, hours(250))));
    const results = (await Promise.all(sets)).map(([result]) => result);
    const applied = results.reduce((sum, { appliedCount }) => sum + appliedCount, 0);
    const { journal } = made.sandbox.assembled;
    expect(journal.map(({ status }) => status)).toEqual(Array.from({ length: applied }, () => 200));
    expect(applied).toBeGreaterThan(50);
    for (const { complete, parts } of results) {
      expect(complete).toBe(false);
      expect(parts.at(-1)).toMatchObject({ outcome: "NOT_SENT", safeToSendAgain: true });
    }
    const limited = results
      .flatMap(({ parts }) => parts)
      .filter(({ code }) => code === "UPSTREAM_RATE_LIMITED");
    expect(limited.length).toBeGreaterThan(0);
    expect(limited.every(({ retryAfterMs }) => retryAfterMs > 0)).toBe(true);
  });
});

test("an interval that is under way when time is up is told as unknown, and may be sent again", async () => {
  const made = await started();
  // Each answers in time, but the last of them, which begins with more than a second left, not before the end.
  made.sandbox.assembled.inject({ row: "requirements.create", delayMs: 2_200 });
  const [{ appliedCount, parts }] = await inTime(made, set(made, hours(6)));
  expect(appliedCount).toBe(4);
  expect(parts.slice(4)).toMatchObject([
    { outcome: "UNKNOWN", safeToSendAgain: true, code: "UPSTREAM_TIMEOUT" },
    { outcome: "NOT_SENT", safeToSendAgain: true, code: "UPSTREAM_TIMEOUT" },
  ]);
});

describe("what cannot be right costs no call:", () => {
  const at = (start: string, end: string) => ({ window: { start, end } });
  test.each([
    ["no requirements", [], "requirements holds none."],
    ["too many", hours(251), /requirements holds 251; it may hold 250\.$/],
    [
      "an interval that is named twice",
      [hour(0), hour(1), hour(0)],
      "requirements names an interval of a type twice.",
    ],
    [
      "intervals of two lengths",
      [hour(0), hour(1, at("2026-03-05T01:00:00Z", "2026-03-05T01:30:00Z"))],
      "requirements[1] is not as long as the first.",
    ],
    [
      "an interval off the clock",
      [hour(0, at("2026-03-05T00:15:00Z", "2026-03-05T01:15:00Z"))],
      "window must begin and end at multiples of 60 minutes, counted in UTC.",
    ],
    [
      "an interval of half a minute",
      [hour(0, at("2026-03-05T00:00:00Z", "2026-03-05T00:00:30Z"))],
      /must be of whole minutes/,
    ],
    [
      "a window the wrong way round",
      [hour(0, at("2026-03-05T01:00:00Z", "2026-03-05T00:00:00Z"))],
      /window\.end/,
    ],
    [
      "fewer agents than none",
      [hour(0, { required: -0.5 })],
      "requirements[0].required is -0.5; it cannot be below 0.",
    ],
    [
      "the id of another type",
      [hour(0, { typeId: `gid://assembled/Queue/${typeId}` })],
      /RequirementType of Assembled/,
    ],
  ])("%s", async (_, requirements, message) => {
    const { execute, calls } = gateway();
    const { errors } = await execute(document, { input: { requirements } });
    expect(errors).toMatchObject([
      {
        message: typeof message === "string" ? message : expect.stringMatching(message),
        extensions: { code: "BAD_USER_INPUT" },
      },
    ]);
    expect(calls()).toEqual([]);
  });
});
