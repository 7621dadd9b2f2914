import { describe, expect, test } from "vitest";
import { serviceId } from "../../../src/sandbox/data/ids.ts";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { plantedSecret } from "../../../src/sandbox/planted-secret.ts";
import { codesOf } from "../../support/errors.ts";
import { gateway } from "../../support/gateway.ts";
import { gid } from "../upstream.ts";

const id = serviceId("acme", 0);
const create = "mutation ($input: CreateServiceInput!) { createService(input: $input) { serviceId } }";
const update =
  "mutation ($id: ID!, $input: UpdateServiceInput!) { updateService(id: $id, input: $input) { serviceId } }";
const webhook = { webhook: { url: "https://a.example" } };
const canary = plantedSecret("params", "client");
const smartsupp = { jid: `${canary}@b.example`, password: canary, host: "b.example" };
const gbm = { location: id, welcomeMessage: canary, starter: canary };

/** None of these reaches it, so one does for all. */
const made = gateway();

async function refused(document: string, variables: Record<string, unknown>, message: string) {
  const { data, errors } = await made.execute(document, variables);
  expect(Object.values(data ?? { none: null })).toEqual([null]);
  expect(errors[0]?.message).toContain(message);
  expect(new Set(codesOf(errors))).toEqual(new Set(["BAD_USER_INPUT"]));
  expect(made.calls()).toEqual([]);
}

describe("parameters that cannot be right cost no call, and none is repeated", () => {
  test.each<[string, object]>([
    ["ServiceParamsInput", {}],
    ["ServiceParamsInput", { ...webhook, api: {} }],
    ['Field "webhook" must be non-null', { webhook: null }],
    ['Field "fax" is not defined', { fax: { number: canary } }],
    ['Field "password" of required type', { smartsupp: { ...smartsupp, password: undefined } }],
    ["params.smartsupp.password must hold", { smartsupp: { ...smartsupp, password: " \n" } }],
    ["params.smartsupp.jid must hold", { smartsupp: { ...smartsupp, jid: "" } }],
    ["params.smartsupp.host must be", { smartsupp: { ...smartsupp, host: "" } }],
    ["params.smartsupp.host must be", { smartsupp: { ...smartsupp, host: `https://${canary}.example` } }],
    ["params.smartsupp.host must be", { smartsupp: { ...smartsupp, host: `${canary}.example:5222` } }],
    ["params.smartsupp.host holds", { smartsupp: { ...smartsupp, host: canary.repeat(20) } }],
    ["Port must be", { smartsupp: { ...smartsupp, port: 0 } }],
    ["Port must be", { smartsupp: { ...smartsupp, port: 65_536 } }],
    ["Port must be", { smartsupp: { ...smartsupp, port: 5222.5 } }],
    ["Port must be", { smartsupp: { ...smartsupp, port: canary } }],
    ["Port must be", { smartsupp: { ...smartsupp, port: "05222" } }],
    ["Port must be", { smartsupp: { ...smartsupp, port: true } }],
    ["params.intercom.appId must hold", { intercom: { appId: "", accessToken: canary, assigneeId: "1" } }],
    ["accessToken", { intercom: { appId: canary, assigneeId: "1" } }],
    ["params.smooch.secret must hold", { smooch: { appId: canary, secret: "" } }],
    ["params.smooch.advanced", { smooch: { appId: canary, advanced: [canary] } }],
    ["params.gbm.location must be 24 hexadecimal digits", { gbm: { ...gbm, location: canary } }],
    ["params.gbm.starter must hold", { gbm: { ...gbm, starter: "" } }],
    ["starter", { gbm: { ...gbm, starter: undefined } }],
    ["params.gbm.startTime must be a time", { gbm: { ...gbm, startTime: "9:00" } }],
    ["params.gbm.endTime must be a time", { gbm: { ...gbm, endTime: "24:00" } }],
    ["ServiceDay", { gbm: { ...gbm, startDay: "Monday" } }],
    ["GbmStep", { gbm: { ...gbm, step: "verifyAgent" } }],
    ["params.gbm.privacy", { gbm: { ...gbm, privacy: canary } }],
    ["params.webhook.url", { webhook: { url: `ftp://ann:${canary}@hooks.example` } }],
    ["params.webhook.secret must hold", { webhook: { ...webhook.webhook, secret: "" } }],
    ["params.webhook.events.1 must hold", { webhook: { ...webhook.webhook, events: [canary, ""] } }],
    ["params.api.scopes.0 must hold", { api: { scopes: [""] } }],
    ["params.twilio", { twilio: canary }],
  ])("%s: %j", async (message, params) => {
    await refused(create, { input: { name: "N", params } }, message);
    await refused(update, { id, input: { params } }, message);
  });
});

test.each<[string, string, object]>([
  ["params are those of webhook, but type is api", create, { name: "N", type: "API", params: webhook }],
  ["params are those of webhook, but type is gbm", update, { type: "GBM", params: webhook }],
  ["type cannot change without params", update, { type: "WEBHOOK" }],
  ["type cannot be cleared", update, { type: null, params: webhook }],
  ["params cannot be cleared", update, { params: null }],
  ["name cannot be cleared", update, { name: null }],
  ["organizationId cannot be cleared", update, { organizationId: null }],
  ["status cannot be cleared", update, { status: null }],
  ["touchpoints cannot be cleared", update, { touchpoints: null }],
  ["meta cannot be cleared", update, { meta: null }],
  ["name must hold something", update, { name: " " }],
  ["name must hold something", create, { name: "", params: webhook }],
  ["params", create, { name: "N" }],
  [
    "endDate must be after startDate",
    create,
    { name: "N", params: webhook, startDate: "2026-05-01T00:00:00Z", endDate: "2026-05-01T00:00:00Z" },
  ],
  [
    "endDate must be after startDate",
    update,
    { startDate: "2026-05-01T00:00:00Z", endDate: "2026-04-01T00:00:00Z" },
  ],
  [
    "expected the id of an Organization",
    create,
    { name: "N", params: webhook, organizationId: gid("User", id) },
  ],
  ["Organization id", update, { organizationId: "me" }],
])("what cannot be meant costs no call: %s", async (message, document, input) => {
  await refused(document, { id, input }, message);
});

test("ids of services are checked before any call", async () => {
  const other = gid("Organization", showcase.account.organizationId);
  await refused(update, { id: other, input: { name: "N" } }, "expected the id of a Service");
  await refused(update, { id: "me", input: { name: "N" } }, "Service id");
  const remove = "mutation ($id: ID!) { deleteService(id: $id) { deletedServiceId } }";
  await refused(remove, { id: other }, "expected the id of a Service");
  await refused("query ($id: ID!) { service(id: $id) { id } }", { id: "7" }, "Service id");
});
