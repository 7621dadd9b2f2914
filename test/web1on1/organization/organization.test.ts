import { expect, test } from "vitest";
import { organizationId } from "../../../src/sandbox/data/ids.ts";
import { accountCases, showcase } from "../../../src/sandbox/data/showcase.ts";
import type { StoredOrganization } from "../../../src/sandbox/data/web1on1/stored.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { gid, isListed, pagesOf, unknownId } from "../upstream.ts";

const acme = showcase.account.organizationId;
const byId = "query ($id: ID!) { organization(by: { id: $id }) { id sourceId status } }";
const byDomain = "query ($domain: String!) { organization(by: { domain: $domain }) { sourceId } }";

const rowOf = ({ sandbox }: TestGateway, id: string): StoredOrganization => {
  const row = sandbox.data.web1on1.organizations.find((organization) => organization.id === id);
  if (!row) throw new Error("The data has no such organization.");
  return row;
};

test("an organization is everything that the upstream tells, less the payment provider's ids", async () => {
  const made = gateway();
  const row = rowOf(made, acme);
  const { sandbox } = made;
  const fields = row.profileFields;
  const extra = {
    logo: "https://cdn.example/acme.png",
    aliases: [{ name: "Alexandra", avatar: "https://cdn.example/smile.png" }],
    domainPrefix: "acme",
    domain: "chat.example",
    whitelist: ["acme.example"],
    settings: { routeOnReply: "assign", enableMail: false },
    billingInfo: { ...row.billingInfo, trialEndsOn: "2026-01-31T00:00:00.000Z" },
  };
  sandbox.web1on1.inject({ row: "organizations.get", reply: { status: 200, body: { ...row, ...extra } } });
  const { organization } = await made.query(
    `query ($id: ID!) { organization(by: { id: $id }) {
      id sourceId name displayName status email url logo country locale timezone industry
      settings { routeOnReply enableMail } aliases { name avatar } profileFields { name label options enabled definition } stopwords commands tags domainPrefix
      domain whitelist defaultRole dataRetention { length unit } emailAs meta createdAt updatedAt
      billingInfo {
        billReceiver billSender trialEndsOn liveMode moveToLive daysUntilDue enableMecs enableAmp
        enableSepaDebitCosts version currentPlan
      }
    } }`,
    { id: gid("Organization", acme) },
  );
  expect(organization).toEqual({
    id: gid("Organization", acme),
    sourceId: acme,
    name: row.name,
    displayName: row.displayName,
    status: "ACTIVE",
    email: row.email,
    url: row.url,
    logo: "https://cdn.example/acme.png",
    country: row.country,
    locale: row.locale?.toUpperCase(),
    timezone: row.timezone,
    industry: row.industry,
    settings: { routeOnReply: "ASSIGN", enableMail: false },
    aliases: extra.aliases,
    profileFields: [
      { name: "name", label: "Name", options: null, enabled: true, definition: fields?.name },
      {
        name: "gender",
        label: "Gender",
        options: ["female", "male", "other"],
        enabled: false,
        definition: fields?.gender,
      },
      {
        name: "address.postalCode",
        label: "Postcode",
        options: null,
        enabled: null,
        definition: { label: "Postcode" },
      },
      {
        name: "address.addressLocality",
        label: "City",
        options: null,
        enabled: true,
        definition: { label: "City", enabled: true },
      },
    ],
    stopwords: row.stopwords,
    commands: row.commands,
    tags: row.tags,
    domainPrefix: "acme",
    domain: "chat.example",
    whitelist: ["acme.example"],
    defaultRole: "GUEST",
    dataRetention: { length: 18, unit: "MONTH" },
    emailAs: "results@web1on1.example",
    meta: row.meta,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    billingInfo: {
      billReceiver: "acme",
      billSender: "Web1on1 Sandbox",
      trialEndsOn: "2026-01-31T00:00:00.000Z",
      liveMode: true,
      moveToLive: false,
      daysUntilDue: 14,
      enableMecs: false,
      enableAmp: false,
      enableSepaDebitCosts: false,
      version: 2,
      currentPlan: row.billingInfo?.currentPlan,
    },
  });
  expect(made.calls()).toEqual([`web1on1 GET /organizations/${acme}`]);
});

