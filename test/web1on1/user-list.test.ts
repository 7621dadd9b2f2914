import { expect, test } from "vitest";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import type { StoredUser } from "../../src/sandbox/data/types.ts";
import { gateway, type TestGateway } from "../support/gateway.ts";
import { gid, isListed } from "./upstream.ts";

const list = `query ($filter: UsersFilter, $sort: UsersSort, $first: Int, $after: String) {
  users(filter: $filter, sort: $sort, first: $first, after: $after) {
    nodes { sourceId }
    pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}`;
const { organizationId } = showcase.account;

const listedUsers = ({ sandbox }: TestGateway): readonly StoredUser[] =>
  sandbox.data.web1on1.users.filter(isListed);

const idsOf = (rows: readonly StoredUser[]) => rows.map(({ id }) => ({ sourceId: id }));

test("users are listed by twenty in the upstream's order", async () => {
  const made = gateway();
  const { users } = await made.query(list);
  expect(users.nodes).toEqual(idsOf(listedUsers(made).slice(0, 20)));
  expect(users.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  expect(made.callsWithQueries()).toEqual(["web1on1 GET /users?limit=20&offset=0"]);
});

test.each<[string, object, string, (user: StoredUser) => boolean]>([
  [
    "organization, its members included",
    { organization: organizationId },
    `organization=${organizationId}`,
    (user) => user.organizations.includes(organizationId),
  ],
  [
    "global id of an organization, in upper case",
    { organization: gid("Organization", organizationId.toUpperCase()) },
    `organization=${organizationId}`,
    (user) => user.organizations.includes(organizationId),
  ],
  [
    "e-mail address",
    { email: "gateway@web1on1.example" },
    "email=gateway@web1on1.example",
    ({ id }) => id === showcase.gatewayUserId,
  ],
  ["role", { role: "SUPERVISOR" }, "role=supervisor", ({ role }) => role === "supervisor"],
  ["status", { status: "INVITED" }, "status=invited", ({ status }) => status === "invited"],
  [
    "all of these, all of which must hold",
    { organization: organizationId, role: "AGENT", status: "ACTIVE" },
    `organization=${organizationId}&role=agent&status=active`,
    ({ organizations, role, status }) =>
      organizations.includes(organizationId) && role === "agent" && status === "active",
  ],
])("users can be filtered by %s", async (_, filter, sent, matches) => {
  const made = gateway();
  const { users } = await made.query(list, { filter, first: 100 });
  const expected = listedUsers(made).filter(matches);
  expect(expected).not.toEqual([]);
  expect(users.nodes).toEqual(idsOf(expected.slice(0, 100)));
  expect(made.callsWithQueries()).toEqual([`web1on1 GET /users?${sent}&limit=100&offset=0`]);
});

test("archived users are listed when asked for", async () => {
  const made = gateway();
  const { users } = await made.query(list, { filter: { status: "ARCHIVED" }, first: 100 });
  const archived = made.sandbox.data.web1on1.users.filter(({ status }) => status === "archived");
  expect(archived.length).toBeGreaterThan(5);
  expect(users.nodes).toEqual(idsOf(archived));
  expect(made.callsWithQueries()).toEqual(["web1on1 GET /users?status=archived&limit=100&offset=0"]);
});

test.each([
  ["FAMILY_NAME", "familyName"],
  ["GIVEN_NAME", "givenName"],
  ["EMAIL", "email"],
  ["CREATED_AT", "createdAt"],
  ["UPDATED_AT", "updatedAt"],
] as const)("users can be sorted by %s, up and down", async (field, name) => {
  const made = gateway();
  const ascending = await made.query(list, { sort: { field }, first: 30 });
  const descending = await made.query(list, { sort: { field, direction: "DESCENDING" }, first: 30 });
  const ordered = (direction: 1 | -1) =>
    [...listedUsers(made)].sort((one, other) => {
      const [a, b] = [one[name] ?? "", other[name] ?? ""];
      return a < b ? -direction : a > b ? direction : 0;
    });
  expect(ascending.users.nodes).toEqual(idsOf(ordered(1).slice(0, 30)));
  expect(descending.users.nodes).toEqual(idsOf(ordered(-1).slice(0, 30)));
  expect(made.callsWithQueries()).toEqual([
    `web1on1 GET /users?sort=${name}&limit=30&offset=0`,
    `web1on1 GET /users?sort=-${name}&limit=30&offset=0`,
  ]);
});

test("a walk over all pages gives each listed user once and ends", async () => {
  const made = gateway();
  const walked: object[] = [];
  let after: string | null = null;
  do {
    const { users } = await made.query(list, { first: 90, after });
    expect(users.pageInfo.hasPreviousPage).toBe(after !== null);
    walked.push(...users.nodes);
    after = users.pageInfo.hasNextPage ? users.pageInfo.endCursor : null;
  } while (after !== null);
  expect(walked).toEqual(idsOf(listedUsers(made)));
  expect(made.callsWithQueries()).toEqual(
    [0, 90, 180, 270].map((offset) => `web1on1 GET /users?limit=90&offset=${offset}`),
  );
});

test.each([
  ["a full page without a link to the next", 20, {}, false],
  ["a full page with a link to the one before", 20, { link: '</v2/users?offset=0>; rel="prev"' }, false],
  ["a short page with a link to the next", 7, { link: '</v2/users?offset=7>; rel="next"' }, true],
  [
    "a page with links to first, next and last",
    20,
    { link: '</v2/users>; rel="first", </v2/users?offset=20>; rel=next, </v2/users?offset=80>; rel="last"' },
    true,
  ],
  ["an empty page with a link to the next, which leads nowhere", 0, { link: "</v2/users>; rel=next" }, false],
])("after %s, whether there are more is %4$s", async (_, length, headers, hasNextPage) => {
  const made = gateway();
  const body = listedUsers(made).slice(0, length);
  made.sandbox.web1on1.inject({ row: "users.list", times: 1, reply: { status: 200, headers, body } });
  const { users } = await made.query(list);
  expect(users.pageInfo.hasNextPage).toBe(hasNextPage);
  const next = hasNextPage ? await made.query(list, { after: users.pageInfo.endCursor }) : undefined;
  expect(made.callsWithQueries()).toEqual([
    "web1on1 GET /users?limit=20&offset=0",
    ...(next ? [`web1on1 GET /users?limit=20&offset=${length}`] : []),
  ]);
});

test("a page of none costs nothing", async () => {
  const { query, calls } = gateway();
  const { users } = await query(list, { first: 0 });
  expect(users).toEqual({
    nodes: [],
    pageInfo: { hasNextPage: false, hasPreviousPage: false, endCursor: null },
  });
  expect(calls()).toEqual([]);
});

test("a list that is not one is an error", async () => {
  const { execute, calls, sandbox } = gateway();
  sandbox.web1on1.inject({ row: "users.list", reply: { status: 200, body: { users: [] } } });
  const { data, errors } = await execute(list);
  expect(data).toEqual({ users: null });
  expect(errors).toMatchObject([{ extensions: { code: "UPSTREAM_INVALID_RESPONSE", system: "web1on1" } }]);
  expect(calls()).toEqual(["web1on1 GET /users"]);
});

test.each([
  { filter: { organization: gid("User", organizationId) } },
  { filter: { organization: `[${organizationId},${organizationId}]` } },
  { filter: { email: "~gateway@web1on1.example" } },
  { filter: { email: "!gateway@web1on1.example" } },
  { first: 101 },
  { after: "bm90IGEgY3Vyc29y" },
])("a list that cannot be, %j, is refused without a call", async (variables) => {
  const { execute, calls } = gateway();
  const { errors } = await execute(list, variables);
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
  expect(calls()).toEqual([]);
});
