import { expect, test } from "vitest";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import type { StoredBot } from "../../../src/sandbox/data/web1on1/stored.ts";
import { plantedPrefix } from "../../../src/sandbox/planted-secret.ts";
import { codesOf } from "../../support/errors.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { gid, showingMeta, unknownId } from "../upstream.ts";

const { botId } = showcase;
const { organizationId } = showcase.account;

const rowOf = ({ sandbox }: TestGateway, id = botId): StoredBot => {
  const row = sandbox.data.web1on1.bots.find((bot) => bot.id === id);
  if (!row) throw new Error("The data has no such bot.");
  return row;
};

test("a bot is everything that the upstream tells, less its secret and meta", async () => {
  const made = gateway();
  const row = rowOf(made);
  const extra = { avatar: "https://cdn.example/bot.png", description: "Asks." };
  made.sandbox.web1on1.inject({ row: "bots.get", reply: { status: 200, body: { ...row, ...extra } } });
  const answer = await made.execute(
    `query ($id: ID!) { bot(id: $id) {
      id sourceId name description status roles audience tags avatar commands meta createdAt updatedAt
    } }`,
    { id: gid("Bot", botId) },
  );
  expect(answer).toEqual({
    data: {
      bot: {
        id: gid("Bot", botId),
        sourceId: botId,
        name: "Survey",
        ...extra,
        status: "ACTIVE",
        roles: row.roles,
        audience: "GROUP",
        tags: row.tags,
        commands: row.commands,
        meta: null,
        createdAt: row.createdAt,
        updatedAt: row.updatedAt,
      },
    },
    errors: [],
  });
  expect(made.calls()).toEqual([`web1on1 GET /bots/${botId}`]);
  expect(JSON.stringify([answer, made.logLines])).not.toContain(plantedPrefix);
});

test("the setting shows meta, by id and in a list, and the secret no more than without it", async () => {
  const made = gateway({ addresses: { web1on1: showingMeta } });
  const { bot } = await made.query("query ($id: ID!) { bot(id: $id) { meta } }", { id: botId });
  expect(bot).toEqual({ meta: rowOf(made).meta });
  const { bots } = await made.query("{ bots(first: 100) { nodes { sourceId meta name } } }");
  for (const { sourceId, meta } of bots.nodes) expect(meta).toEqual(rowOf(made, sourceId).meta);
  expect(made.calls()).toEqual([`web1on1 GET /bots/${botId}`, "web1on1 GET /bots"]);
  expect(JSON.stringify([bot, bots])).not.toContain(`${plantedPrefix}secret`);
});

test("the bot that a reference holds whole brings neither its secret nor its meta", async () => {
  const made = gateway();
  const instance = { id: unknownId, name: "Whole", bot: rowOf(made), organization: { id: organizationId } };
  made.sandbox.web1on1.inject({ row: "botInstances.get", reply: { status: 200, body: instance } });
  const answer = await made.query(
    `{ botInstance(id: "${unknownId}") { bot { sourceId meta } organization { sourceId } } }`,
  );
  expect(answer).toEqual({
    botInstance: { bot: { sourceId: botId, meta: null }, organization: { sourceId: organizationId } },
  });
  expect(made.calls()).toEqual([
    `web1on1 GET /botinstances/${unknownId}`,
    `web1on1 GET /bots/${botId}`,
    `web1on1 GET /organizations/${organizationId}`,
  ]);
});

test("what is unset, unknown or no value of its kind is null", async () => {
  const made = gateway();
  const body = { id: unknownId, status: "asleep", audience: 7, organization: "", createdBy: null };
  made.sandbox.web1on1.inject({ row: "bots.get", reply: { status: 200, body } });
  const { data } = await made.execute(
    `{ bot(id: "${unknownId}") {
      name description status roles audience tags organization { id } createdBy { id } updatedBy { id } createdAt
    } }`,
  );
  expect(data.bot).toEqual({
    name: null,
    description: null,
    status: null,
    roles: null,
    audience: null,
    tags: null,
    organization: null,
    createdBy: null,
    updatedBy: null,
    createdAt: null,
  });
  expect(made.calls()).toEqual([`web1on1 GET /bots/${unknownId}`]);
});

test("an archived bot answers by its id, in upper case too, although no list shows it", async () => {
  const made = gateway();
  const archived = made.sandbox.data.web1on1.bots.find(({ status }) => status === "archived");
  const id = archived?.id ?? "";
  const { bot, bots } = await made.query(
    "query ($id: ID!) { bot(id: $id) { sourceId status } bots(first: 100) { nodes { sourceId } } }",
    { id: id.toUpperCase() },
  );
  expect(bot).toEqual({ sourceId: id, status: "ARCHIVED" });
  expect(bots.nodes).not.toContainEqual({ sourceId: id });
  expect(made.calls().sort()).toEqual(["web1on1 GET /bots", `web1on1 GET /bots/${id}`]);
});

test("a bot that does not exist is null", async () => {
  const { query, calls } = gateway();
  expect(await query(`{ bot(id: "${unknownId}") { id } }`)).toEqual({ bot: null });
  expect(calls()).toEqual([`web1on1 GET /bots/${unknownId}`]);
});

test.each(["me", "", gid("User", botId), "bots"])("%j is no id of a bot and costs no call", async (id) => {
  const { execute, calls } = gateway();
  const { data, errors } = await execute("query ($id: ID!) { bot(id: $id) { id } }", { id });
  expect([data, codesOf(errors), calls()]).toEqual([{ bot: null }, ["BAD_USER_INPUT"], []]);
});

test("owners and users of all bots come from lists, none by a read of its own", async () => {
  const made = gateway();
  const { bots } = await made.query(`{ bots(first: 100) {
    nodes { sourceId organization { sourceId } createdBy { sourceId } updatedBy { sourceId } }
  } }`);
  const listed = made.sandbox.data.web1on1.bots.filter(({ status }) => status !== "archived");
  expect(bots.nodes).toEqual(
    listed.map(({ id, organization, createdBy, updatedBy }) => ({
      sourceId: id,
      organization: { sourceId: organization },
      createdBy: { sourceId: createdBy },
      updatedBy: { sourceId: updatedBy },
    })),
  );
  expect([...new Set(made.calls())].sort()).toEqual([
    "web1on1 GET /bots",
    "web1on1 GET /organizations",
    "web1on1 GET /users",
  ]);
});
