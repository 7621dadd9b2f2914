import { expect, test } from "vitest";
import { plantedPrefix } from "../../src/sandbox/planted-secret.ts";
import { createSandboxData } from "../support/sandbox-data.ts";
import { id, north, northWest, smallData, south } from "../support/web1on1-data.ts";
import { refused, rowOf, rowsOf, sandbox } from "../support/web1on1-emulator.ts";

const service = (number: number, organization: string, status = "active") => ({
  id: id(number),
  organization,
  name: `Service ${number}`,
  type: "webhook",
  status,
  params: { url: "https://hooks.example" },
});
const data = {
  ...smallData,
  services: [
    service(31, north),
    service(32, northWest, "queued"),
    service(33, south),
    service(34, north, "archived"),
    service(35, north, "pendingArchive"),
  ],
};
const asNorth = { token: "north-token" };
const params = { url: "https://hooks.example/new" };

test("a list holds what the caller reaches, less what is archived", async () => {
  const { ids } = sandbox({}, data);
  expect(await ids("/services")).toEqual([id(31), id(32), id(33)]);
  expect(await ids("/services", asNorth)).toEqual([id(31), id(32)]);
  expect(await ids(`/services?organization=${south}&type=webhook`)).toEqual([id(33)]);
  expect(await ids("/services?status=archived")).toEqual([id(34)]);
});

test("services are for admins, inside their organizations", async () => {
  const { call } = sandbox({}, data);
  const asAgent = { token: "agent-token" };
  expect(await call("GET /services", asAgent)).toEqual(refused(403));
  expect(await call(`GET /services/${id(31)}`, asAgent)).toEqual(refused(403));
  for (const request of ["GET", "DELETE"]) {
    expect(await call(`${request} /services/${id(33)}`, asNorth)).toEqual(refused(403));
    expect(await call(`${request} /services/${id(99)}`)).toEqual(refused(404));
  }
  const body = { name: "N", params, organization: south };
  expect(await call("POST /services", { ...asNorth, body })).toEqual(refused(403));
  expect(await call(`PATCH /services/${id(31)}`, { ...asNorth, body })).toEqual(refused(403));
});

test("rows are thin where that is asked for, after they were filtered", async () => {
  const thin = { type: "webhook", params: { url: "https://hooks.example" } };
  const list = async (serviceRows: "mixed" | "thin") =>
    rowsOf(await sandbox({ serviceRows }, data).call(`GET /services?organization=[${north},${northWest}]`));
  expect(await list("thin")).toEqual([thin, thin]);
  expect(await list("mixed")).toEqual([thin, expect.objectContaining({ id: id(32) })]);
});

test("a new service gets defaults, and its parameters come back in clear", async () => {
  const { call } = sandbox({}, data);
  const created = await call("POST /services", { ...asNorth, body: { name: "N", params, smoochId: null } });
  const newId = String(rowOf(created).id);
  const row = {
    id: newId,
    organization: north,
    name: "N",
    type: "webhook",
    status: "queued",
    params,
    createdAt: "2024-05-01T09:00:00.000Z",
    updatedAt: "2024-05-01T09:00:00.000Z",
  };
  expect(created).toEqual({ status: 201, headers: { location: `/services/${newId}` }, body: row });
  expect(rowOf(await call(`GET /services/${newId}`))).toEqual(row);
});

const smartsupp = { jid: "a@b.example", password: "p", host: "b.example" };
const gbm = { location: id(1), welcomeMessage: "Welcome", starter: "Hello" };

test.each<[RegExp, object]>([
  [/name is required/, { params }],
  [/params is required/, { name: "N" }],
  [/params must be an object/, { name: "N", params: [] }],
  [/params.url is required for webhook/, { name: "N", params: {} }],
  [/type must be one of/, { name: "N", type: "fax", params }],
  [/status must be one of/, { name: "N", status: "paused", params }],
  [/touchpoints must be an array/, { name: "N", touchpoints: "web", params }],
  [/unknown organization/, { name: "N", organization: id(98), params }],
  [/params.host is required/, { name: "N", type: "smartsupp", params: { ...smartsupp, host: "" } }],
  [/params.port/, { name: "N", type: "smartsupp", params: { ...smartsupp, port: "many" } }],
  [/params.access_token is required/, { name: "N", type: "intercom", params: { app_id: "a" } }],
  [/params.appId is required/, { name: "N", type: "smooch", params: { secret: "s" } }],
  [/params.starter is required/, { name: "N", type: "gbm", params: { ...gbm, starter: undefined } }],
  [/params.step must be one of/, { name: "N", type: "gbm", params: { ...gbm, step: "LAUNCH_AGENT" } }],
  [/params.startDay must be one of/, { name: "N", type: "gbm", params: { ...gbm, startDay: "monday" } }],
  [/params.scopes.0/, { name: "N", type: "api", params: { scopes: [1] } }],
])("what is no service is refused: %s %j", async (message, body) => {
  const { call } = sandbox({}, data);
  expect(await call("POST /services", { body })).toEqual(refused(400, expect.stringMatching(message)));
});

test.each([5222, "5222"])("a port may be a number or a text: %j", async (port) => {
  const { call } = sandbox({}, data);
  const body = { name: "N", type: "smartsupp", params: { ...smartsupp, port } };
  expect(rowOf(await call("POST /services", { body })).params).toEqual({ ...smartsupp, port });
});

test("an update merges the top level, replaces parameters and meta whole, and requires nothing", async () => {
  const { call, passMs } = sandbox({}, data);
  const path = `PATCH /services/${id(31)}`;
  await call(path, { body: { type: "smartsupp", params: { ...smartsupp, port: 1 }, meta: { a: 1 } } });
  passMs(60_000);
  const updated = await call(path, { body: { params: { jid: "c@d.example" }, meta: { b: 2 } } });
  expect(updated).toEqual({
    status: 200,
    body: {
      ...service(31, north),
      type: "smartsupp",
      params: { jid: "c@d.example", port: "5222" },
      meta: { b: 2 },
      updatedAt: "2024-05-01T09:01:00.000Z",
    },
  });
  expect(await call(path, { body: { name: null } })).toEqual(refused(400));
  expect(rowOf(await call(path, { body: { meta: null } }))).not.toHaveProperty("meta");
});

test("what is deleted leaves the lists and still answers by id", async () => {
  const { call, ids } = sandbox({}, data);
  expect(await call(`DELETE /services/${id(31)}`, asNorth)).toEqual({ status: 204 });
  expect(await ids("/services", asNorth)).toEqual([id(32)]);
  expect(rowOf(await call(`GET /services/${id(31)}`))).toMatchObject({ status: "pendingArchive" });
});

test("the first fifty organizations have services, with a distinct value in every secret of each type", () => {
  const { services, organizations } = createSandboxData(Date.UTC(2026, 2, 17)).web1on1;
  const listed = organizations.filter(({ status }) => status !== "archived").slice(0, 50);
  for (const { id: owner } of listed)
    expect(services.filter(({ organization }) => organization === owner).length).toBeGreaterThan(0);
  expect(new Set(services.map(({ type }) => type)).size).toBe(9);
  const planted = services.map(({ params: secrets }) =>
    JSON.stringify(secrets).match(new RegExp(`${plantedPrefix}[\\w.-]+`, "g")),
  );
  expect(planted.every((values) => values !== null)).toBe(true);
  expect(new Set(planted.flat()).size).toBe(planted.flat().length);
});
