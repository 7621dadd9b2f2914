import { expect, test } from "vitest";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { gateway } from "../../support/gateway.ts";
import { gid, stored, writes } from "../upstream.ts";

const update =
  "mutation ($id: ID!, $input: UpdateUserInput!) { updateUser(id: $id, input: $input) { userId } }";
const remove = "mutation ($id: ID!) { deleteUser(id: $id) { deletedUserId } }";
const { userId } = showcase.person;
const { gatewayUserId } = showcase;
const read = `web1on1 GET /users/${userId}`;
const patch = `web1on1 PATCH /users/${userId}`;

test("deleting a user archives them", async () => {
  const made = gateway();
  const data = await made.query(`mutation {
    deleteUser(id: "${userId}") { deletedUserId user { sourceId status } }
  }`);
  expect(data.deleteUser).toEqual({
    deletedUserId: gid("User", userId),
    user: { sourceId: userId, status: "ARCHIVED" },
  });
  expect(made.calls()).toEqual(["web1on1 GET /users/me", `web1on1 DELETE /users/${userId}`, read]);
});

test("the user is not read after a deletion when only the id is wanted", async () => {
  const made = gateway();
  expect(await made.query(remove, { id: userId })).toEqual({
    deleteUser: { deletedUserId: gid("User", userId) },
  });
  expect(made.calls()).toEqual(["web1on1 GET /users/me", `web1on1 DELETE /users/${userId}`]);
});

test("a deletion whose user cannot be read afterwards has succeeded all the same", async () => {
  const made = gateway();
  made.sandbox.web1on1.inject({ row: "users.get", reply: { status: 403 } });
  const { data, errors } = await made.execute(
    `mutation { deleteUser(id: "${userId}") { deletedUserId user { status } } }`,
  );
  expect(data).toEqual({ deleteUser: { deletedUserId: gid("User", userId), user: null } });
  expect(errors).toMatchObject([{ path: ["deleteUser", "user"], extensions: { code: "FORBIDDEN" } }]);
  expect(made.calls()).toEqual(["web1on1 GET /users/me", `web1on1 DELETE /users/${userId}`, read]);
});

const ownIds = [gatewayUserId, gatewayUserId.toUpperCase(), gid("User", gatewayUserId.toUpperCase())];
const refusals: [name: string, document: string, variables: object][] = ownIds.flatMap((id) => [
  [`deleteUser ${id}`, remove, { id }],
  [`updateUser ${id}`, update, { id, input: { status: "ARCHIVED", meta: { desk: "D9" } } }],
]);

test.each(refusals)("the gateway's own user is not archived: %s", async (_, document, variables) => {
  const made = gateway();
  const { errors } = await made.execute(document, { ...variables });
  expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN", system: "web1on1" } }]);
  expect(writes(made)).toEqual([]);
  expect(made.calls()).toEqual(["web1on1 GET /users/me"]);
});

test.each([
  { password: "canary-password" },
  { email: "new@chat.example" },
  { role: "AGENT" },
  { organization: { id: showcase.masterOrganizationId } },
  { status: "QUEUED" },
])("the gateway's own user keeps its access: %j", async (input) => {
  const made = gateway();
  const { errors } = await made.execute(update, { id: gatewayUserId, input });
  expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN", system: "web1on1" } }]);
  expect(made.calls()).toEqual(["web1on1 GET /users/me"]);
});

test("the gateway's own user is given another name without a check", async () => {
  const made = gateway();
  await made.query(update, { id: gatewayUserId, input: { displayName: "Gate", status: "ACTIVE" } });
  expect(made.calls()).toEqual([`web1on1 PATCH /users/${gatewayUserId}`]);
});

test.each(["deleteUser", "updateUser"])(
  "no user is archived by %s while it is not known who the gateway is",
  async (name) => {
    const made = gateway();
    made.sandbox.web1on1.inject({ row: "users.me", reply: { status: 404 } });
    const { errors } = await made.execute(name === "deleteUser" ? remove : update, {
      id: userId,
      ...(name === "updateUser" && { input: { status: "ARCHIVED" } }),
    });
    expect(errors).toHaveLength(1);
    expect(writes(made)).toEqual([]);
    expect(made.calls()).toEqual(["web1on1 GET /users/me"]);
  },
);

test("others can be archived by an update, and restored", async () => {
  const made = gateway();
  await made.query(update, { id: userId, input: { status: "ARCHIVED" } });
  expect(await stored(made, `/users/${userId}`)).toMatchObject({ status: "archived" });
  await made.query(update, { id: userId, input: { status: "ACTIVE" } });
  expect(await stored(made, `/users/${userId}`)).toMatchObject({ status: "active" });
  expect(made.calls()).toEqual(["web1on1 GET /users/me", patch, patch]);
});
