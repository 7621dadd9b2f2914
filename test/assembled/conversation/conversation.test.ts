import { describe, expect, test } from "vitest";
import { groupId } from "../../../src/sandbox/data/ids.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { conversationRows } from "./conversation-rows.ts";

const document = `mutation ($input: UpsertConversationsInput!) {
  upsertConversations(input: $input) {
    complete appliedCount
    parts { outcome firstInput inputCount safeToSendAgain code message retryAfterMs }
  }
}`;
const call = "assembled POST /v0/conversations/bulk";

const upsert = async (made: TestGateway, conversations: readonly object[]) =>
  (await made.query(document, { input: { conversations } })).upsertConversations;

/** Numbers of rows in the calls that were made. */
const sizes = ({ sandbox }: TestGateway): number[] =>
  sandbox.assembled.journal.map(({ body }) => JSON.parse(body).conversations.length);

const applied = (firstInput: number, inputCount: number) => ({
  outcome: "APPLIED",
  firstInput,
  inputCount,
  safeToSendAgain: true,
  code: null,
  message: null,
  retryAfterMs: null,
});

test("conversations go out in the words of the upstream, for one call", async () => {
  const made = gateway();
  const queueId = groupId("queue/Orders");
  const conversations = [
    {
      importedId: "122308400000062",
      channel: "BACK_OFFICE",
      status: "SOLVED",
      createdAt: "2026-03-04T09:00:00.900Z",
      queueId: `gid://assembled/Queue/${queueId}`,
      firstRespondedAt: "2026-03-04T09:01:00Z",
      solvedAt: "2026-03-04T09:02:00+00:00",
      assigneeImportedId: "agent-7",
      tags: ["tag1", "tag2"],
    },
    { importedId: "2", channel: "PHONE", status: "ABANDONED", createdAt: "2026-03-04T09:00:00Z", tags: null },
  ];
  expect(await upsert(made, conversations)).toEqual({
    complete: true,
    appliedCount: 2,
    parts: [applied(0, 2)],
  });
  expect(made.calls()).toEqual([call]);
  expect(JSON.parse(made.sandbox.assembled.journal[0]?.body ?? "")).toEqual({
    conversations: [
      {
        created_at: 1_772_614_800,
        import_id: "122308400000062",
        channel: "back_office",
        status: "solved",
        queue: queueId,
        first_responded_at: 1_772_614_860,
        solved_at: 1_772_614_920,
        assignee_import_id: "agent-7",
        tags: ["tag1", "tag2"],
      },
      { created_at: 1_772_614_800, import_id: "2", channel: "phone", status: "abandoned" },
    ],
  });
});

test.each([
  [1_000, [1_000]],
  [1_001, [1_000, 1]],
  [5_000, [1_000, 1_000, 1_000, 1_000, 1_000]],
])("%i conversations are as many calls as they take", async (count, expected) => {
  const made = gateway();
  const { complete, appliedCount, parts } = await upsert(made, conversationRows(count));
  expect([complete, appliedCount, sizes(made)]).toEqual([true, count, expected]);
  expect(parts).toEqual(expected.map((size, at) => applied(at * 1_000, size)));
});

test("a thousand that is refused leaves the others alone, and is told with its place", async () => {
  const made = gateway();
  const conversations = conversationRows(2_500);
  const isLost = (at: number) => at === 1_500;
  const lost = { queueId: groupId("queue/(gone)") };
  const result = await upsert(
    made,
    conversations.map((row, at) => (isLost(at) ? { ...row, ...lost } : row)),
  );
  expect(result).toEqual({
    complete: false,
    appliedCount: 1_500,
    parts: [
      applied(0, 1_000),
      {
        outcome: "REFUSED",
        firstInput: 1_000,
        inputCount: 1_000,
        safeToSendAgain: true,
        code: "UPSTREAM_REJECTED",
        message: expect.stringContaining("POST /v0/conversations/bulk of Assembled answered 400"),
        retryAfterMs: null,
      },
      applied(2_000, 500),
    ],
  });
  expect(sizes(made)).toEqual([1_000, 1_000, 500]);
});

