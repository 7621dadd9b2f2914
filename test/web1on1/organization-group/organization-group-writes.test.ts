import { describe, expect, test } from "vitest";
import { organizationGroupId, organizationId } from "../../../src/sandbox/data/ids.ts";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { codesOf } from "../../support/errors.ts";
import { gateway } from "../../support/gateway.ts";
import { bodies, gid, stored, unknownId } from "../upstream.ts";

const acme = showcase.account.organizationId;
const bluebird = organizationId("bluebird");
const partners = organizationGroupId("Partners of Acme");
const path = `/orggroups/${partners}`;
const read = `web1on1 GET ${path}`;

const shown =
  "organizationGroupId organizationGroup { name members { nodes { sourceId } } organization { sourceId } }";
const create = `mutation ($input: CreateOrganizationGroupInput!) { createOrganizationGroup(input: $input) { ${shown} } }`;
const update = `mutation ($id: ID!, $input: UpdateOrganizationGroupInput!) {
  updateOrganizationGroup(id: $id, input: $input) { organizationGroupId organizationGroup { name } }
}`;
const remove = "mutation ($id: ID!) { deleteOrganizationGroup(id: $id) { deletedOrganizationGroupId } }";
const add = `mutation ($id: ID!, $members: [ID!]!) { addOrganizationGroupMembers(id: $id, memberIds: $members) {
  organizationGroupId organizationGroup { sourceId }
} }`;
const take = `mutation ($id: ID!, $member: ID!) { removeOrganizationGroupMember(id: $id, memberId: $member) {
  organizationGroupId
} }`;

describe("creating a group", () => {
  test("sends what was given, each member once, and answers the group", async () => {
    const made = gateway();
    const { createOrganizationGroup } = await made.query(create, {
      input: {
        name: "Realtors",
        organizationId: gid("Organization", acme),
        memberIds: [acme, gid("Organization", bluebird), acme.toUpperCase()],
      },
    });
    expect(createOrganizationGroup).toEqual({
      organizationGroupId: expect.stringMatching(/^gid:\/\/web1on1\/OrganizationGroup\/[0-9a-f]{24}$/),
      organizationGroup: {
        name: "Realtors",
        members: { nodes: [{ sourceId: acme }, { sourceId: bluebird }] },
        organization: { sourceId: acme },
      },
    });
    expect(bodies(made)).toEqual([{ name: "Realtors", organization: acme, members: [acme, bluebird] }]);
    expect(made.calls()).toEqual(["web1on1 POST /orggroups", "web1on1 GET /organizations"]);
  });

  test("needs a name alone", async () => {
    const made = gateway();
    const { createOrganizationGroup } = await made.query(
      create.replace(shown, "organizationGroup { members { nodes { id } } }"),
      { input: { name: "Bare", organizationId: null, memberIds: [] } },
    );
    expect(createOrganizationGroup.organizationGroup.members.nodes).toEqual([]);
    expect(bodies(made)).toEqual([{ name: "Bare", members: [] }]);
    expect(made.calls()).toEqual(["web1on1 POST /orggroups"]);
  });

  test("is sent once, and names the query that shows whether it happened", async () => {
    const made = gateway();
    made.sandbox.web1on1.inject({
      row: "orgGroups.create",
      reply: { status: 502 },
      afterEffect: true,
    });
    const { errors } = await made.execute(create, { input: { name: "Realtors" } });
    expect(codesOf(errors)).toEqual(["UPSTREAM_OUTCOME_UNKNOWN"]);
    expect(made.calls()).toEqual(["web1on1 POST /orggroups"]);
    const { organizationGroups } = await made.query(String(errors[0]?.extensions.reconcile));
    expect(organizationGroups.nodes[0].name).toBe("Realtors");
    expect(made.calls()).toEqual(["web1on1 GET /orggroups"]);
  });
});

describe("changing a group", () => {
  test("sends what was given; members replace those that are stored", async () => {
    const made = gateway();
    const { updateOrganizationGroup } = await made.query(update, {
      id: gid("OrganizationGroup", partners),
      input: { name: "Partners", memberIds: [bluebird] },
    });
    expect(updateOrganizationGroup).toEqual({
      organizationGroupId: gid("OrganizationGroup", partners),
      organizationGroup: { name: "Partners" },
    });
    expect(bodies(made)).toEqual([{ name: "Partners", members: [bluebird] }]);
    expect(await stored(made, path)).toMatchObject({ members: [bluebird], organization: acme });
    expect(made.calls()).toEqual([`web1on1 PATCH ${path}`]);
  });

  test("is read when it is wanted and was not answered", async () => {
    const made = gateway();
    made.sandbox.web1on1.inject({
      row: "orgGroups.update",
      reply: { status: 204 },
      afterEffect: true,
    });
    const { updateOrganizationGroup } = await made.query(update, { id: partners, input: { name: "P" } });
    expect(updateOrganizationGroup.organizationGroup).toEqual({ name: "P" });
    expect(made.calls()).toEqual([`web1on1 PATCH ${path}`, read]);
  });
});

