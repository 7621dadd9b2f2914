import { expect, test } from "vitest";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { gateway } from "../support/gateway.ts";

const { form, gatewayUserId, masterOrganizationId } = showcase;
const { organizationId } = showcase.account;

const archive = `updateOrganization(id: "${organizationId}", input: { status: ARCHIVED }) { organizationId }`;
const remove = `deleteOrganization(id: "${organizationId}") { deletedOrganizationId }`;
const create = `createOrganization(input: {
  name: "New", parent: { id: "${masterOrganizationId}" },
  billingInfo: { billReceiver: "a", billSender: "b", stripeCustomerId: "c", currentPlan: "d" }
}) { organizationId }`;
const rename = `updateUser(id: "${gatewayUserId}", input: { displayName: "New" }) { userId }`;

const memberships = "{ viewerOrganizations { role } }";
const users = "{ users(first: 2) { nodes { id } } }";
const inside = (field: string) => `{ organization(by: { id: "${organizationId}" }) { ${field} } }`;

test.each([
  [archive, memberships],
  [archive, users],
  [create, memberships],
  [remove, memberships],
  [remove, users],
  [remove, inside("bots { name }")],
  [remove, inside("botInstances { name }")],
  [remove, inside("services { name }")],
  [remove, inside("forms { name }")],
  [remove, inside("groups { name }")],
  [remove, `{ organizationGroups(first: 2) { nodes { members { nodes { id } } } } }`],
  [remove, `{ form(id: "${form.id}") { fields { name } } }`],
  [rename, `{ bot(id: "${gatewayUserId}") { name } }`],
])("after %s, what may have changed is read anew: %s", async (write, read) => {
  const made = gateway();
  await made.query(read);
  const first = made.calls();
  await made.query(read);
  expect([first.length > 0, made.calls()]).toEqual([true, []]);
  await made.query(`mutation { ${write} }`);
  made.calls();
  await made.query(read);
  expect(made.calls()).toEqual(expect.arrayContaining(first));
});

test("a logo changes nothing but its organization", async () => {
  const made = gateway();
  await made.query(users);
  await made.query(`mutation { deleteOrganizationLogo(id: "${organizationId}") { organizationId } }`);
  made.calls();
  await made.query(users);
  expect(made.calls()).toEqual([]);
});
