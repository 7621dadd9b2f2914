import { expect, test } from "vitest";
import {
  billingInfo,
  id,
  master,
  newOrganization,
  north,
  northWest,
  south,
} from "../support/web1on1-data.ts";
import { refused, rowOf, sandbox } from "../support/web1on1-emulator.ts";

test("a new organization gets defaults, ids of its categories, and the caller's as parent", async () => {
  const { call, ids } = sandbox();
  const body = {
    ...newOrganization,
    displayName: null,
    categories: [{ name: "Used Car" }, null],
    dataRetention: { length: 6 },
  };
  const created = await call("POST /organizations", { body });
  const newId = String(rowOf(created).id);
  expect(created).toEqual({
    status: 201,
    headers: { location: `/organizations/${newId}` },
    body: {
      id: newId,
      name: "Acme",
      displayName: "Acme",
      status: "active",
      locale: "en",
      timezone: "Europe/Amsterdam",
      defaultRole: "guest",
      parent: master,
      settings: { routeOnReply: "accept", enableMail: true },
      categories: [{ id: expect.stringMatching(/^[0-9a-f]{24}$/), name: "Used Car" }, null],
      dataRetention: { length: 6, unit: "month" },
      billingInfo: {
        ...billingInfo,
        liveMode: true,
        moveToLive: false,
        daysUntilDue: 14,
        enableMecs: false,
        enableAmp: false,
        enableSepaDebitCosts: false,
      },
      createdAt: "2024-05-01T09:00:00.000Z",
      updatedAt: "2024-05-01T09:00:00.000Z",
    },
  });
  expect(await ids("/organizations?name=Acme")).toEqual([newId]);
});

test.each([
  ["no name", { billingInfo }, /name is required/],
  ["no billing", { name: "Acme" }, /billingInfo is required/],
  [
    "no receiver of the bill",
    { name: "Acme", billingInfo: { ...billingInfo, billReceiver: undefined } },
    /billReceiver/,
  ],
  [
    "no sender of the bill",
    { name: "Acme", billingInfo: { ...billingInfo, billSender: undefined } },
    /billSender/,
  ],
  [
    "no payment id",
    { name: "Acme", billingInfo: { ...billingInfo, stripeCustomerId: "" } },
    /stripeCustomerId/,
  ],
  ["no plan", { name: "Acme", billingInfo: { ...billingInfo, currentPlan: null } }, /currentPlan/],
  ["an unknown status", { ...newOrganization, status: "gone" }, /status must be one of/],
  ["an unknown locale", { ...newOrganization, locale: "es" }, /locale must be one of/],
  [
    "an unknown route",
    { ...newOrganization, settings: { routeOnReply: "drop" } },
    /routeOnReply must be one of/,
  ],
  ["an unknown default role", { ...newOrganization, defaultRole: "owner" }, /defaultRole must be one of/],
  [
    "an unknown unit",
    { ...newOrganization, dataRetention: { unit: "day" } },
    /dataRetention.unit must be one of/,
  ],
  ["eleven categories", { ...newOrganization, categories: Array(11).fill(null) }, /10 slots/],
  ["a category without a name", { ...newOrganization, categories: [{}] }, /categories.0.name is required/],
  ["an unknown parent", { ...newOrganization, parent: id(99) }, /unknown organization/],
])("no organization is made with %s", async (_case, body, message) => {
  const { call, ids } = sandbox();
  expect(await call("POST /organizations", { body })).toEqual(refused(400, expect.stringMatching(message)));
  expect(await ids("/organizations")).toEqual([master, north, northWest, south]);
});

test("an update of an organization replaces nested values whole and requires nothing", async () => {
  const { call } = sandbox();
  const body = { settings: { enableMail: true }, tags: ["silver"], billingInfo: { currentPlan: "base" } };
  const updated = await call(`PATCH /organizations/${north}`, { body });
  expect(updated.status).toBe(200);
  expect(rowOf(updated)).toEqual({
    id: north,
    name: "North",
    status: "active",
    parent: master,
    ...body,
    updatedAt: "2024-05-01T09:00:00.000Z",
  });
  expect((await call(`GET /organizations/${north}`)).body).toEqual(updated.body);
  for (const wrong of [{ name: null }, { status: "gone" }, { tags: "silver" }, { categories: [7] }]) {
    expect(await call(`PATCH /organizations/${north}`, { body: wrong })).toEqual(refused(400));
  }
  expect((await call(`GET /organizations/${north}`)).body).toEqual(updated.body);
});

test("only callers of the master organization delete one, which then waits to be archived", async () => {
  const { call, ids } = sandbox();
  expect(await call(`DELETE /organizations/${northWest}`, { token: "north-token" })).toEqual(refused(403));
  expect(await ids("/organizations")).toContain(northWest);
  expect(await call(`DELETE /organizations/${northWest}`)).toEqual({ status: 204 });
  expect(await ids("/organizations")).not.toContain(northWest);
  expect(await call(`GET /organizations/${northWest}`)).toMatchObject({
    status: 200,
    body: { status: "pendingArchive" },
  });
});
