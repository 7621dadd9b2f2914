import { isInputObjectType, isNonNullType } from "graphql";
import { describe, expect, test } from "vitest";
import { serviceId } from "../../../src/sandbox/data/ids.ts";
import { optionalParams } from "../../../src/web1on1/service/params.ts";
import { codesOf } from "../../support/errors.ts";
import { gateway } from "../../support/gateway.ts";
import { bodies } from "../upstream.ts";

const id = serviceId("acme", 0);
const update = `mutation ($params: ServiceParamsInput!) {
  updateService(id: "${id}", input: { params: $params }) { serviceId }
}`;
const url = "https://canary.example/";
const smooch = { appId: "canary" };

describe("an update that would wipe parameters by leaving them out costs no call", () => {
  test.each<[string, object]>([
    ["params.webhook must be complete", { webhook: { url } }],
    ["give events, with null", { webhook: { url, secret: "canary" } }],
    ["give keyId, secret, advanced", { smooch }],
    ["give advanced", { smooch: { ...smooch, keyId: "canary", secret: null } }],
    ["give scopes", { api: {} }],
    ["give port", { smartsupp: { jid: "canary", password: "canary", host: "b.example" } }],
    ["params.twilio must hold", { twilio: {} }],
    ["params.mailgun must hold", { mailgun: {} }],
    ["params.messenger must hold", { messenger: {} }],
  ])("%s: %j", async (message, params) => {
    const made = gateway();
    const { data, errors } = await made.execute(update, { params });
    expect(data).toEqual({ updateService: null });
    expect(codesOf(errors)).toEqual(["BAD_USER_INPUT"]);
    expect(errors[0]?.message).toContain(message);
    expect(JSON.stringify([errors, made.logLines])).not.toContain("canary");
    expect(made.calls()).toEqual([]);
  });
});

test.each<[object, object]>([
  [{ webhook: { url, secret: null, events: null } }, { url }],
  [{ api: { scopes: null } }, {}],
  [
    { intercom: { appId: "a", accessToken: "b", assigneeId: "c" } },
    { app_id: "a", access_token: "b", assignee_id: "c" },
  ],
  [{ twilio: { sid: null } }, { sid: null }],
])("null means none: %j", async (params, sent) => {
  const made = gateway();
  await made.query(update, { params });
  expect(bodies(made)).toMatchObject([{ params: sent }]);
  expect(Object.keys((bodies(made)[0] as { params: object }).params)).toEqual(Object.keys(sent));
  expect(made.calls()).toEqual([`web1on1 PATCH /services/${id}`]);
});

test("are those of the schema", () => {
  const type = gateway().gateway.schema.getType("ServiceParamsInput");
  if (!isInputObjectType(type)) throw new Error("The schema has no parameters.");
  const optional = Object.values(type.getFields()).flatMap(({ name, type: member }) => {
    if (!isInputObjectType(member)) return [];
    const names = Object.values(member.getFields())
      .filter((field) => !isNonNullType(field.type))
      .map((field) => field.name);
    return names.length === 0 ? [] : [[name, names]];
  });
  expect(optionalParams).toEqual(Object.fromEntries(optional));
});
