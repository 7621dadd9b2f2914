import { expect, test } from "vitest";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { gateway } from "../../support/gateway.ts";
import { gid, stored, unknownId } from "../upstream.ts";

const { gatewayUserId, masterOrganizationId } = showcase;
const remove = `mutation ($id: ID!, $organizationId: ID!) {
  removeUserFromOrganization(id: $id, organizationId: $organizationId) { userId user { sourceId } }
}`;
const me = "web1on1 GET /users/me";
const removal = (id: string, organizationId: string) =>
  `web1on1 DELETE /users/${id}/organizations/${organizationId}`;

/** A user who is a member of two organizations. */
function memberOfTwo({ sandbox }: ReturnType<typeof gateway>) {
  const user = sandbox.data.web1on1.users.find(({ organizations }) => organizations.length === 2);
  const [own = "", second = ""] = user?.organizations ?? [];
  return { id: user?.id ?? "", own, second };
}

test("a user leaves an organization, and is read when selected", async () => {
  const made = gateway();
  const { id, own, second } = memberOfTwo(made);
  const variables = { id: gid("User", id), organizationId: gid("Organization", second) };
  expect(await made.query(remove, variables)).toEqual({
    removeUserFromOrganization: { userId: gid("User", id), user: { sourceId: id } },
  });
  expect(made.calls()).toEqual([me, removal(id, second), `web1on1 GET /users/${id}`]);
  expect((await stored(made, `/users/${id}`)).organizations).toMatchObject([{ organization: own }]);
});

test("an organization that a user is no member of is told as such", async () => {
  const made = gateway();
  const { id } = memberOfTwo(made);
  const { errors } = await made.execute(remove, { id, organizationId: unknownId });
  expect(errors).toMatchObject([{ extensions: { code: "NOT_FOUND" } }]);
  expect(made.calls()).toEqual([me, removal(id, unknownId)]);
});

test.each([
  [gatewayUserId, masterOrganizationId],
  [gatewayUserId.toUpperCase(), gid("Organization", masterOrganizationId.toUpperCase())],
])("the gateway's own user does not leave its own organization: %s, %s", async (id, organizationId) => {
  const made = gateway();
  const { errors } = await made.execute(remove, { id, organizationId });
  expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN", system: "web1on1" } }]);
  expect(made.calls()).toEqual([me]);
});

test("no user leaves an organization while it is not known who the gateway is", async () => {
  const made = gateway();
  made.sandbox.web1on1.inject({ row: "users.me", reply: { status: 403 } });
  const { id, second } = memberOfTwo(made);
  const { errors } = await made.execute(remove, { id, organizationId: second });
  expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  expect(made.calls()).toEqual([me]);
});

test("the gateway's own user leaves another organization, and others leave the gateway's", async () => {
  const made = gateway();
  const { second } = memberOfTwo(made);
  for (const [id, organizationId] of [
    [gatewayUserId, second],
    [showcase.person.userId, masterOrganizationId],
  ] as const) {
    made.sandbox.web1on1.inject({ row: "users.removeOrganization", times: 1, reply: { status: 204 } });
    expect(await made.query(remove, { id, organizationId })).toEqual({
      removeUserFromOrganization: { userId: gid("User", id), user: { sourceId: id } },
    });
    expect(made.calls()).toEqual([me, removal(id, organizationId), `web1on1 GET /users/${id}`]);
  }
});

test.each([
  ["me", masterOrganizationId],
  [showcase.person.userId, "acme"],
])("ids that can be none are refused before any call: %s, %s", async (id, organizationId) => {
  const made = gateway();
  const { errors } = await made.execute(remove, { id, organizationId });
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
  expect(made.calls()).toEqual([]);
});
