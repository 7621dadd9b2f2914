import { expect, test } from "vitest";
import { directory } from "../../../src/rest/cache-policy.ts";
import { personId } from "../../../src/sandbox/data/ids.ts";
import { personCases, showcase } from "../../../src/sandbox/data/showcase.ts";
import { gateway } from "../../support/gateway.ts";
import { gid, isListed, pagesOf, unknownId } from "../upstream.ts";

const userById = "query ($id: ID!) { user(by: { id: $id }) { id sourceId email status } }";
const userByEmail = "query ($email: EmailAddress!) { user(by: { email: $email }) { sourceId } }";

test("a user is everything that the upstream tells, less password and token", async () => {
  const { query, calls, sandbox } = gateway();
  const row = sandbox.data.web1on1.users.find(({ meta, phone }) => meta && !phone);
  if (!row) throw new Error("The data has no such user.");
  const full = { ...row, additionalName: "von", phone: "+49 30 5550", avatar: "https://cdn.example/a.png" };
  const settings = {
    timezone: "Europe/Berlin",
    timezoneSet: true,
    locale: "de",
    localeSet: true,
    audioOnChat: false,
    audioOnMessage: true,
    notifyOnChat: true,
    notifyOnMessage: false,
    tabdotNotify: true,
    tabdotMessage: false,
    pushNotify: true,
    focusOnAccept: false,
    notifications: ["technical"],
    cannedResponses: ["Hi {{ givenName }}"],
  };
  sandbox.web1on1.inject({ row: "users.get", reply: { status: 200, body: { ...full, settings } } });
  const { user } = await query(
    `query ($id: ID!) { user(by: { id: $id }) {
      id sourceId givenName additionalName familyName displayName email phone avatar role meta status lastLogin
      createdAt updatedAt organization { sourceId }
      settings {
        timezone timezoneSet locale localeSet audioOnChat audioOnMessage notifyOnChat notifyOnMessage tabdotNotify
        tabdotMessage pushNotify focusOnAccept notifications cannedResponses
      }
    } }`,
    { id: row.id },
  );
  expect(user).toEqual({
    id: gid("User", row.id),
    sourceId: row.id,
    givenName: row.givenName,
    additionalName: "von",
    familyName: row.familyName,
    displayName: row.displayName,
    email: row.email,
    phone: "+49 30 5550",
    avatar: "https://cdn.example/a.png",
    role: row.role.toUpperCase(),
    meta: row.meta,
    status: row.status.toUpperCase(),
    lastLogin: row.lastLogin ?? null,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    organization: { sourceId: row.organization },
    settings: { ...settings, locale: "DE" },
  });
  expect(calls()).toEqual([`web1on1 GET /users/${row.id}`, `web1on1 GET /organizations/${row.organization}`]);
});

test.each([
  ["its own id", showcase.person.userId],
  ["its id in upper case", showcase.person.userId.toUpperCase()],
  ["its global id", gid("User", showcase.person.userId)],
])("a user is found by %s", async (_, id) => {
  const { query, calls } = gateway();
  const { user } = await query(userById, { id });
  expect(user).toMatchObject({ id: gid("User", showcase.person.userId), sourceId: showcase.person.userId });
  expect(calls()).toEqual([`web1on1 GET /users/${showcase.person.userId}`]);
});

test("an archived user is in no list and still answers by id", async () => {
  const { query, calls } = gateway();
  const { userId } = personCases.archivedOnly;
  const data = await query(userById, { id: userId });
  expect(data.user).toMatchObject({ sourceId: userId, status: "ARCHIVED" });
  const listed = await query(
    `query ($email: EmailAddress!) { users(filter: { email: $email }) { nodes { sourceId } } }`,
    { email: data.user.email },
  );
  expect(listed.users.nodes).toEqual([]);
  expect(calls()).toEqual([`web1on1 GET /users/${userId}`, "web1on1 GET /users"]);
});

test("a user that does not exist is null", async () => {
  const { query, calls } = gateway();
  expect(await query(userById, { id: unknownId })).toEqual({ user: null });
  expect(calls()).toEqual([`web1on1 GET /users/${unknownId}`]);
});