test("a group that is deleted is null and in no list, whatever was read before", async () => {
  const made = gateway();
  const document = `{ organizationGroup(id: "${partners}") { name } organization(by: { id: "${acme}" }) { groups { name } } }`;
  const before = await made.query(document);
  made.calls();
  const { deleteOrganizationGroup } = await made.query(remove, { id: partners });
  expect(deleteOrganizationGroup).toEqual({
    deletedOrganizationGroupId: gid("OrganizationGroup", partners),
  });
  expect(made.calls()).toEqual([`web1on1 DELETE ${path}`]);
  const after = await made.query(document);
  expect(after.organizationGroup).toBeNull();
  expect(after.organization.groups).toHaveLength(before.organization.groups.length - 1);
  expect(made.calls()).toEqual([read, "web1on1 GET /orggroups"]);
});

describe("members", () => {
  const names = "{ organizationGroup { sourceId } }";

  test("that are added go as a bare list, and the group is read afresh", async () => {
    const made = gateway();
    const before = (await stored(made, path)).members as string[];
    const other = organizationId("tromso");
    await made.query(`{ organizationGroup(id: "${partners}") { name } }`);
    // Whether it answers all members or those that were added is not said, so neither is believed.
    made.sandbox.web1on1.inject({
      row: "orgGroupMembers.add",
      reply: { status: 201, body: "Created" },
      afterEffect: true,
    });
    const { addOrganizationGroupMembers } = await made.query(add, {
      id: partners,
      members: [gid("Organization", other), acme, acme],
    });
    expect(addOrganizationGroupMembers).toEqual({
      organizationGroupId: gid("OrganizationGroup", partners),
      organizationGroup: { sourceId: partners },
    });
    expect(bodies(made)).toEqual([[other, acme]]);
    expect(await stored(made, path)).toMatchObject({ members: [...before, other] });
    expect(made.calls()).toEqual([read, `web1on1 POST ${path}/members`, read]);
  });

  test("that are added are not sent twice, and the query shows whether they are there", async () => {
    const made = gateway();
    made.sandbox.web1on1.inject({ row: "orgGroupMembers.add", reply: { status: 503 } });
    const { errors } = await made.execute(add, { id: partners, members: [bluebird] });
    expect(codesOf(errors)).toEqual(["UPSTREAM_OUTCOME_UNKNOWN"]);
    expect(made.calls()).toEqual([`web1on1 POST ${path}/members`]);
    const { organizationGroup } = await made.query(String(errors[0]?.extensions.reconcile), {
      group: partners,
    });
    expect(organizationGroup.members.nodes).toContainEqual({ id: gid("Organization", bluebird) });
    expect(made.calls()).toEqual([read, "web1on1 GET /organizations"]);
  });

  test("that are removed leave the group, which is read only when it is wanted", async () => {
    const made = gateway();
    const before = (await stored(made, path)).members as string[];
    const { removeOrganizationGroupMember } = await made.query(take, {
      id: partners,
      member: gid("Organization", bluebird),
    });
    expect(removeOrganizationGroupMember).toEqual({
      organizationGroupId: gid("OrganizationGroup", partners),
    });
    expect((await stored(made, path)).members).toEqual(before.filter((id) => id !== bluebird));
    expect(made.calls()).toEqual([`web1on1 DELETE ${path}/members/${bluebird}`]);
    await made.query(take.replace("organizationGroupId\n", `organizationGroupId ${names.slice(1, -1)}\n`), {
      id: partners,
      member: acme,
    });
    expect(made.calls()).toEqual([`web1on1 DELETE ${path}/members/${acme}`, read]);
  });
});

test.each([
  [update, { input: { name: "No" } }, "PATCH", ""],
  [remove, {}, "DELETE", ""],
  [add, { members: [acme] }, "POST", "/members"],
  [take, { member: acme }, "DELETE", `/members/${acme}`],
])(
  "a write to a group that does not exist is NOT_FOUND, for one call: %s",
  async (document, more, method, below) => {
    const made = gateway();
    const { errors } = await made.execute(document, { id: unknownId, ...more });
    expect(codesOf(errors)).toEqual(["NOT_FOUND"]);
    expect(made.calls()).toEqual([`web1on1 ${method} /orggroups/${unknownId}${below}`]);
  },
);

const tooMany = Array.from({ length: 101 }, () => acme);
test.each<[string, object]>([
  [create, { input: { name: " " } }],
  [create, { input: { name: "A", organizationId: "me" } }],
  [create, { input: { name: "A", memberIds: ["4"] } }],
  [create, { input: { name: "A", memberIds: tooMany } }],
  [update, { id: partners, input: { name: null } }],
  [update, { id: partners, input: { organizationId: null } }],
  [update, { id: partners, input: { memberIds: null } }],
  [update, { id: gid("Organization", partners), input: { name: "A" } }],
  [remove, { id: "me" }],
  [add, { id: partners, members: [] }],
  [add, { id: partners, members: tooMany }],
  [add, { id: partners, members: [gid("User", acme)] }],
  [take, { id: partners, member: "4" }],
])("what cannot be meant costs no call: %s %j", async (document, variables) => {
  const made = gateway();
  const { errors } = await made.execute(document, { ...variables });
  expect(codesOf(errors)).toEqual(["BAD_USER_INPUT"]);
  expect(made.calls()).toEqual([]);
});
