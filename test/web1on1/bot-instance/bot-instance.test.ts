import { expect, test } from "vitest";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import type { StoredBotInstance } from "../../../src/sandbox/data/web1on1/stored.ts";
import { codesOf } from "../../support/errors.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { gid, pagesOf, showingMeta, unknownId } from "../upstream.ts";

const { botId, botInstanceId, sharedBotId } = showcase;
const { organizationId } = showcase.account;

const rows = ({ sandbox }: TestGateway): readonly StoredBotInstance[] => sandbox.data.web1on1.botInstances;
const idsOf = (some: readonly StoredBotInstance[]) => some.map(({ id }) => ({ sourceId: id }));
const ofBot = (made: TestGateway, id: string) => idsOf(rows(made).filter(({ bot }) => bot === id));

test("an instance is everything that the upstream tells, less its meta", async () => {
  const made = gateway();
  const row = rows(made).find(({ id }) => id === botInstanceId);
  const extra = { avatar: "https://cdn.example/survey.png", description: "Asks Acme.", enabled: false };
  const body = { ...row, ...extra };
  made.sandbox.web1on1.inject({ row: "botInstances.get", reply: { status: 200, body } });
  const { botInstance } = await made.query(
    `query ($id: ID!) { botInstance(id: $id) {
      id sourceId name description avatar enabled meta createdAt updatedAt
      bot { sourceId } organization { sourceId } createdBy { sourceId } updatedBy { sourceId }
    } }`,
    { id: gid("BotInstance", botInstanceId) },
  );
  expect(botInstance).toEqual({
    id: gid("BotInstance", botInstanceId),
    sourceId: botInstanceId,
    name: row?.name,
    ...extra,
    meta: null,
    createdAt: row?.createdAt,
    updatedAt: row?.updatedAt,
    bot: { sourceId: botId },
    organization: { sourceId: organizationId },
    createdBy: { sourceId: row?.createdBy },
    updatedBy: { sourceId: row?.updatedBy },
  });
  expect(made.calls()).toEqual([
    `web1on1 GET /botinstances/${botInstanceId}`,
    `web1on1 GET /bots/${botId}`,
    `web1on1 GET /organizations/${organizationId}`,
    `web1on1 GET /users/${row?.createdBy}`,
  ]);
});

test("the setting shows meta", async () => {
  const made = gateway({ addresses: { web1on1: showingMeta } });
  const { botInstances } = await made.query("{ botInstances(first: 100) { nodes { meta } } }");
  expect(botInstances.nodes).toEqual(rows(made).map(({ meta }) => ({ meta })));
  expect(made.calls()).toEqual(["web1on1 GET /botinstances"]);
});

test("an instance that does not exist is null, and so is what it points at in vain", async () => {
  const made = gateway();
  expect(await made.query(`{ botInstance(id: "${unknownId}") { id } }`)).toEqual({ botInstance: null });
  const body = { id: botInstanceId, bot: unknownId, organization: "none", createdBy: "", enabled: null };
  made.sandbox.web1on1.inject({ row: "botInstances.get", reply: { status: 200, body } });
  const { botInstance } = await made.query(
    `{ botInstance(id: "${botInstanceId}") {
      name enabled bot { id } organization { id } createdBy { id } updatedBy { id }
    } }`,
  );
  expect(botInstance).toEqual({
    name: null,
    enabled: null,
    bot: null,
    organization: null,
    createdBy: null,
    updatedBy: null,
  });
  expect(made.calls()).toEqual([
    `web1on1 GET /botinstances/${unknownId}`,
    `web1on1 GET /botinstances/${botInstanceId}`,
    `web1on1 GET /bots/${unknownId}`,
  ]);
});

test.each(["me", "", gid("Bot", botId)])("%j is no id of an instance and costs no call", async (id) => {
  const { execute, calls } = gateway();
  const { errors } = await execute("query ($id: ID!) { botInstance(id: $id) { id } }", { id });
  expect([codesOf(errors), calls()]).toEqual([["BAD_USER_INPUT"], []]);
});

