import { expect, test } from "vitest";
import { groupId, personId } from "../../src/sandbox/data/ids.ts";
import { startServer } from "../support/server.ts";

/** As many conversations, with every field that one has. */
const conversations = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    importedId: `12230840000${String(at).padStart(4, "0")}`,
    channel: "BACK_OFFICE",
    status: "SOLVED",
    createdAt: "2026-03-04T09:00:00Z",
    queueId: groupId("queue/Orders"),
    firstRespondedAt: "2026-03-04T09:01:00Z",
    solvedAt: "2026-03-04T09:30:00Z",
    assigneeImportedId: personId(at % 100),
    tags: ["urgent", "second time", "refund"],
  }));

const query =
  "mutation ($input: UpsertConversationsInput!) { upsertConversations(input: $input) { complete appliedCount } }";

test("the most conversations that an input takes, each with all that it may say, fit a request", async () => {
  await using server = await startServer();
  const { json } = await server.post({
    query,
    variables: { input: { conversations: conversations(5_000) } },
  });
  expect(json).toEqual({ data: { upsertConversations: { complete: true, appliedCount: 5_000 } } });
  expect(server.calls()).toEqual(Array(5).fill("assembled POST /v0/conversations/bulk"));
});

test("one more is refused before any call, and so is a mistake in each of them", async () => {
  await using server = await startServer();
  const wrong = conversations(3_000).map((row) => ({ ...row, colour: "red" }));
  for (const input of [conversations(5_001), wrong]) {
    const { status, json } = await server.post({ query, variables: { input: { conversations: input } } });
    expect([status, json.errors[0].extensions.code]).toEqual([400, "BAD_USER_INPUT"]);
    expect(JSON.stringify(json).length).toBeLessThan(10_000);
  }
  expect(server.calls()).toEqual([]);
});
