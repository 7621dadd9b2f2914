import { describe, expect, test } from "vitest";
import { contactCases, showcase, ticketCases } from "../../../src/sandbox/data/showcase.ts";
import { settled } from "../../support/clock.ts";
import { gateway } from "../../support/gateway.ts";
import { sentForms } from "./sent-forms.ts";

const reply = `mutation ($input: ReplyToInteractionInput!) { replyToInteraction(input: $input) { replyId } }`;
const call = "assembly POST /interactions/reply";
const { api, communitySlack, email, slack } = ticketCases;
const user = { email: "ann@acme.example" };
const toApi = { interaction: { id: api.ticketId }, content: "On its way.", user };

test.each([
  ["id", { id: email.ticketId }, `id=${email.ticketId}`],
  [
    "source specific id",
    { sourceSpecificId: api.sourceSpecificId },
    `source_specific_id=${api.sourceSpecificId}`,
  ],
] as const)("a ticket is found by its %s, and by nothing else", async (_, interaction, search) => {
  const { callsWithQueries, query, sandbox } = gateway();
  const { replyToInteraction } = await query(reply, { input: { ...toApi, interaction } });
  expect(replyToInteraction).toEqual({ replyId: expect.stringMatching(/^[0-9A-Z]{26}$/) });
  expect(callsWithQueries()).toEqual([`${call}?${search}`]);
  expect(sentForms(sandbox)).toEqual([
    {
      row: "interactions.reply",
      status: 200,
      applied: true,
      fields: { content: "On its way.", user: '{"email":"ann@acme.example"}' },
      files: [],
    },
  ]);
});

test("what createInteraction answers is what replies find the ticket by", async () => {
  const { callsWithQueries, query } = gateway();
  const { createInteraction } = await query(
    'mutation { createInteraction(input: { query: "Why?" }) { sourceSpecificId } }',
  );
  const interaction = { sourceSpecificId: createInteraction.sourceSpecificId };
  expect(await query(reply, { input: { ...toApi, interaction } })).toMatchObject({ replyToInteraction: {} });
  expect(callsWithQueries()).toEqual([
    "assembly POST /interactions",
    `${call}?source_specific_id=${createInteraction.sourceSpecificId}`,
  ]);
});

test("everything about a reply arrives, and a comma makes no second image", async () => {
  const { calls, query, sandbox } = gateway();
  const { contactId } = contactCases.email;
  const input = {
    interaction: { id: api.ticketId.toLowerCase() },
    content: "On its way.",
    user: {
      id: `gid://assembly/Contact/${contactId}`,
      email: "ann@acme.example",
      sourceSpecificId: "a-1",
      name: "Ann",
    },
    sourceSpecificId: "chat-1001-2",
    originalTimestamp: "2026-03-01T09:30:00Z",
    imageUrls: ["https://cdn.example/one,two.png?w=1,2", "https://cdn.example/three.png"],
    files: [],
  };
  await query(reply, { input });
  expect(calls()).toEqual([call]);
  const { user: author, ...fields } = sentForms(sandbox)[0]?.fields ?? {};
  expect(fields).toEqual({
    content: "On its way.",
    source_specific_id: "chat-1001-2",
    original_timestamp: "2026-03-01T09:30:00.000Z",
    files_image_url: "https://cdn.example/one%2Ctwo.png?w=1%2C2,https://cdn.example/three.png",
  });
  expect(JSON.parse(author ?? "")).toEqual({
    id: contactId,
    email: "ann@acme.example",
    source_specific_id: "a-1",
    name: "Ann",
  });
});

test.each<[string, Readonly<Record<string, unknown>>, string]>([
  ["content that shows nothing", { content: "\u200b" }, "content must hold something."],
  [
    "a user with a source specific id alone",
    { user: { sourceSpecificId: "a-1" } },
    "user needs id or email.",
  ],
  ["a user without a key", { user: { name: "Ann", id: null } }, "user needs id or email."],
  ["a ticket number", { interaction: { id: "ASM-1" } }, "ULID"],
  [
    "an id of another type",
    { interaction: { id: "gid://assembly/Account/x" } },
    "an Interaction of Assembly",
  ],
  ["an empty source specific id", { interaction: { sourceSpecificId: " " } }, "source specific id"],
  ["no ticket", { interaction: {} }, "InteractionLookup"],
  ["two tickets", { interaction: { id: api.ticketId, sourceSpecificId: "a" } }, "InteractionLookup"],
  ["what is no URL", { imageUrls: ["file:///etc/passwd"] }, "URL"],
])("%s is refused before any call", async (_, more, reason) => {
  const { calls, execute } = gateway();
  const { errors } = await execute(reply, { input: { ...toApi, ...more } });
  expect(errors).toMatchObject([
    { message: expect.stringContaining(reason), extensions: { code: "BAD_USER_INPUT" } },
  ]);
  expect(calls()).toEqual([]);
});

