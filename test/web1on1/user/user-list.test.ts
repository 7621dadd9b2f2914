import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { directory } from "../../../src/rest/cache-policy.ts";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import type { StoredUser } from "../../../src/sandbox/data/web1on1/stored.ts";
import { settled } from "../../support/clock.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { describeList } from "../list-cases.ts";
import { gid, isListed, pagesOf } from "../upstream.ts";

const list = `query ($first: Int, $after: String) {
  users(first: $first, after: $after) {
    nodes { sourceId }
    pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}`;
const { organizationId } = showcase.account;

const listedUsers = ({ sandbox }: TestGateway): readonly StoredUser[] =>
  sandbox.data.web1on1.users.filter(isListed);

const idsOf = (rows: readonly StoredUser[]) => rows.map(({ id }) => ({ sourceId: id }));

/** Follows the cursors to the end, with the page sizes in turn, and answers the rows page by page. */
async function walk({ query }: TestGateway, ...sizes: readonly number[]): Promise<object[][]> {
  const pages: object[][] = [];
  let after: string | null = null;
  do {
    const { users } = await query(list, { first: sizes[pages.length % sizes.length], after });
    expect(users.pageInfo.hasPreviousPage).toBe(after !== null);
    pages.push(users.nodes);
    after = users.pageInfo.hasNextPage ? users.pageInfo.endCursor : null;
  } while (after !== null);
  return pages;
}

/** A gateway that reads every page anew. */
const forgetful = { reads: { keeps: false } };

describeList<StoredUser>({
  noun: "users",
  rows: ({ users }) => users,
  filters: [
    ["role", { role: "SUPERVISOR" }, "role=supervisor", ({ role }) => role === "supervisor"],
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
    ["status", { status: "INVITED" }, "status=invited", ({ status }) => status === "invited"],
    ["status, archived", { status: "ARCHIVED" }, "status=archived", ({ status }) => status === "archived"],
    [
      "all that hold at once",
      { organization: organizationId, role: "AGENT", status: "ACTIVE" },
      `organization=${organizationId}&role=agent&status=active`,
      ({ organizations, role, status }) =>
        organizations.includes(organizationId) && role === "agent" && status === "active",
    ],
  ],
  sorts: [
    ["EMAIL", "email"],
    ["FAMILY_NAME", "familyName"],
    ["GIVEN_NAME", "givenName"],
    ["CREATED_AT", "createdAt"],
    ["UPDATED_AT", "updatedAt"],
  ],
  refused: [
    { organization: gid("User", organizationId) },
    { organization: `[${organizationId},${organizationId}]` },
    { email: "~gateway@web1on1.example" },
    { email: "!gateway@web1on1.example" },
  ],
});

test("a walk whose pages are not kept reads those that cross the upstream's pages as they are", async () => {
  const made = gateway({ parts: forgetful });
  expect((await walk(made, 90)).flat()).toEqual(idsOf(listedUsers(made)));
  expect(made.callsWithQueries()).toEqual([
    ...pagesOf("users", 0),
    ...[90, 180, 270].map((offset) => `web1on1 GET /users?limit=90&offset=${offset}`),
  ]);
});

test("a walk in pages of any sizes costs no more calls than pages, and as many as the upstream's if they are kept", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 20, max: 100 }), { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      async (sizes, keeps) => {
        const made = gateway({ parts: { reads: { keeps } } });
        const pages = await walk(made, ...sizes);
        expect(pages.flat()).toEqual(idsOf(listedUsers(made)));
        const calls = made.callsWithQueries();
        if (keeps) expect(calls).toEqual(pagesOf("users", 0, 100, 200, 300));
        else expect(calls).toHaveLength(pages.length);
      },
    ),
    { numRuns: 12 },
  );
});

test("a page across two of the upstream's is answered from what is kept when the upstream fails", async () => {
  const made = gateway();
  const { users } = await made.query(list, { first: 90 });
  const next = { first: 90, after: users.pageInfo.endCursor };
  const before = await made.query(list, next);
  expect(made.callsWithQueries()).toEqual(pagesOf("users", 0, 100));
  made.sandbox.web1on1.inject({ row: "users.list", reply: { status: 503 } });
  await made.clock.advance(directory.freshMs);
  expect(await made.query(list, next)).toEqual(before);
  await settled();
  // What is kept was to be replaced in the background.
  expect(new Set(made.callsWithQueries())).toEqual(new Set(pagesOf("users", 0, 100)));
});

