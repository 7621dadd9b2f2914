import { expect, test } from "vitest";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { plantedSecret } from "../../../src/sandbox/planted-secret.ts";
import { codesOf } from "../../support/errors.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { bodies, gid, stored, writes } from "../upstream.ts";

const acme = showcase.account.organizationId;
const path = `/organizations/${acme}`;
const read = `web1on1 GET ${path}`;
const patch = `web1on1 PATCH ${path}`;

const updated = (made: TestGateway, input: object) =>
  made.execute(
    "mutation ($id: ID!, $input: UpdateOrganizationInput!) { updateOrganization(id: $id, input: $input) { organizationId } }",
    { id: acme, input },
  );

test("an update sends what was given and leaves the rest, for one call", async () => {
  const made = gateway();
  const before = await stored(made, path);
  const data = await made.query(
    `mutation ($id: ID!, $input: UpdateOrganizationInput!) { updateOrganization(id: $id, input: $input) {
      organizationId organization { name displayName status country tags locale url }
    } }`,
    {
      id: gid("Organization", acme),
      input: { displayName: null, status: "QUEUED", tags: ["robots"], url: null },
    },
  );
  expect(data.updateOrganization).toEqual({
    organizationId: gid("Organization", acme),
    organization: {
      name: "Acme Robotics",
      displayName: "Acme Robotics",
      status: "QUEUED",
      country: before.country,
      tags: ["robots"],
      locale: String(before.locale).toUpperCase(),
      url: null,
    },
  });
  expect(bodies(made)).toEqual([{ displayName: null, status: "queued", tags: ["robots"], url: null }]);
  expect(made.calls()).toEqual([patch]);
});

test("an update merges every nested object over what is stored, for one read more", async () => {
  const made = gateway();
  const before = await stored(made, path);
  const { errors } = await updated(made, {
    settings: { enableMail: null },
    profileFields: [
      { name: "name", enabled: false },
      { name: "size", label: "Size" },
      { name: "address.streetNumber", label: "Number" },
    ],
    removeProfileFields: ["gender", "address.postalCode"],
    dataRetention: { length: 3 },
    meta: { crm: null, region: { code: "EU" } },
  });
  expect(errors).toEqual([]);
  const { routeOnReply } = before.settings as { routeOnReply: string };
  const body = {
    settings: { routeOnReply },
    profileFields: {
      name: { label: "Name", enabled: false },
      address: { addressLocality: { label: "City", enabled: true }, streetNumber: { label: "Number" } },
      size: { label: "Size" },
    },
    dataRetention: { length: 3, unit: "month" },
    meta: { region: { code: "EU" } },
  };
  expect(bodies(made)).toEqual([body]);
  expect(await stored(made, path)).toMatchObject({ ...body, billingInfo: before.billingInfo });
  expect(made.calls()).toEqual([read, patch]);
});

test("an update changes billing without losing the provider's ids, which are not answered", async () => {
  const made = gateway();
  const before = (await stored(made, path)).billingInfo as Record<string, unknown>;
  const answer = await made.query(
    `mutation ($id: ID!, $input: UpdateOrganizationInput!) { updateOrganization(id: $id, input: $input) {
      organization { billingInfo { billReceiver currentPlan trialEndsOn daysUntilDue } }
    } }`,
    { id: acme, input: { billingInfo: { currentPlan: "scale", trialEndsOn: null, daysUntilDue: 30 } } },
  );
  expect(answer.updateOrganization.organization.billingInfo).toEqual({
    billReceiver: "acme",
    currentPlan: "scale",
    trialEndsOn: null,
    daysUntilDue: 30,
  });
  const { trialEndsOn: _, ...kept } = before;
  const after = { ...kept, currentPlan: "scale", daysUntilDue: 30 };
  expect(after).toMatchObject({
    stripeCustomerId: plantedSecret("stripeCustomerId", "acme"),
    meta: expect.anything(),
  });
  expect((await stored(made, path)).billingInfo).toEqual(after);
  expect(made.calls()).toEqual([read, patch]);
});