test.each([
  ["Slack", slack],
  ["Community Slack", communitySlack],
] as const)("a reply that a ticket from %s has is CONFLICT", async (_, { replyId, ticketId }) => {
  const { calls, execute } = gateway();
  const input = { ...toApi, interaction: { id: ticketId }, sourceSpecificId: replyId };
  const { data, errors } = await execute(reply, { input });
  expect(data).toEqual({ replyToInteraction: null });
  expect(errors).toMatchObject([{ extensions: { code: "CONFLICT", status: 409, attempts: 1 } }]);
  expect(calls()).toEqual([call]);
});

test("a ticket that does not exist is NOT_FOUND", async () => {
  const { calls, execute } = gateway();
  const { errors } = await execute(reply, {
    input: { ...toApi, interaction: { sourceSpecificId: "nobody" } },
  });
  expect(errors).toMatchObject([{ extensions: { code: "NOT_FOUND", status: 404 } }]);
  expect(calls()).toEqual([call]);
});

test("files that are too large for Assembly are told as that", async () => {
  const { calls, execute, sandbox } = gateway();
  sandbox.assembly.inject({ row: "interactions.reply", reply: { status: 413, body: { error: "no" } } });
  const { errors } = await execute(reply, { input: toApi });
  expect(errors).toMatchObject([
    { message: expect.stringContaining("larger"), extensions: { code: "UPSTREAM_REJECTED", status: 413 } },
  ]);
  expect(calls()).toEqual([call]);
});

test("a reply is never sent twice once it may have arrived, whatever it is called", async () => {
  const { calls, execute, sandbox } = gateway();
  sandbox.assembly.inject({ row: "interactions.reply", kind: "reset", afterEffect: true, times: 1 });
  const input = { ...toApi, interaction: { id: slack.ticketId }, sourceSpecificId: "new" };
  const { errors } = await execute(reply, { input });
  expect(errors).toMatchObject([
    {
      message: expect.stringContaining("look at the ticket in Assembly"),
      extensions: { code: "UPSTREAM_OUTCOME_UNKNOWN", attempts: 1, retryable: false },
    },
  ]);
  expect(calls()).toEqual([call]);
  expect(sentForms(sandbox).map(({ applied }) => applied)).toEqual([true]);
});

describe("60 replies in a minute", () => {
  /** A gateway that has sent as many replies as a minute allows, in the first seconds of it. */
  async function spent() {
    const made = gateway();
    const answers = Array.from({ length: 60 }, () => made.execute(reply, { input: toApi }));
    await made.clock.advance(8_000);
    for (const { errors } of await Promise.all(answers)) expect(errors).toEqual([]);
    expect(made.calls()).toEqual(Array(60).fill(call));
    return made;
  }

  test("are sent, and the next is refused at once, with the time after which it would not be", async () => {
    const { calls, clock, execute, sandbox } = await spent();
    const refused = await execute(reply, { input: toApi });
    expect(refused.errors).toMatchObject([
      {
        message: expect.stringContaining("60 replies a minute"),
        extensions: { code: "UPSTREAM_RATE_LIMITED", attempts: 0, retryable: true },
      },
    ]);
    const waitMs = Number(refused.errors[0]?.extensions.retryAfterMs);
    expect(waitMs).toBeGreaterThan(50_000);
    expect(calls()).toEqual([]);

    await clock.advance(waitMs);
    const later = execute(reply, { input: toApi });
    await clock.advance(1_000);
    expect((await later).errors).toEqual([]);
    expect(calls()).toEqual([call]);
    expect(sentForms(sandbox).map(({ status }) => status)).toEqual(Array(61).fill(200));
  });

  test("hold up nothing else that Assembly answers", async () => {
    const { calls, clock, execute, query } = await spent();
    await clock.advance(47_000);
    // It waits for the lane, and what is asked after it does not wait behind it.
    const waiting = execute(reply, { input: toApi });
    await settled();
    expect(await query(`{ account(by: { domain: "${showcase.account.domain}" }) { name } }`)).toEqual({
      account: { name: "Acme Robotics" },
    });
    expect(
      await query('mutation { createInteraction(input: { query: "Why?" }) { ticketNumber } }'),
    ).toMatchObject({ createInteraction: { ticketNumber: "ASM-6" } });
    expect(calls()).toEqual([
      `assembly GET /accounts/${showcase.account.domain}`,
      "assembly POST /interactions",
    ]);
    await clock.advance(10_000);
    expect((await waiting).errors).toEqual([]);
    expect(calls()).toEqual([call]);
  });
});