test("bots of all instances come from one list, archived ones by themselves", async () => {
  const made = gateway();
  const archived = made.sandbox.data.web1on1.bots.find(({ status }) => status === "archived");
  const body = [...rows(made), { id: unknownId, bot: archived?.id }];
  made.sandbox.web1on1.inject({ row: "botInstances.list", reply: { status: 200, body } });
  const { botInstances } = await made.query(
    "{ botInstances(first: 100) { nodes { bot { sourceId status } } } }",
  );
  expect(botInstances.nodes.map(({ bot }: { bot: { sourceId: string } }) => bot.sourceId)).toEqual(
    body.map(({ bot }) => bot),
  );
  expect(botInstances.nodes.at(-1).bot.status).toBe("ARCHIVED");
  expect(made.calls()).toEqual([
    "web1on1 GET /botinstances",
    "web1on1 GET /bots",
    `web1on1 GET /bots/${archived?.id}`,
  ]);
});

const instances = "instances(first: $first, after: $after) { nodes { sourceId } pageInfo { endCursor } }";

test("the instances of one bot come page by page from one filtered list", async () => {
  const made = gateway();
  const document = `query ($id: ID!, $first: Int, $after: String) { bot(id: $id) { ${instances} } }`;
  const { bot } = await made.query(document, { id: sharedBotId, first: 5 });
  const { bot: next } = await made.query(document, {
    id: sharedBotId,
    first: 100,
    after: bot.instances.pageInfo.endCursor,
  });
  const all = ofBot(made, sharedBotId);
  expect(all.length).toBeGreaterThan(10);
  expect([bot.instances.nodes.length, [...bot.instances.nodes, ...next.instances.nodes]]).toEqual([5, all]);
  expect(made.callsWithQueries()).toEqual([
    `web1on1 GET /bots/${sharedBotId}`,
    `web1on1 GET /botinstances?bot=${sharedBotId}&limit=100&offset=0`,
  ]);
});

test("the instances of many bots come from one list", async () => {
  const made = gateway();
  const { bots } = await made.query(
    "{ bots(first: 90) { nodes { sourceId instances(first: 100) { nodes { sourceId } } } } }",
  );
  for (const { sourceId, instances } of bots.nodes) expect(instances.nodes).toEqual(ofBot(made, sourceId));
  expect(made.callsWithQueries()).toEqual([...pagesOf("bots", 0), ...pagesOf("botinstances", 0)]);
});

test("a page of no instances costs no call", async () => {
  const made = gateway();
  await made.query(`{ bot(id: "${botId}") { instances(first: 0) { nodes { id } } } }`);
  expect(made.calls()).toEqual([`web1on1 GET /bots/${botId}`]);
});

test("instances of one organization come from a filtered list, those of many from one list", async () => {
  const made = gateway();
  const { organization } = await made.query(
    `{ organization(by: { id: "${organizationId}" }) { botInstances { sourceId } } }`,
  );
  const own = (id: string) => idsOf(rows(made).filter((row) => row.organization === id));
  expect(own(organizationId).length).toBeGreaterThan(2);
  expect(organization.botInstances).toEqual(own(organizationId));
  expect(made.callsWithQueries()).toEqual([
    `web1on1 GET /organizations/${organizationId}`,
    `web1on1 GET /botinstances?organization=${organizationId}&limit=100&offset=0`,
  ]);
  const { organizations } = await made.query(
    "{ organizations(first: 50) { nodes { sourceId botInstances { sourceId bot { name } } } } }",
  );
  for (const { sourceId, botInstances } of organizations.nodes) {
    expect(botInstances.map(({ sourceId }: { sourceId: string }) => ({ sourceId }))).toEqual(own(sourceId));
    expect(botInstances).not.toEqual([]);
  }
  expect(made.callsWithQueries()).toEqual([
    ...pagesOf("organizations", 0),
    ...pagesOf("botinstances", 0),
    ...pagesOf("bots", 0),
  ]);
});