test("an update gives the provider's ids to the upstream and takes the second of them away", async () => {
  const made = gateway();
  await updated(made, {
    billingInfo: { stripeCustomerId: plantedSecret("stripeCustomerId", "client"), resultProductId: null },
  });
  const { w1on1ResultId, stripeCustomerId } = (await stored(made, path)).billingInfo as Record<
    string,
    unknown
  >;
  expect({ w1on1ResultId, stripeCustomerId }).toEqual({
    w1on1ResultId: undefined,
    stripeCustomerId: plantedSecret("stripeCustomerId", "client"),
  });
  expect(made.calls()).toEqual([read, patch]);
});

const updateCategories = `mutation ($id: ID!, $input: UpdateOrganizationInput!) {
  updateOrganization(id: $id, input: $input) { organization { categories { index sourceId name tags } } }
}`;

test("an update of categories keeps what is left out of those that stay, by their ids", async () => {
  const made = gateway();
  const before = (await stored(made, path)).categories as ({ id: string; forms?: string[] } | null)[];
  const [first, ...others] = before;
  const kept = others.map((category) => category && { sourceId: category.id, name: "Kept" });
  const { data } = await made.execute(updateCategories, {
    id: acme,
    input: { categories: [null, { sourceId: first?.id, name: "Orders" }, ...kept.slice(1)] },
  });
  const after = data.updateOrganization.organization.categories;
  expect(after).toHaveLength(before.length);
  expect(after.slice(0, 2)).toEqual([
    null,
    { index: 1, sourceId: first?.id, name: "Orders", tags: expect.anything() },
  ]);
  const { categories } = await stored(made, path);
  expect((categories as { forms: string[] }[])[1]?.forms).toEqual(first?.forms);
  expect(made.calls()).toEqual([read, patch]);
});

test("an update that does not mention every stored slot is refused before anything is written", async () => {
  const made = gateway();
  await stored(made, path);
  const { data, errors } = await made.execute(updateCategories, {
    id: acme,
    input: { categories: [{ name: "Only" }] },
  });
  expect(data.updateOrganization).toBeNull();
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
  expect(made.calls()).toEqual([read]);
});

test.each([
  ...["name", "status", "locale", "aliases", "categories", "stopwords", "commands", "tags"],
  ...[
    "partners",
    "whitelist",
    "defaultRole",
    "settings",
    "profileFields",
    "removeProfileFields",
    "dataRetention",
    "billingInfo",
    "meta",
  ],
])("an update refuses to clear %s, without a call", async (name) => {
  const made = gateway();
  // The read that a nested object takes does not come before the mistake is found.
  const { data, errors } = await updated(made, {
    meta: { a: 1 },
    settings: { enableMail: true },
    [name]: null,
  });
  expect(data).toEqual({ updateOrganization: null });
  expect(codesOf(errors)).toEqual(["BAD_USER_INPUT"]);
  expect(errors[0]?.message).toContain(name);
  expect(made.calls()).toEqual([]);
});

test.each(["billReceiver", "billSender", "stripeCustomerId", "currentPlan"])(
  "refuses to clear %s of the billing, which the upstream requires",
  async (name) => {
    const made = gateway();
    const { errors } = await updated(made, { billingInfo: { [name]: null } });
    expect(codesOf(errors)).toEqual(["BAD_USER_INPUT"]);
    expect(errors[0]?.message).toContain(`billingInfo.${name}`);
    expect(made.calls()).toEqual([]);
  },
);

test.each([{ status: 403 }, { status: 200, body: [] }, { status: 200, body: {} }])(
  "an update writes nothing when what is stored cannot be read: %j",
  async (reply) => {
    const made = gateway();
    made.sandbox.web1on1.inject({ row: "organizations.getToMerge", reply });
    made.sandbox.web1on1.inject({ row: "organizations.get", reply });
    const { errors } = await updated(made, { billingInfo: { currentPlan: "scale" } });
    expect(errors).toHaveLength(1);
    expect(writes(made)).toEqual([]);
    expect(made.calls()).toEqual([read]);
  },
);

test("an update has succeeded when the answer does not show it, and it is then read if wanted", async () => {
  const made = gateway();
  made.sandbox.web1on1.inject({ row: "organizations.update", reply: { status: 204 }, afterEffect: true });
  const { updateOrganization } = await made.query(
    `mutation { updateOrganization(id: "${acme}", input: { industry: "toys" }) { organizationId organization { industry } } }`,
  );
  expect(updateOrganization).toEqual({
    organizationId: gid("Organization", acme),
    organization: { industry: "toys" },
  });
  expect(made.calls()).toEqual([patch, read]);
});