test("pages that were read are shared by all walks and by look-ups, and are replaced when they are no longer fresh", async () => {
  const made = gateway();
  const listed = idsOf(listedUsers(made));
  await walk(made, 100);
  expect(made.callsWithQueries()).toEqual(pagesOf("users", 0, 100, 200, 300));
  expect((await walk(made, 40)).flat()).toEqual(listed);
  const { user } = await made.query("query ($id: ID!) { user(by: { id: $id }) { sourceId } }", {
    id: listed[250]?.sourceId,
  });
  expect(user).toEqual(listed[250]);
  expect(made.callsWithQueries()).toEqual([]);
  await made.clock.advance(directory.freshMs);
  expect((await walk(made, 40)).flat()).toEqual(listed);
  expect(made.callsWithQueries()).toEqual(pagesOf("users", 0, 100, 200, 300));
});

/** A page as large as the upstream's, and one that is cut from it. */
describe.each([100, 20])("of users by %i", (first) => {
  const link = (offset: number, relation: string) => `</v2/users?offset=${offset}>; rel=${relation}`;

  test.each([
    ["none after a full page without a link to the next", first, {}, false],
    ["none after a full page with a link to the one before", first, { link: link(0, '"prev"') }, false],
    ["more after a short page with a link to the next", 7, { link: link(7, '"next"') }, true],
    [
      "more after a page with links to first, next and last",
      first,
      { link: [link(0, '"first"'), link(first, "next"), link(80, '"last"')].join(", ") },
      true,
    ],
    [
      "none after an empty page with a link to the next, which leads nowhere",
      0,
      { link: link(0, "next") },
      false,
    ],
  ])("there are %s", async (_, length, headers, hasNextPage) => {
    const made = gateway();
    const body = listedUsers(made).slice(0, length);
    made.sandbox.web1on1.inject({ row: "users.list", times: 1, reply: { status: 200, headers, body } });
    const { users } = await made.query(list, { first });
    expect(users.nodes).toEqual(idsOf(listedUsers(made).slice(0, length)));
    expect(users.pageInfo.hasNextPage).toBe(hasNextPage);
    const next = hasNextPage ? await made.query(list, { first, after: users.pageInfo.endCursor }) : undefined;
    const { nodes = [] } = next?.users ?? {};
    expect(nodes).toEqual(hasNextPage ? idsOf(listedUsers(made).slice(length, length + first)) : []);
    expect(made.callsWithQueries()).toEqual([
      ...pagesOf("users", 0),
      ...(next ? [`web1on1 GET /users?limit=${first}&offset=${length}`] : []),
    ]);
  });
});

test("a page that is cut from the upstream's has more after it for as long as that goes on", async () => {
  const made = gateway();
  const body = listedUsers(made).slice(0, 30);
  made.sandbox.web1on1.inject({ row: "users.list", times: 1, reply: { status: 200, body } });
  const pages = await walk(made, 20);
  expect(pages).toEqual([idsOf(body.slice(0, 20)), idsOf(body.slice(20))]);
  expect(made.callsWithQueries()).toEqual(pagesOf("users", 0));
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

test("a page of an organization's users goes on behind its cursor's row, however many have come before that", async () => {
  const { query, sandbox } = gateway({ parts: { reads: { keeps: false } } });
  const owned = Array.from({ length: 120 }, (_, at) => ({
    id: `${at}`.padStart(24, "0"),
    organization: organizationId,
  }));
  const come = Array.from({ length: 15 }, (_, at) => ({
    id: `${at}`.padStart(24, "a"),
    organization: organizationId,
  }));
  const later = [...come, ...owned];
  const link = '</v2/users>; rel="next"';
  const page = (body: readonly object[], headers = {}) => ({ status: 200, headers, body });
  sandbox.web1on1.inject({
    row: "users.list",
    reply: [page(owned.slice(0, 100), { link }), page(later.slice(0, 100), { link }), page(later.slice(100))],
  });
  const ofOrganization = `query ($first: Int, $after: String) {
    organization(by: { id: "${organizationId}" }) {
      users(first: $first, after: $after) { nodes { sourceId } pageInfo { hasNextPage endCursor } }
    }
  }`;
  const first = await query(ofOrganization, { first: 90 });
  const after = first.organization.users.pageInfo.endCursor;
  const second = await query(ofOrganization, { first: 5, after });
  expect(second.organization.users).toMatchObject({
    nodes: owned.slice(90, 95).map(({ id }) => ({ sourceId: id })),
    pageInfo: { hasNextPage: true },
  });
});
