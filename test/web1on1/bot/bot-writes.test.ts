import { describe, expect, test } from "vitest";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { plantedPrefix, plantedSecret } from "../../../src/sandbox/planted-secret.ts";
import { codesOf } from "../../support/errors.ts";
import { gateway } from "../../support/gateway.ts";
import { bodies, gid, showingMeta, stored, unknownId, writes } from "../upstream.ts";

const create = "mutation ($input: CreateBotInput!) { createBot(input: $input) { botId } }";
const secret = plantedSecret("secret", "client");
const update =
  "mutation ($id: ID!, $input: UpdateBotInput!) { updateBot(id: $id, input: $input) { botId bot { name } } }";
const remove = "mutation ($id: ID!) { deleteBot(id: $id) { deletedBotId } }";
const { botId, gatewayUserId } = showcase;
const { organizationId } = showcase.account;
const read = `web1on1 GET /bots/${botId}`;
const patch = `web1on1 PATCH /bots/${botId}`;

describe("creating a bot", () => {
  test("sends what was given, and answers the bot without another call, its secret and meta aside", async () => {
    const made = gateway();
    const input = {
      name: "Greeter",
      organizationId: gid("Organization", organizationId),
      description: "Says hello.",
      status: "INACTIVE",
      roles: ["bot", "contact"],
      audience: "GROUP",
      tags: ["retail"],
      avatar: "https://cdn.example/greeter.png",
      commands: ["start"],
      meta: { token: plantedSecret("meta", "client"), kept: null },
    };
    const { createBot } = await made.query(
      `mutation ($input: CreateBotInput!) { createBot(input: $input) {
        botId bot { id name description status roles audience tags avatar commands meta }
      } }`,
      { input },
    );
    const { organizationId: _, ...plain } = input;
    expect(createBot).toEqual({
      botId: expect.stringMatching(/^gid:\/\/web1on1\/Bot\/[0-9a-f]{24}$/),
      bot: { id: createBot.botId, ...plain, meta: null },
    });
    expect(bodies(made)).toEqual([
      { ...plain, organization: organizationId, status: "inactive", audience: "group" },
    ]);
    expect(made.calls()).toEqual(["web1on1 POST /bots"]);
  });

  test("needs a name alone; the upstream fills the rest in, and its owner is the gateway's", async () => {
    const made = gateway();
    const { createBot } = await made.query(
      `mutation { createBot(input: { name: "Bare" }) { bot {
        status roles audience organization { sourceId } createdBy { sourceId }
      } } }`,
    );
    expect(createBot.bot).toEqual({
      status: "ACTIVE",
      roles: ["bot"],
      audience: "OWNER",
      organization: { sourceId: showcase.masterOrganizationId },
      createdBy: { sourceId: gatewayUserId },
    });
    expect(bodies(made)).toEqual([{ name: "Bare" }]);
    expect(made.calls()).toEqual([
      "web1on1 POST /bots",
      `web1on1 GET /organizations/${showcase.masterOrganizationId}`,
      `web1on1 GET /users/${gatewayUserId}`,
    ]);
  });

  test("is sent once, and names the query that shows whether it happened", async () => {
    const made = gateway();
    made.sandbox.web1on1.inject({ row: "bots.create", kind: "reset", afterEffect: true });
    const { errors } = await made.execute(create, { input: { name: "Lost" } });
    expect(codesOf(errors)).toEqual(["UPSTREAM_OUTCOME_UNKNOWN"]);
    const { bots } = await made.query(String(errors[0]?.extensions.reconcile));
    expect(bots.nodes[0]).toMatchObject({ name: "Lost" });
    expect(made.calls()).toEqual(["web1on1 POST /bots", "web1on1 GET /bots"]);
  });

  test("is seen by reads after it", async () => {
    const made = gateway();
    const ofOrganization = `{ organization(by: { id: "${organizationId}" }) { bots { name } } }`;
    await made.query(ofOrganization);
    await made.query(create, { input: { name: "Newest", organizationId } });
    const { organization } = await made.query(ofOrganization);
    expect(organization.bots).toContainEqual({ name: "Newest" });
    expect(made.calls()).toEqual([
      `web1on1 GET /organizations/${organizationId}`,
      "web1on1 GET /bots",
      "web1on1 POST /bots",
      "web1on1 GET /bots",
    ]);
  });
});