test.each([
  "me",
  "0123456789abcdef0123456",
  gid("Organization", showcase.masterOrganizationId),
  `gid://assembly/User/${unknownId}`,
])("an id that cannot be a user's, %s, costs no call", async (id) => {
  const { execute, calls } = gateway();
  const { data, errors } = await execute(userById, { id });
  expect(data).toEqual({ user: null });
  expect(errors).toMatchObject([{ path: ["user"], extensions: { code: "BAD_USER_INPUT" } }]);
  expect(calls()).toEqual([]);
});

test("an e-mail address in the spelling that is stored costs one call", async () => {
  const { query, callsWithQueries, sandbox } = gateway();
  const row = sandbox.data.web1on1.users.find(({ id }) => id === personCases.emailCase.userId);
  const email = row?.email ?? "";
  expect(email).not.toBe(email.toLowerCase());
  expect(await query(userByEmail, { email })).toEqual({ user: { sourceId: row?.id } });
  expect(callsWithQueries()).toEqual([
    `web1on1 GET /users?email=[${email},${email.toLowerCase()}]&limit=100&offset=0`,
  ]);
});

test("an e-mail address in another spelling is found in the whole list, since the filter may mind case", async () => {
  const { query, callsWithQueries, sandbox } = gateway();
  const row = sandbox.data.web1on1.users.find(({ id }) => id === personCases.emailCase.userId);
  const email = (row?.email ?? "").toUpperCase();
  expect(await query(userByEmail, { email })).toEqual({ user: { sourceId: row?.id } });
  expect(callsWithQueries()).toEqual([
    `web1on1 GET /users?email=[${email},${email.toLowerCase()}]&limit=100&offset=0`,
    ...pagesOf("users", 0, 100, 200, 300),
  ]);
});

test("of two users whose addresses differ in case only, each has its own spelling and a third names neither", async () => {
  const { query, calls } = gateway();
  const found = await query(`{
    capital: user(by: { email: "Two.Users@helpdesk.example" }) { sourceId }
    small: user(by: { email: "two.users@helpdesk.example" }) { sourceId }
    other: user(by: { email: "TWO.users@helpdesk.example" }) { sourceId }
  }`);
  const [capital, small] = personCases.ambiguous.userIds;
  expect(found).toEqual({ capital: { sourceId: capital }, small: { sourceId: small }, other: null });
  // One filter for all spellings, and one walk over the four pages.
  expect(calls()).toEqual(Array(5).fill("web1on1 GET /users"));
});

test.each([
  ["Nobody@nowhere.example", 5],
  // Of an archived user.
  ["Arno.Archived@helpdesk.example", 5],
  // The filter would take their first character for an operator, so that the list alone is read.
  ["~wo.users@helpdesk.example", 4],
  ["^two.users@helpdesk.example", 4],
  ["!nobody@nowhere.example", 4],
])("an e-mail address that no listed user has, %s, is null", async (email, lists) => {
  const { query, calls } = gateway();
  expect(await query(userByEmail, { email })).toEqual({ user: null });
  expect(calls()).toEqual(Array(lists).fill("web1on1 GET /users"));
});

test("the viewer is the gateway's own user, with the organizations that it is a member of", async () => {
  const { query, calls } = gateway();
  const data = await query(
    "{ viewer { sourceId displayName } viewerOrganizations { role selected organization { sourceId name } } }",
  );
  expect(data).toEqual({
    viewer: { sourceId: showcase.gatewayUserId, displayName: "Tributary Gateway" },
    viewerOrganizations: [
      {
        role: "OWNER",
        selected: true,
        organization: { sourceId: showcase.masterOrganizationId, name: "Web1on1 Sandbox" },
      },
    ],
  });
  expect(calls()).toEqual([
    "web1on1 GET /users/me",
    "web1on1 GET /users/me/organizations",
    `web1on1 GET /organizations/${showcase.masterOrganizationId}`,
  ]);
});