test("an organization without a display name goes by its name, and what is unset is null", async () => {
  const { query, calls, sandbox } = gateway();
  const body = { id: unknownId, name: "Bare", displayName: "", status: "asleep" };
  sandbox.web1on1.inject({ row: "organizations.get", reply: { status: 200, body } });
  const { organization } = await query(
    `{ organization(by: { id: "${unknownId}" }) {
      displayName status categories { name } partners { permission } billingInfo { currentPlan } settings { enableMail }
      parent { id } dataRetention { unit }
    } }`,
  );
  expect(organization).toEqual({
    displayName: "Bare",
    status: null,
    categories: null,
    partners: null,
    billingInfo: null,
    settings: null,
    parent: null,
    dataRetention: null,
  });
  expect(calls()).toEqual([`web1on1 GET /organizations/${unknownId}`]);
});

test.each([
  ["its own id", acme, "ACTIVE"],
  ["its id in upper case", acme.toUpperCase(), "ACTIVE"],
  ["its global id", gid("Organization", acme), "ACTIVE"],
  ["its id although it is archived", accountCases.sourceIdArchived.organizationId, "ARCHIVED"],
])("an organization is found by %s", async (_, id, status) => {
  const { query, calls } = gateway();
  const sourceId = id.toLowerCase().replace(/.*\//, "");
  const { organization } = await query(byId, { id });
  expect(organization).toEqual({ id: gid("Organization", sourceId), sourceId, status });
  expect(calls()).toEqual([`web1on1 GET /organizations/${sourceId}`]);
});

test("an organization that does not exist is null", async () => {
  const { query, calls } = gateway();
  expect(await query(byId, { id: unknownId })).toEqual({ organization: null });
  expect(calls()).toEqual([`web1on1 GET /organizations/${unknownId}`]);
});

test.each([
  ["bluebird.example", organizationId("bluebird")],
  ["WWW.BLUEBIRD.example.", organizationId("bluebird")],
  ["https://bluebird.example:99/path", organizationId("bluebird")],
  ["ñandú.example", accountCases.websiteInternationalUrl.organizationId],
  ["xn--mnchner-brauhaus-jzb.example", accountCases.websiteInternational.organizationId],
])("an organization is found by the host of its website: %s", async (domain, sourceId) => {
  const { query, callsWithQueries } = gateway();
  expect(await query(byDomain, { domain })).toEqual({ organization: { sourceId } });
  expect(callsWithQueries()).toEqual(pagesOf("organizations", 0));
});

test.each([
  ["no organization has", "nowhere.example"],
  ["is above the organization's", "example"],
  ["two organizations share", "crossroads.example"],
  ["only an archived organization has", "retired.example"],
])("a domain that %s names none: %s", async (_, domain) => {
  const { execute, calls } = gateway();
  const { data, errors } = await execute(byDomain, { domain });
  expect(data).toEqual({ organization: null });
  // A name without a dot is no domain.
  const isDomain = domain.includes(".");
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(isDomain ? [] : ["BAD_USER_INPUT"]);
  expect(calls()).toEqual(isDomain ? ["web1on1 GET /organizations"] : []);
});

test("organizations look for their domains in one walk, by pages where there are many", async () => {
  const made = gateway({ sandbox: { sizes: { listedOrganizations: 250 } } });
  const found = await made.query(`{
    first: organization(by: { domain: "bluebird.example" }) { sourceId }
    last: organization(by: { domain: "stranger-199.example" }) { sourceId }
    none: organization(by: { domain: "nowhere.example" }) { sourceId }
  }`);
  expect(found).toEqual({
    first: { sourceId: organizationId("bluebird") },
    last: { sourceId: organizationId("stranger-199") },
    none: null,
  });
  expect(made.callsWithQueries()).toEqual(pagesOf("organizations", 0, 100, 200));
});

test.each([{ id: gid("User", acme) }, { id: "me" }, { domain: "not a domain" }, { domain: "" }])(
  "a look-up that cannot be, %j, costs no call",
  async (by) => {
    const { execute, calls } = gateway();
    const { errors } = await execute("query ($by: OrganizationLookup!) { organization(by: $by) { id } }", {
      by,
    });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
    expect(calls()).toEqual([]);
  },
);

test("parents and partners of a whole list are found in it, each organization once", async () => {
  const made = gateway();
  const { organizations } = await made.query(`{ organizations(first: 100) {
    nodes { sourceId parent { sourceId } partners { permission organization { sourceId } } }
  } }`);
  expect(organizations.nodes).toEqual(
    made.sandbox.data.web1on1.organizations.filter(isListed).map(({ id, parent, partners }) => ({
      sourceId: id,
      parent: parent ? { sourceId: parent } : null,
      partners: partners?.map(({ organization, permission }) => ({
        permission,
        organization: { sourceId: organization },
      })),
    })),
  );
  expect(made.calls()).toEqual(["web1on1 GET /organizations"]);
});
