import { expect, test } from "vitest";
import { groupId } from "../../../src/sandbox/data/ids.ts";
import { gateway } from "../../support/gateway.ts";

const id = groupId("role/Analyst");
const document = "query ($id: ID!) { role(id: $id) { id sourceId name description } }";
const analyst = { id: `gid://assembled/Role/${id}`, sourceId: id, name: "Analyst", description: null };

test("roles come in the upstream's order for one call", async () => {
  const { query, callsWithQueries } = gateway();
  expect(await query("{ roles { name description } }")).toEqual({
    roles: [
      { name: "Agent", description: "Answers customers" },
      { name: "Team lead", description: "Sees the schedule of a team" },
      { name: "Admin", description: "Changes everything" },
      { name: "Analyst", description: null },
    ],
  });
  expect(callsWithQueries()).toEqual(["assembled GET /v0/roles"]);
});

test.each([
  ["id", id],
  ["global id", `gid://assembled/Role/${id}`],
])("a role is found by its %s", async (_, given) => {
  const { query, calls } = gateway();
  expect(await query(document, { id: given })).toEqual({ role: analyst });
  expect(calls()).toEqual(["assembled GET /v0/roles"]);
});

test("roles as nodes keep their order, and one that does not exist is null, for one call", async () => {
  const { query, calls } = gateway();
  const gid = (name: string) => `gid://assembled/Role/${groupId(name)}`;
  expect(
    await query("query ($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on Role { name } } }", {
      ids: [gid("role/Admin"), gid("role/(gone)"), gid("role/Agent")],
    }),
  ).toEqual({ nodes: [{ __typename: "Role", name: "Admin" }, null, { __typename: "Role", name: "Agent" }] });
  expect(calls()).toEqual(["assembled GET /v0/roles"]);
});

test("a role that does not exist is null", async () => {
  const { query, calls } = gateway();
  expect(await query(document, { id: groupId("role/(gone)") })).toEqual({ role: null });
  expect(calls()).toEqual(["assembled GET /v0/roles"]);
});

test.each([`gid://assembled/Skill/${id}`, "Analyst", ""])(
  "a role is not asked for by %o",
  async (wrongId) => {
    const { execute, calls } = gateway();
    const { errors } = await execute(document, { id: wrongId });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
    expect(calls()).toEqual([]);
  },
);
