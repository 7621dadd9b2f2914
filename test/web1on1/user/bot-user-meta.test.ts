import { expect, test } from "vitest";
import type { StoredUser } from "../../../src/sandbox/data/web1on1/stored.ts";
import { plantedPrefix } from "../../../src/sandbox/planted-secret.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { showingMeta, stored, unknownId } from "../upstream.ts";

const botUser = ({ sandbox }: TestGateway): StoredUser => {
  const row = sandbox.data.web1on1.users.find(({ role, status }) => role === "bot" && status === "active");
  if (!row) throw new Error("The data has no such user.");
  return row;
};
const user = "query ($id: ID!) { user(by: { id: $id }) { role meta } }";

test("the user of a bot is answered without meta, by id and in a list, and others with it", async () => {
  const made = gateway();
  const { id } = botUser(made);
  expect(await made.query(user, { id })).toEqual({ user: { role: "BOT", meta: null } });
  const list = "query ($role: UserRole!) { users(first: 100, filter: { role: $role }) { nodes { meta } } }";
  const { users: bots } = await made.query(list, { role: "BOT" });
  expect(new Set(bots.nodes.map(({ meta }: StoredUser) => meta))).toEqual(new Set([null]));
  const { users: agents } = await made.query(list, { role: "AGENT" });
  expect(agents.nodes).toContainEqual({ meta: expect.objectContaining({ desk: expect.anything() }) });
  expect(JSON.stringify([bots, agents, made.logLines])).not.toContain(plantedPrefix);
});

test("the setting shows it", async () => {
  const made = gateway({ addresses: { web1on1: showingMeta } });
  const { id, meta } = botUser(made);
  expect(JSON.stringify(meta)).toContain(plantedPrefix);
  expect(await made.query(user, { id })).toEqual({ user: { role: "BOT", meta } });
});

test("it stays where a change of it is merged, and is not in the answer", async () => {
  const made = gateway();
  const { id, meta } = botUser(made);
  const { updateUser } = await made.query(
    "mutation ($id: ID!) { updateUser(id: $id, input: { meta: { fresh: true } }) { user { meta } } }",
    { id },
  );
  expect(updateUser).toEqual({ user: { meta: null } });
  expect(await stored(made, `/users/${id}`)).toMatchObject({ meta: { ...meta, fresh: true } });
});

test("it is dropped from a user that another object holds whole", async () => {
  const made = gateway();
  const { meta, ...rest } = botUser(made);
  const body = { id: unknownId, meta: { owner: { ...rest, meta } } };
  made.sandbox.web1on1.inject({ row: "organizations.get", reply: { status: 200, body } });
  const { organization } = await made.query(`{ organization(by: { id: "${unknownId}" }) { meta } }`);
  expect(organization.meta.owner).toMatchObject({ id: rest.id });
  expect(organization.meta.owner).not.toHaveProperty("meta");
});
