import { describe, expect, test, vi } from "vitest";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { plantedSecret } from "../../../src/sandbox/planted-secret.ts";
import { codesOf } from "../../support/errors.ts";
import { gateway } from "../../support/gateway.ts";
import { bodies, gid, unknownId } from "../upstream.ts";

const create =
  "mutation ($input: CreateOrganizationInput!) { createOrganization(input: $input) { organizationId } }";
const update = `mutation ($id: ID!, $input: UpdateOrganizationInput!) {
  updateOrganization(id: $id, input: $input) { organizationId }
}`;
const remove = "mutation ($id: ID!) { deleteOrganization(id: $id) { deletedOrganizationId } }";

const acme = showcase.account.organizationId;
const master = showcase.masterOrganizationId;
const path = `/organizations/${acme}`;
const read = `web1on1 GET ${path}`;

const billingInfo = {
  billReceiver: "new",
  billSender: "Web1on1 Sandbox",
  stripeCustomerId: plantedSecret("stripeCustomerId", "client"),
  currentPlan: "grow",
};

describe("creating an organization", () => {
  test("sends what was given, and answers it without another call and without the provider's ids", async () => {
    const made = gateway();
    const { createOrganization } = await made.query(
      `mutation ($input: CreateOrganizationInput!) { createOrganization(input: $input) {
        organizationId
        organization {
          id name displayName status locale url email country tags meta profileFields { name label } stopwords
          settings { routeOnReply enableMail } categories { index name tags } dataRetention { length unit }
          billingInfo { billReceiver currentPlan trialEndsOn daysUntilDue } parent { sourceId }
          partners { permission organization { sourceId } } aliases { name avatar }
        }
      } }`,
      {
        input: {
          name: "Möwe",
          billingInfo: {
            ...billingInfo,
            trialEndsOn: "2026-04-01T00:00:00+02:00",
            resultProductId: plantedSecret("w1on1ResultId", "client"),
            version: null,
          },
          displayName: "Die Möwe",
          url: "https://moewe.example",
          email: "hallo@moewe.example",
          country: "DE",
          locale: "DE",
          tags: ["retail"],
          meta: { crm: 7 },
          profileFields: [{ name: "name", label: "Name" }],
          stopwords: ["refund"],
          settings: { routeOnReply: "ROUTE", enableMail: null },
          categories: [
            { name: "Orders", forms: [gid("Form", unknownId)] },
            null,
            { name: "Returns", tags: null },
          ],
          dataRetention: { length: 2, unit: "YEAR" },
          partners: [{ organization: { id: gid("Organization", acme) }, permission: "guest" }],
          aliases: [{ name: "Alexandra", avatar: "https://cdn.example/a.png" }],
          parent: { id: acme.toUpperCase() },
        },
      },
    );
    const { organization } = createOrganization;
    expect(organization).toEqual({
      id: createOrganization.organizationId,
      name: "Möwe",
      displayName: "Die Möwe",
      status: "ACTIVE",
      locale: "DE",
      url: "https://moewe.example",
      email: "hallo@moewe.example",
      country: "DE",
      tags: ["retail"],
      meta: { crm: 7 },
      profileFields: [{ name: "name", label: "Name" }],
      stopwords: ["refund"],
      settings: { routeOnReply: "ROUTE", enableMail: true },
      categories: [{ index: 0, name: "Orders", tags: null }, null, { index: 2, name: "Returns", tags: null }],
      dataRetention: { length: 2, unit: "YEAR" },
      billingInfo: {
        billReceiver: "new",
        currentPlan: "grow",
        trialEndsOn: "2026-03-31T22:00:00.000Z",
        daysUntilDue: 14,
      },
      parent: { sourceId: acme },
      partners: [{ permission: "guest", organization: { sourceId: acme } }],
      aliases: [{ name: "Alexandra", avatar: "https://cdn.example/a.png" }],
    });
    expect(bodies(made)).toEqual([
      {
        name: "Möwe",
        billingInfo: {
          ...billingInfo,
          trialEndsOn: "2026-03-31T22:00:00.000Z",
          w1on1ResultId: plantedSecret("w1on1ResultId", "client"),
        },
        displayName: "Die Möwe",
        url: "https://moewe.example",
        email: "hallo@moewe.example",
        country: "DE",
        locale: "de",
        tags: ["retail"],
        meta: { crm: 7 },
        profileFields: { name: { label: "Name" } },
        stopwords: ["refund"],
        settings: { routeOnReply: "route" },
        categories: [{ name: "Orders", forms: [unknownId] }, null, { name: "Returns" }],
        dataRetention: { length: 2, unit: "year" },
        partners: [{ organization: acme, permission: "guest" }],
        aliases: [{ name: "Alexandra", avatar: "https://cdn.example/a.png" }],
        parent: acme,
      },
    ]);
    expect(made.calls()).toEqual(["web1on1 POST /organizations", read]);
  });

  test("is refused once when several of the organizations it names are not there", async () => {
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    const made = gateway();
    const input = {
      name: "Nowhere",
      billingInfo,
      parent: { domain: "nowhere.example" },
      partners: ["nope.example", "none.example"].map((domain) => ({
        organization: { domain },
        permission: "guest",
      })),
    };
    const { data, errors } = await made.execute(create, { input });
    await new Promise(setImmediate);
    process.off("unhandledRejection", unhandled);
    expect(unhandled).not.toHaveBeenCalled();
    expect(data).toEqual({ createOrganization: null });
    expect(codesOf(errors)).toEqual(["NOT_FOUND"]);
    expect(made.calls()).toEqual(["web1on1 GET /organizations"]);
  });

  test("needs a name and who pays", async () => {
    const made = gateway();
    const { createOrganization } = await made.query(create, { input: { name: "Bare", billingInfo } });
    expect(createOrganization.organizationId).toMatch(/^gid:\/\/web1on1\/Organization\/[0-9a-f]{24}$/);
    expect(bodies(made)).toEqual([{ name: "Bare", billingInfo }]);
    expect(made.calls()).toEqual(["web1on1 POST /organizations"]);
  });
});