test("a lost answer is asked for again, since twice is once", async () => {
  const made = gateway();
  made.sandbox.assembled.inject({
    row: "conversations.bulk",
    skips: 1,
    times: 1,
    kind: "reset",
    afterEffect: true,
  });
  const { complete, appliedCount } = await upsert(made, conversationRows(2_500));
  expect([complete, appliedCount, sizes(made)]).toEqual([true, 2_500, [1_000, 1_000, 1_000, 500]]);
});

test("a system that fails ends it; all that is left may be sent again", async () => {
  const made = gateway();
  const end = made.sandbox.assembled.inject({ row: "conversations.bulk", skips: 1, reply: { status: 503 } });
  const conversations = conversationRows(3_500);
  const { parts } = await upsert(made, conversations);
  expect(parts).toMatchObject([
    applied(0, 1_000),
    { outcome: "UNKNOWN", firstInput: 1_000, safeToSendAgain: true, code: "UPSTREAM_UNAVAILABLE" },
    { outcome: "NOT_SENT", firstInput: 2_000, safeToSendAgain: true, code: "UPSTREAM_UNAVAILABLE" },
    { outcome: "NOT_SENT", firstInput: 3_000, safeToSendAgain: true, code: "UPSTREAM_UNAVAILABLE" },
  ]);
  expect(parts[3].message).toMatch(/^Not sent, since the write had ended: POST \/v0\/conversations\/bulk of/);
  expect(sizes(made)).toEqual([1_000, 1_000, 1_000, 1_000]);
  await end();
  made.sandbox.assembled.clearJournal();
  expect(await upsert(made, conversations.slice(1_000))).toMatchObject({ complete: true });
  expect(sizes(made)).toEqual([1_000, 1_000, 500]);
});

test("a conversation is counted among what came, at once", async () => {
  const made = gateway();
  const received = async () => {
    const { forecastedVsActuals } = await made.query(`{
      forecastedVsActuals(
        window: { start: "2026-03-04T09:00:00Z", end: "2026-03-04T10:00:00Z" }
        channel: CHAT, intervalMinutes: 60, queue: "${groupId("queue/Orders")}"
      ) { nodes { contactsReceived { actual } } }
    }`);
    return forecastedVsActuals.nodes[0].contactsReceived.actual;
  };
  const before = await received();
  const rows = conversationRows(3).map((row) => ({ ...row, queueId: groupId("queue/Orders") }));
  await upsert(made, rows);
  expect(await received()).toBe(before + 3);
  // What is there already is overwritten.
  await upsert(made, rows);
  expect(await received()).toBe(before + 3);
  const path = "assembled GET /v0/forecasted_vs_actuals";
  expect(made.calls()).toEqual([path, call, path, call, path]);
});

describe("what cannot be right costs no call:", () => {
  const [row = {}, other = {}] = conversationRows(2);
  test.each([
    ["no conversations", [], "conversations holds none."],
    ["one that is named twice", [row, other, row], "conversations names an importedId twice."],
    [
      "a channel that conversations do not have",
      [other, { ...row, channel: "SMS" }],
      "conversations[1].channel is SMS; only PHONE, EMAIL, CHAT, SOCIAL, BACK_OFFICE can be used here.",
    ],
    ["a blank tag", [{ ...row, tags: ["late", " "] }], "conversations[0].tags must hold something."],
    [
      "a blank id of an assignee",
      [{ ...row, assigneeImportedId: "" }],
      "conversations[0].assigneeImportedId must hold something.",
    ],
    ["a blank import id", [{ ...row, importedId: " " }], "conversations[0].importedId must hold something."],
    [
      "the id of another type",
      [{ ...row, queueId: `gid://assembled/Team/${groupId("team/Voice")}` }],
      /expected the id of a Queue of Assembled/,
    ],
    ["too many of them", conversationRows(5_001), /conversations holds 5001; it may hold 5000\.$/],
  ])("%s", async (_, conversations, message) => {
    const { execute, calls } = gateway();
    const { errors } = await execute(document, { input: { conversations } });
    expect(errors).toMatchObject([
      {
        message: typeof message === "string" ? message : expect.stringMatching(message),
        extensions: { code: "BAD_USER_INPUT" },
      },
    ]);
    expect(calls()).toEqual([]);
  });
});
