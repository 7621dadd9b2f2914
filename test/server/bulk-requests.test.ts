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

test("thousands of conversations, each with all that it may say, fit a request", async () => {
  await using server = await startServer();
  const { json } = await server.post({
    query,
    variables: { input: { conversations: conversations(3_000) } },
  });
  expect(json).toEqual({ data: { upsertConversations: { complete: true, appliedCount: 3_000 } } });
  expect(server.calls()).toEqual(Array(3).fill("assembled POST /v0/conversations/bulk"));
});

test("more than fit it are refused before any call, and so is a mistake in each of many", async () => {
  await using server = await startServer();
  const wrong = conversations(2_900).map((row) => ({ ...row, colour: "red" }));
  const answers = [conversations(5_000), wrong].map(async (input) => {
    const { status, json } = await server.post({ query, variables: { input: { conversations: input } } });
    expect(JSON.stringify(json).length).toBeLessThan(10_000);
    return [status, json.errors[0].extensions.code];
  });
  expect(await Promise.all(answers)).toEqual([
    [413, "BAD_REQUEST"],
    [400, "BAD_USER_INPUT"],
  ]);
  expect(server.calls()).toEqual([]);
});
