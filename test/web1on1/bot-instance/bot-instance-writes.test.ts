import { expect, test } from "vitest";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { plantedPrefix, plantedSecret } from "../../../src/sandbox/planted-secret.ts";
import { codesOf } from "../../support/errors.ts";
import { gateway } from "../../support/gateway.ts";
import { bodies, gid, stored, unknownId } from "../upstream.ts";

const create = `mutation ($input: CreateBotInstanceInput!) {
  createBotInstance(input: $input) { botInstanceId }
}`;
const update = `mutation ($id: ID!, $input: UpdateBotInstanceInput!) {
  updateBotInstance(id: $id, input: $input) { botInstanceId botInstance { name enabled } }
}`;
const remove = "mutation ($id: ID!) { deleteBotInstance(id: $id) { deletedBotInstanceId } }";
const { botId, botInstanceId, sharedBotId } = showcase;
const { organizationId } = showcase.account;
const path = `/botinstances/${botInstanceId}`;

test("an instance is created from what was given, and answered without another call and without meta", async () => {
  const made = gateway();
  const input = {
    botId: gid("Bot", sharedBotId),
    name: "Reception",
    organizationId,
    description: "Receives.",
    avatar: "https://cdn.example/reception.png",
    enabled: false,
    meta: { token: plantedSecret("meta", "client") },
  };
  const { createBotInstance } = await made.query(
    `mutation ($input: CreateBotInstanceInput!) { createBotInstance(input: $input) {
      botInstanceId botInstance { id name description avatar enabled meta }
    } }`,
    { input },
  );
  const { botId: _, organizationId: owner, ...plain } = input;
  expect(createBotInstance).toEqual({
    botInstanceId: expect.stringMatching(/^gid:\/\/web1on1\/BotInstance\/[0-9a-f]{24}$/),
    botInstance: { id: createBotInstance.botInstanceId, ...plain, meta: null },
  });
  expect(bodies(made)).toEqual([{ ...plain, bot: sharedBotId, organization: owner }]);
  expect(made.calls()).toEqual(["web1on1 POST /botinstances"]);
});

test("an instance needs a bot and a name, is turned on, and is seen by reads after it", async () => {
  const made = gateway();
  const instances = `{ bot(id: "${botId}") { instances { nodes { name enabled } } } }`;
  await made.query(instances);
  await made.query(create, { input: { botId, name: "Bare" } });
  const { bot } = await made.query(instances);
  expect(bot.instances.nodes).toContainEqual({ name: "Bare", enabled: true });
  expect(bodies(made)).toEqual([{ bot: botId, name: "Bare" }]);
  expect(made.calls()).toEqual([
    `web1on1 GET /bots/${botId}`,
    "web1on1 GET /botinstances",
    "web1on1 POST /botinstances",
    "web1on1 GET /botinstances",
  ]);
});

test("a create is sent once, and names the query that shows whether it happened", async () => {
  const made = gateway();
  made.sandbox.web1on1.inject({ row: "botInstances.create", kind: "reset", afterEffect: true });
  const { errors } = await made.execute(create, { input: { botId, name: "Lost" } });
  expect(codesOf(errors)).toEqual(["UPSTREAM_OUTCOME_UNKNOWN"]);
  const { botInstances } = await made.query(String(errors[0]?.extensions.reconcile), { bot: botId });
  expect(botInstances.nodes[0]).toMatchObject({ name: "Lost" });
  expect(made.calls()).toEqual(["web1on1 POST /botinstances", "web1on1 GET /botinstances"]);
});

test("an unknown bot is refused by the upstream", async () => {
  const made = gateway();
  const { errors } = await made.execute(create, { input: { botId: unknownId, name: "No" } });
  expect(codesOf(errors)).toEqual(["UPSTREAM_REJECTED"]);
  expect(made.calls()).toEqual(["web1on1 POST /botinstances"]);
});

