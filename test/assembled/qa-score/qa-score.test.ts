import { describe, expect, test } from "vitest";
import { started } from "../../estimate/planned-calls.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";

const document = `mutation ($input: CreateQaScoresInput!) {
  createQaScores(input: $input) {
    complete appliedCount
    parts { outcome firstInput inputCount safeToSendAgain code message }
  }
}`;
const row = "qaScores.bulk";

const scoreRows = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    agentEmail: "ada@helpdesk.example",
    ticketCreatedAt: "2026-03-03T09:00:00Z",
    score: at % 101,
    importedId: `t${at}`,
  }));

const create = async (made: TestGateway, qaScores: readonly object[]) =>
  (await made.query(document, { input: { qaScores } })).createQaScores;

/** First ticket of each call that was made, and whether it took effect. */
const sent = ({ sandbox }: TestGateway) =>
  sandbox.assembled.journal.map(({ body, applied = false }) => [
    JSON.parse(body).scores[0].imported_id,
    applied,
  ]);

const applied = { outcome: "APPLIED", safeToSendAgain: false, code: null, message: null };

test("scores go out in the words of the upstream, for one call", async () => {
  const made = gateway();
  const [plain] = scoreRows(1);
  const whole = {
    ...plain,
    score: 4.5,
    maxScore: 5,
    agentPlatformId: "johns_zendesk_id",
    agentName: "John Smith",
    grader: "John's Manager",
    gradedAt: "2026-03-04T09:00:00Z",
  };
  expect(await create(made, [plain ?? {}, whole])).toEqual({
    complete: true,
    appliedCount: 2,
    parts: [{ ...applied, firstInput: 0, inputCount: 2 }],
  });
  expect(made.calls()).toEqual(["assembled POST /v0/qa_scores/bulk"]);
  const common = {
    agent_email: "ada@helpdesk.example",
    ticket_created_at: 1_772_528_400,
    imported_id: "t0",
  };
  expect(JSON.parse(made.sandbox.assembled.journal[0]?.body ?? "")).toEqual({
    scores: [
      { ...common, score: 0 },
      {
        ...common,
        score: 4.5,
        max_score: 5,
        agent_platform_id: "johns_zendesk_id",
        agent_name: "John Smith",
        grader: "John's Manager",
        graded_at: 1_772_614_800,
      },
    ],
  });
});

describe("of 2 500 scores the second thousand", () => {
  test("is refused: the third is sent all the same, and the second may be sent again", async () => {
    const made = gateway();
    made.sandbox.assembled.inject({ row, skips: 1, times: 1, reply: { status: 400 } });
    const { complete, appliedCount, parts } = await create(made, scoreRows(2_500));
    expect([complete, appliedCount]).toEqual([false, 1_500]);
    expect(parts).toMatchObject([
      { ...applied, firstInput: 0, inputCount: 1_000 },
      { outcome: "REFUSED", firstInput: 1_000, safeToSendAgain: true, code: "UPSTREAM_REJECTED" },
      { ...applied, firstInput: 2_000, inputCount: 500 },
    ]);
    expect(sent(made)).toEqual([
      ["t0", true],
      ["t1000", false],
      ["t2000", true],
    ]);
  });

  test.each([
    ["has taken effect", true],
    ["has not", false],
  ])("gets no answer, and %s: it is sent once, and must not be sent again", async (_, afterEffect) => {
    const made = gateway();
    made.sandbox.assembled.inject({ row, skips: 1, times: 1, kind: "reset", afterEffect });
    const { complete, appliedCount, parts } = await create(made, scoreRows(2_500));
    expect([complete, appliedCount]).toEqual([false, 1_000]);
    expect(parts).toMatchObject([
      applied,
      {
        outcome: "UNKNOWN",
        firstInput: 1_000,
        inputCount: 1_000,
        safeToSendAgain: false,
        code: "UPSTREAM_OUTCOME_UNKNOWN",
        message: expect.stringContaining("whether it took effect is not known"),
      },
      { outcome: "NOT_SENT", firstInput: 2_000, safeToSendAgain: true, code: "UPSTREAM_OUTCOME_UNKNOWN" },
    ]);
    expect(sent(made)).toEqual([
      ["t0", true],
      ["t1000", afterEffect],
    ]);
  });

  test.each([
    ["its credential is refused", { status: 401 }, "UPSTREAM_AUTH"],
    ["it may not be written", { status: 403 }, "FORBIDDEN"],
    ["there are too many calls", { status: 429 }, "UPSTREAM_RATE_LIMITED"],
    ["there is no such route", { status: 404 }, "UPSTREAM_INVALID_RESPONSE"],
  ])("is refused since %s, which would be so for the third: that is not sent", async (_, reply, code) => {
    const made = gateway();
    made.sandbox.assembled.inject({ row, skips: 1, times: 1, reply });
    const { parts } = await create(made, scoreRows(2_500));
    expect(parts).toMatchObject([
      applied,
      { outcome: "REFUSED", safeToSendAgain: true, code },
      { outcome: "NOT_SENT", safeToSendAgain: true, code },
    ]);
    expect(sent(made)).toHaveLength(2);
  });

  test("cannot be sent, since no connection is made: nothing of it is done", async () => {
    const made = await started();
    let refuse = () => {};
    const first = made.sandbox.assembled.inject({ row, times: 1, delayMs: 1_000 });
    const answer = create(made, scoreRows(2_500));
    await made.clock.advance(500);
    refuse = made.sandbox.assembled.inject({ kind: "refused" });
    await made.clock.advance(2_000);
    const { parts } = await answer;
    expect(parts).toMatchObject([
      applied,
      { outcome: "NOT_SENT", safeToSendAgain: true, code: "UPSTREAM_UNAVAILABLE" },
      { outcome: "NOT_SENT", safeToSendAgain: true, code: "UPSTREAM_UNAVAILABLE" },
    ]);
    expect(sent(made)).toEqual([["t0", true]]);
    refuse();
    await first();
  });
});