describe("deleting an organization", () => {
  const document = `mutation ($id: ID!) { deleteOrganization(id: $id) { deletedOrganizationId organization { status } } }`;

  test("shows it as it is kept until it is purged", async () => {
    const made = gateway();
    const { deleteOrganization } = await made.query(document, { id: acme });
    expect(deleteOrganization).toEqual({
      deletedOrganizationId: gid("Organization", acme),
      organization: { status: "PENDING_ARCHIVE" },
    });
    expect(made.calls()).toEqual(["web1on1 GET /users/me", `web1on1 DELETE ${path}`, read]);
  });

  test("reads nothing back when only the id is wanted, and takes it off the list", async () => {
    const made = gateway();
    await made.query(remove, { id: acme });
    expect(made.calls()).toEqual(["web1on1 GET /users/me", `web1on1 DELETE ${path}`]);
    const found = await made.query('{ organizations(filter: { name: "Acme Robotics" }) { nodes { id } } }');
    expect(found.organizations.nodes).toEqual([]);
    expect(made.calls()).toEqual(["web1on1 GET /organizations"]);
  });

  test.each([
    ["deleted", remove, {}],
    ["archived by an update", update, { input: { status: "ARCHIVED" } }],
  ])("that of the gateway itself is not %s", async (_, write, more) => {
    const made = gateway();
    const { errors } = await made.execute(write, { id: master, ...more });
    expect(codesOf(errors)).toEqual(["FORBIDDEN"]);
    expect(made.calls()).toEqual(["web1on1 GET /users/me"]);
  });
});

const onUnknown: [string, object, string[]][] = [
  [update, { input: { name: "No" } }, [`PATCH /organizations/${unknownId}`]],
  [update, { input: { meta: {} } }, [`GET /organizations/${unknownId}`]],
  [remove, {}, ["GET /users/me", `DELETE /organizations/${unknownId}`]],
];

test.each(onUnknown)(
  "a write to an organization that does not exist is NOT_FOUND: %s %j",
  async (document, more, sent) => {
    const made = gateway();
    const { errors } = await made.execute(document, { id: unknownId, ...more });
    expect(codesOf(errors)).toEqual(["NOT_FOUND"]);
    expect(made.calls()).toEqual(sent.map((call) => `web1on1 ${call}`));
  },
);

const eleven = Array.from({ length: 11 }, (_, slot) => ({ name: `Slot ${slot}` }));

const badInput: [string, object][] = [
  [update, { id: gid("User", master), input: { name: "No" } }],
  [update, { id: acme, input: { meta: {}, categories: eleven } }],
  [
    update,
    {
      id: acme,
      input: { meta: {}, partners: [{ organization: { id: gid("User", acme) }, permission: "guest" }] },
    },
  ],
  [remove, { id: "me" }],
  [remove, { id: `gid://assembly/Account/${showcase.account.accountId}` }],
  [create, { input: { name: "No", billingInfo, parent: { id: gid("User", acme) } } }],
  [create, { input: { name: "No", billingInfo, categories: eleven } }],
  [create, { input: { name: "No", billingInfo, categories: [{ name: "A", forms: ["f1"] }] } }],
];

test.each(badInput)("what cannot be meant costs no call: %s %j", async (document, variables) => {
  const made = gateway();
  const { errors } = await made.execute(document, { ...variables });
  expect(codesOf(errors)).toEqual(["BAD_USER_INPUT"]);
  expect(made.calls()).toEqual([]);
});
