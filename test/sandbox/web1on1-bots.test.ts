import { expect, test } from "vitest";
import type { Web1on1Data } from "../../src/sandbox/data/web1on1/stored.ts";
import { bot as botUser, id, master, north, northAdmin, smallData, south } from "../support/web1on1-data.ts";
import { refused, rowOf, sandbox } from "../support/web1on1-emulator.ts";

const shared = id(31);
const northern = id(32);
const southern = id(33);
const old = id(34);
const northInstance = id(41);
const southInstance = id(42);

const stored = { status: "active", audience: "owner", roles: ["bot"], meta: { key: "m" } };
const data: Web1on1Data = {
  ...smallData,
  bots: [
    { ...stored, id: shared, organization: master, name: "Shared", audience: "global", secret: "s31" },
    { ...stored, id: northern, organization: north, name: "Northern", status: "inactive", secret: "s32" },
    { ...stored, id: southern, organization: south, name: "Southern", secret: "s33" },
    { ...stored, id: old, organization: north, name: "Old", status: "archived", secret: "s34" },
  ],
  botInstances: [
    { id: northInstance, organization: north, bot: shared, name: "N", enabled: true, meta: { key: "i" } },
    { id: southInstance, organization: south, bot: southern, name: "S", enabled: false },
  ],
};
const emulator = () => sandbox({}, data);
const now = "2024-05-01T09:00:00.000Z";

test.each([
  ["/bots", [shared, northern, southern]],
  ["/bots?status=archived", [old]],
  ["/bots?audience=global", [shared]],
  [`/bots?organization=${north}`, [northern]],
  ["/bots?sort=-name&limit=2", [southern, shared]],
  ["/botinstances", [northInstance, southInstance]],
  [`/botinstances?bot=${shared}`, [northInstance]],
  [`/botinstances?organization=[${north},${south}]&enabled=false`, [southInstance]],
])("%s lists %j", async (path, expected) => {
  expect(await emulator().ids(path)).toEqual(expected);
});

test("a list shows a caller what belongs to the organizations that it reaches, and by id it is refused the rest", async () => {
  const { call, ids } = emulator();
  const token = "north-token";
  expect(await ids("/bots", { token })).toEqual([northern]);
  expect(await ids("/botinstances", { token })).toEqual([northInstance]);
  for (const [method, path] of [
    ["GET", `/bots/${southern}`],
    ["PATCH", `/bots/${southern}`],
    ["DELETE", `/bots/${southern}`],
    ["GET", `/botinstances/${southInstance}`],
  ])
    expect(await call(`${method} ${path}`, { token, body: { name: "x" } })).toEqual(refused(403));
  expect(await call(`PATCH /bots/${northern}`, { token, body: { organization: south } })).toEqual(
    refused(403),
  );
  for (const path of ["/bots", "/botinstances", `/bots/${northern}`])
    expect(await call(`GET ${path}`, { token: "agent-token" })).toEqual(refused(403));
});

test("a new bot gets defaults and a secret, which cannot be sent", async () => {
  const { call } = emulator();
  const body = { name: "New", secret: "sent", createdBy: id(1), id: id(2) };
  const created = await call("POST /bots", { body });
  const newId = String(rowOf(created).id);
  expect(created).toEqual({
    status: 201,
    headers: { location: `/bots/${newId}` },
    body: {
      id: newId,
      name: "New",
      organization: master,
      status: "active",
      roles: ["bot"],
      audience: "owner",
      secret: `planted-secret-secret-${newId}`,
      createdBy: botUser,
      updatedBy: botUser,
      createdAt: now,
      updatedAt: now,
    },
  });
  expect((await call(`GET /bots/${newId}`)).body).toEqual(created.body);
});

test("an update of a bot keeps what is not sent, replaces meta whole and sets the secret", async () => {
  const { call } = emulator();
  const body = { meta: { other: 1 }, secret: "new", description: "d", organization: south };
  const updated = await call(`PATCH /bots/${northern}`, { body });
  const kept = { ...stored, id: northern, name: "Northern", status: "inactive" };
  expect(updated).toEqual({
    status: 200,
    body: { ...kept, ...body, updatedBy: botUser, updatedAt: now },
  });
  const cleared = await call(`PATCH /bots/${northern}`, { body: { description: null } });
  expect(rowOf(cleared)).not.toHaveProperty("description");
});

test("a deleted bot is archived; a deleted instance is gone", async () => {
  const { call, ids } = emulator();
  expect(await call(`DELETE /bots/${northern}`)).toEqual({ status: 204 });
  expect(await ids("/bots")).not.toContain(northern);
  expect(rowOf(await call(`GET /bots/${northern}`))).toMatchObject({ status: "archived" });
  expect(await call(`DELETE /botinstances/${northInstance}`)).toEqual({ status: 204 });
  expect(await call(`GET /botinstances/${northInstance}`)).toEqual(refused(404));
  expect(await call(`DELETE /botinstances/${northInstance}`)).toEqual(refused(404));
});

test("a new instance is turned on, for the caller's organization", async () => {
  const { call } = emulator();
  const token = "north-token";
  const created = await call("POST /botinstances", { token, body: { bot: shared, name: "Ours" } });
  const newId = String(rowOf(created).id);
  expect(created).toEqual({
    status: 201,
    headers: { location: `/botinstances/${newId}` },
    body: {
      id: newId,
      bot: shared,
      name: "Ours",
      organization: north,
      enabled: true,
      createdBy: northAdmin,
      updatedBy: northAdmin,
      createdAt: now,
      updatedAt: now,
    },
  });
});

test.each<[string, object]>([
  ["POST /bots", {}],
  ["POST /bots", { name: "" }],
  ["POST /bots", { name: "x", status: "gone" }],
  ["POST /bots", { name: "x", audience: "all" }],
  ["POST /bots", { name: "x", roles: "bot" }],
  ["POST /bots", { name: "x", organization: id(99) }],
  [`PATCH /bots/${northern}`, { name: null }],
  [`PATCH /bots/${northern}`, { status: null }],
  [`PATCH /bots/${northern}`, { secret: 7 }],
  ["POST /botinstances", { name: "x" }],
  ["POST /botinstances", { bot: shared }],
  ["POST /botinstances", { bot: id(99), name: "x" }],
  ["POST /botinstances", { bot: shared, name: "x", enabled: "yes" }],
  [`PATCH /botinstances/${northInstance}`, { bot: id(99) }],
  [`PATCH /botinstances/${northInstance}`, { bot: null }],
])("%s refuses %j with 400", async (request, body) => {
  expect(await emulator().call(request, { body })).toEqual(refused(400));
});