test.each(["", "null", "[]", "<html>", '{"scores": 7}'])(
  "a thousand that is answered 200 with %j is done",
  async (body) => {
    const made = gateway();
    made.sandbox.assembled.inject({ row, reply: { status: 200, body }, afterEffect: true });
    expect(await create(made, scoreRows(1))).toMatchObject({ complete: true, appliedCount: 1 });
    expect(sent(made)).toEqual([["t0", true]]);
  },
);

test("time that runs out ends it before a thousand that might be left without an answer", async () => {
  const made = await started();
  made.sandbox.assembled.inject({ row, delayMs: 2_400 });
  const answer = create(made, scoreRows(5_000));
  await made.clock.advance(9_600);
  const { appliedCount, parts } = await answer;
  expect(appliedCount).toBe(4_000);
  expect(parts[4]).toEqual({
    outcome: "NOT_SENT",
    firstInput: 4_000,
    inputCount: 1_000,
    safeToSendAgain: true,
    code: "UPSTREAM_TIMEOUT",
    message: expect.stringMatching(/^Not sent, .* time of the operation was up/),
  });
  expect(sent(made)).toHaveLength(4);
});

test("a thousand that is under way when time is up may take effect yet: it is told in time, and must not be sent again", async () => {
  const made = await started();
  // The fourth begins with 1.6 s left.
  made.sandbox.assembled.inject({ row, times: 3, delayMs: 2_800 });
  made.sandbox.assembled.inject({ row, kind: "silent", afterEffect: true });
  const answer = create(made, scoreRows(5_000));
  await made.clock.advance(9_850);
  const { appliedCount, parts } = await answer;
  expect(appliedCount).toBe(3_000);
  expect(parts.slice(3)).toMatchObject([
    { outcome: "UNKNOWN", safeToSendAgain: false, code: "UPSTREAM_OUTCOME_UNKNOWN" },
    { outcome: "NOT_SENT", safeToSendAgain: true, code: "UPSTREAM_OUTCOME_UNKNOWN" },
  ]);
  expect(sent(made)).toHaveLength(4);
});

describe("what cannot be right costs no call:", () => {
  const [plain = {}] = scoreRows(1);
  test.each([
    ["no scores", [], "qaScores holds none."],
    [
      "a score below 0",
      [plain, { ...plain, score: -1 }],
      "qaScores[1].score is -1; it must be from 0 to 100.",
    ],
    [
      "a score above 100",
      [{ ...plain, score: 100.5 }],
      "qaScores[0].score is 100.5; it must be from 0 to 100.",
    ],
    [
      "a score above the greatest possible",
      [{ ...plain, score: 6, maxScore: 5 }],
      "qaScores[0].score is 6; it must be from 0 to 5.",
    ],
    ["a blank ticket id", [{ ...plain, importedId: "" }], "qaScores[0].importedId must hold something."],
  ])("%s", async (_, qaScores, message) => {
    const { execute, calls } = gateway();
    const { errors } = await execute(document, { input: { qaScores } });
    expect(errors).toMatchObject([{ message, extensions: { code: "BAD_USER_INPUT" } }]);
    expect(calls()).toEqual([]);
  });
});