describe("updating a bot", () => {
  test("sends what was given, null where it clears, and its secret, which nothing gives back", async () => {
    const made = gateway();
    const input = { description: null, avatar: null, tags: [], secret, status: "ACTIVE" };
    const answer = await made.query(update, { id: gid("Bot", botId), input });
    expect(answer).toEqual({ updateBot: { botId: gid("Bot", botId), bot: { name: "Survey" } } });
    expect(bodies(made)).toEqual([{ ...input, status: "active" }]);
    expect((await stored(made, `/bots/${botId}`)).secret).toBe(secret);
    expect(made.calls()).toEqual([patch]);
  });

  test.each([
    ["is not shown", {}, null],
    [
      "is shown",
      { addresses: { web1on1: showingMeta } },
      { endpoint: { timeoutSeconds: 60, token: expect.stringContaining(plantedPrefix) }, fresh: true },
    ],
  ])(
    "merges meta over a fresh read, whole although it is dropped elsewhere, where it %s",
    async (_, options, shown) => {
      const made = gateway(options);
      const before = (await stored(made, `/bots/${botId}`)).meta as { readonly endpoint: object };
      await made.query(`{ bot(id: "${botId}") { name } }`);
      const { updateBot } = await made.query(
        "mutation ($id: ID!, $input: UpdateBotInput!) { updateBot(id: $id, input: $input) { bot { meta } } }",
        { id: botId, input: { meta: { endpoint: { timeoutSeconds: 60 }, fresh: true, absent: null } } },
      );
      expect(updateBot.bot).toEqual({ meta: shown });
      expect(bodies(made)).toEqual([
        { meta: { endpoint: { ...before.endpoint, timeoutSeconds: 60 }, fresh: true } },
      ]);
      expect(made.calls()).toEqual([read, read, patch]);
    },
  );

  test.each([{ status: 204 }, { status: 200, body: {} }])(
    "has succeeded when the answer does not show the bot, which is then read: %j",
    async (reply) => {
      const made = gateway();
      made.sandbox.web1on1.inject({ row: "bots.update", reply, afterEffect: true });
      const { updateBot } = await made.query(update, { id: botId, input: { name: "Renamed" } });
      expect(updateBot.bot).toEqual({ name: "Renamed" });
      expect(made.calls()).toEqual([patch, read]);
    },
  );

  test("writes nothing when the meta that is stored cannot be merged into", async () => {
    const made = gateway();
    const reply = { status: 200, body: { id: botId, meta: "a text" } };
    made.sandbox.web1on1.inject({ row: "bots.get", reply });
    const { errors } = await made.execute(update, { id: botId, input: { meta: { a: 1 } } });
    expect(codesOf(errors)).toEqual(["UPSTREAM_INVALID_RESPONSE"]);
    expect(writes(made)).toEqual([]);
    expect(made.calls()).toEqual([read]);
  });

  test.each(["name", "organizationId", "status", "roles", "audience", "tags", "commands", "meta", "secret"])(
    "refuses to clear %s, without a call",
    async (name) => {
      const { execute, calls } = gateway();
      const { errors } = await execute(update, { id: botId, input: { description: "x", [name]: null } });
      expect(codesOf(errors)).toEqual(["BAD_USER_INPUT"]);
      expect(errors[0]?.message).toContain(name);
      expect(calls()).toEqual([]);
    },
  );
});

describe("the bot that the gateway acts as", () => {
  test.each<[string, object]>([
    [remove, {}],
    [update, { input: { status: "ARCHIVED" } }],
    [update, { input: { status: "INACTIVE", meta: { a: 1 } } }],
  ])("stays active: %s %j", async (document, more) => {
    const made = gateway();
    const { errors } = await made.execute(document, { id: gatewayUserId.toUpperCase(), ...more });
    expect(codesOf(errors)).toEqual(["FORBIDDEN"]);
    expect(made.calls()).toEqual(["web1on1 GET /users/me"]);
  });

  test("can be renamed", async () => {
    const made = gateway();
    await made.query(update, { id: gatewayUserId, input: { name: "Gateway", status: "ACTIVE" } });
    expect(made.calls()).toEqual([`web1on1 PATCH /bots/${gatewayUserId}`]);
  });
});

test("a deleted bot leaves the lists and still answers, archived", async () => {
  const made = gateway();
  const { deleteBot } = await made.query(
    "mutation ($id: ID!) { deleteBot(id: $id) { deletedBotId bot { sourceId status } } }",
    { id: botId },
  );
  expect(deleteBot).toEqual({
    deletedBotId: gid("Bot", botId),
    bot: { sourceId: botId, status: "ARCHIVED" },
  });
  const { bots } = await made.query("{ bots(first: 100) { nodes { sourceId } } }");
  expect(bots.nodes).not.toContainEqual({ sourceId: botId });
  expect(made.calls()).toEqual([
    "web1on1 GET /users/me",
    `web1on1 DELETE /bots/${botId}`,
    read,
    "web1on1 GET /bots",
  ]);
});

const onUnknown: [string, object, string[]][] = [
  [update, { input: { name: "No" } }, [`PATCH /bots/${unknownId}`]],
  [update, { input: { meta: {} } }, [`GET /bots/${unknownId}`]],
  [remove, {}, ["GET /users/me", `DELETE /bots/${unknownId}`]],
];

test.each(onUnknown)(
  "a write to a bot that does not exist is NOT_FOUND: %s %j",
  async (document, more, sent) => {
    const made = gateway();
    const { errors } = await made.execute(document, { id: unknownId, ...more });
    expect(codesOf(errors)).toEqual(["NOT_FOUND"]);
    expect(made.calls()).toEqual(sent.map((call) => `web1on1 ${call}`));
  },
);

test.each<[string, object]>([
  [update, { id: gid("User", botId), input: { name: "No" } }],
  [update, { id: "me", input: { name: "No" } }],
  [update, { id: botId, input: { name: " " } }],
  [update, { id: botId, input: { secret: "" } }],
  [update, { id: botId, input: { meta: {}, organizationId: gid("Bot", botId) } }],
  [remove, { id: "me" }],
  [create, { input: { name: "" } }],
  [create, { input: { name: "No", organizationId: "acme" } }],
  [create, { input: { name: "No", secret } }],
])("what cannot be meant costs no call: %s %j", async (document, variables) => {
  const made = gateway();
  const { errors } = await made.execute(document, { ...variables });
  expect(codesOf(errors)).toEqual(["BAD_USER_INPUT"]);
  expect(made.calls()).toEqual([]);
});