test.each([
  [{ displayName: "Ann the Agent", givenName: "Ann" }, "Ann the Agent"],
  [{ givenName: "Ann", additionalName: "van", familyName: "Dijk" }, "Ann van Dijk"],
  [{ displayName: "", givenName: "Ann", familyName: null }, "Ann"],
  [{ displayName: null, familyName: "Dijk" }, "Dijk"],
  [{}, null],
])("the display name of %j is %j", async (names, displayName) => {
  const { query, calls, sandbox } = gateway();
  sandbox.web1on1.inject({ row: "users.me", reply: { status: 200, body: { id: unknownId, ...names } } });
  expect(await query("{ viewer { displayName } }")).toEqual({ viewer: { displayName } });
  expect(calls()).toEqual(["web1on1 GET /users/me"]);
});

test("roles and statuses that the schema does not know are null, and logged once each however many rows have them", async () => {
  const { query, calls, clock, logLines, sandbox } = gateway();
  const { users } = sandbox.data.web1on1;
  const rows = users.slice(0, 20).map((user) => ({ ...user, role: "robot", status: "on leave" }));
  sandbox.web1on1.inject({ row: "users.list", reply: { status: 200, body: [...rows, users[20]] } });
  const { nodes } = (await query("{ users(first: 21) { nodes { email role status } } }")).users;
  expect(nodes).toHaveLength(21);
  expect(nodes[0]).toEqual({ email: users[0]?.email, role: null, status: null });
  expect(nodes[20]).toMatchObject({ role: users[20]?.role.toUpperCase() });
  await query("{ users(first: 21) { nodes { role status } } }");
  expect(calls()).toEqual(["web1on1 GET /users"]);
  await clock.advance(directory.staleWhileRevalidateMs);
  await query("{ users(first: 21) { nodes { role status } } }");
  const unknown = logLines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === "unknown enum value");
  expect(unknown.map(({ field }) => field)).toEqual(["User.role", "User.status"]);
  expect(logLines.join()).not.toContain("robot");
  expect(calls()).toEqual(["web1on1 GET /users"]);
});

test("values that the schema does not know are left out of a list", async () => {
  const { query, calls, logLines, sandbox } = gateway();
  const row = sandbox.data.assembled.people.find(({ id }) => id === personId(1));
  const channels = ["phone", "carrier pigeon", "chat", 7];
  sandbox.assembled.inject({ row: "people.get", reply: { status: 200, body: { ...row, channels } } });
  const data = await query("query ($id: ID!) { person(by: { id: $id }) { channels } }", { id: personId(1) });
  expect(data.person.channels).toEqual(["PHONE", "CHAT"]);
  const unknown = logLines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === "unknown enum value");
  expect(unknown.map(({ field }) => field)).toEqual(["Person.channels"]);
  expect(calls()).toEqual([`assembled GET /v0/people/${personId(1)}`]);
});

test.each([
  ["viewer", "users.me", {}],
  [`user(by: { id: "${unknownId}" })`, "users.get", { error: { message: "no" } }],
])("an answer of another shape to %s is an error, not nothing", async (field, row, body) => {
  const { execute, calls, sandbox } = gateway();
  sandbox.web1on1.inject({ row, reply: { status: 200, body } });
  const { errors } = await execute(`{ ${field} { id } }`);
  expect(errors).toMatchObject([{ extensions: { code: "UPSTREAM_INVALID_RESPONSE", system: "web1on1" } }]);
  expect(calls()).toHaveLength(1);
});

test("the organizations of a page of users cost one page of organizations", async () => {
  const { query, callsWithQueries, sandbox } = gateway();
  const { users } = await query("{ users(first: 100) { nodes { sourceId organization { sourceId } } } }");
  const rows = sandbox.data.web1on1.users.filter(isListed).slice(0, 100);
  expect(new Set(rows.map(({ organization }) => organization)).size).toBeGreaterThan(20);
  expect(users.nodes).toEqual(
    rows.map(({ id, organization }) => ({ sourceId: id, organization: { sourceId: organization } })),
  );
  const listed = new Set(sandbox.data.web1on1.organizations.filter(isListed).map(({ id }) => id));
  const unlisted = [...new Set(rows.map(({ organization }) => organization))].filter((id) => !listed.has(id));
  // One is archived: no list shows it, so it is read by itself.
  expect(unlisted).toHaveLength(1);
  expect(callsWithQueries()).toEqual([
    "web1on1 GET /users?limit=100&offset=0",
    ...pagesOf("organizations", 0),
    ...unlisted.map((id) => `web1on1 GET /organizations/${id}`),
  ]);
});
