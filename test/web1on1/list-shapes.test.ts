import { expect, test } from "vitest";
import { gateway } from "../support/gateway.ts";
import { codes } from "./session/logging-in.ts";

test.each<[string, string, string, unknown]>([
  [
    "users.myOrganizations",
    "viewerOrganizations { role }",
    "/users/me/organizations",
    { error: { message: "overloaded" } },
  ],
  [
    "users.myOrganizations",
    "viewerOrganizations { role }",
    "/users/me/organizations",
    { organizations: null },
  ],
  ["users.myOrganizations", "viewerOrganizations { role }", "/users/me/organizations", { organizations: "" }],
  ["users.myOrganizations", "viewerOrganizations { role }", "/users/me/organizations", { organizations: {} }],
  ["users.myOrganizations", "viewerOrganizations { role }", "/users/me/organizations", []],
  ["users.list", "users { nodes { id } }", "/users", { error: { message: "overloaded" } }],
  ["users.list", "users { nodes { id } }", "/users", { users: [] }],
  ["organizations.list", "organizations { nodes { id } }", "/organizations", { error: {} }],
  ["users.me", "viewer { id }", "/users/me", { error: { message: "overloaded" } }],
  ["users.me", "viewer { id }", "/users/me", []],
])("%s: an answer of another shape is an error, not nothing: %s %s %j", async (row, field, path, body) => {
  const { execute, calls, sandbox } = gateway();
  sandbox.web1on1.inject({ row, reply: { status: 200, body } });
  const answer = await execute(`{ answer: ${field} }`);
  expect(answer.data).toEqual({ answer: null });
  expect(codes(answer)).toEqual(["UPSTREAM_INVALID_RESPONSE"]);
  expect(calls()).toEqual([`web1on1 GET ${path}`]);
});