test("an update sends what was given, null where it clears, for one call", async () => {
  const made = gateway();
  const input = { enabled: false, botId: sharedBotId, description: null };
  const { updateBotInstance } = await made.query(update, { id: gid("BotInstance", botInstanceId), input });
  expect(updateBotInstance).toEqual({
    botInstanceId: gid("BotInstance", botInstanceId),
    botInstance: { name: "How was it?", enabled: false },
  });
  expect(bodies(made)).toEqual([{ enabled: false, bot: sharedBotId, description: null }]);
  expect(made.calls()).toEqual([`web1on1 PATCH ${path}`]);
});

test("meta is merged over a fresh read, whole although it is dropped elsewhere", async () => {
  const made = gateway();
  const { meta } = await stored(made, path);
  expect(JSON.stringify(meta)).toContain(plantedPrefix);
  const input = { meta: { greeting: null, language: "nl" } };
  await made.query(update, { id: botInstanceId, input });
  const { greeting: _, ...kept } = meta as Record<string, unknown>;
  expect(bodies(made)).toEqual([{ meta: { ...kept, language: "nl" } }]);
  expect(made.calls()).toEqual([`web1on1 GET ${path}`, `web1on1 PATCH ${path}`]);
});

test("an update whose answer does not show the instance has succeeded, and it is read", async () => {
  const made = gateway();
  made.sandbox.web1on1.inject({ row: "botInstances.update", reply: { status: 204 }, afterEffect: true });
  const { updateBotInstance } = await made.query(update, { id: botInstanceId, input: { name: "New" } });
  expect(updateBotInstance.botInstance).toEqual({ name: "New", enabled: true });
  expect(made.calls()).toEqual([`web1on1 PATCH ${path}`, `web1on1 GET ${path}`]);
});

test("a deleted instance is gone", async () => {
  const made = gateway();
  expect(await made.query(remove, { id: botInstanceId })).toEqual({
    deleteBotInstance: { deletedBotInstanceId: gid("BotInstance", botInstanceId) },
  });
  expect(await made.query(`{ botInstance(id: "${botInstanceId}") { id } }`)).toEqual({ botInstance: null });
  expect(made.calls()).toEqual([`web1on1 DELETE ${path}`, `web1on1 GET ${path}`]);
});

test.each<[string, object, string]>([
  [update, { input: { name: "No" } }, `PATCH /botinstances/${unknownId}`],
  [update, { input: { meta: {} } }, `GET /botinstances/${unknownId}`],
  [remove, {}, `DELETE /botinstances/${unknownId}`],
])("a write to an instance that does not exist is NOT_FOUND: %s %j", async (document, more, sent) => {
  const made = gateway();
  const { errors } = await made.execute(document, { id: unknownId, ...more });
  expect(codesOf(errors)).toEqual(["NOT_FOUND"]);
  expect(made.calls()).toEqual([`web1on1 ${sent}`]);
});

test.each(["name", "botId", "organizationId", "enabled", "meta"])(
  "an update refuses to clear %s, without a call",
  async (name) => {
    const { execute, calls } = gateway();
    const { errors } = await execute(update, { id: botInstanceId, input: { avatar: null, [name]: null } });
    expect(codesOf(errors)).toEqual(["BAD_USER_INPUT"]);
    expect(errors[0]?.message).toContain(name);
    expect(calls()).toEqual([]);
  },
);

test.each<[string, object]>([
  [update, { id: gid("Bot", botInstanceId), input: { name: "No" } }],
  [update, { id: botInstanceId, input: { meta: {}, botId: gid("User", botId) } }],
  [update, { id: botInstanceId, input: { name: "\n" } }],
  [remove, { id: "me" }],
  [create, { input: { botId: "survey", name: "No" } }],
  [create, { input: { botId, name: "" } }],
  [create, { input: { botId, name: "No", organizationId: gid("Bot", botId) } }],
])("what cannot be meant costs no call: %s %j", async (document, variables) => {
  const made = gateway();
  const { errors } = await made.execute(document, { ...variables });
  expect(codesOf(errors)).toEqual(["BAD_USER_INPUT"]);
  expect(made.calls()).toEqual([]);
});
