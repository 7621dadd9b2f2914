import { expect, test } from "vitest";
import { organizationId } from "../../../src/sandbox/data/ids.ts";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { gid, isListed, pagesOf } from "../upstream.ts";

const acme = showcase.account.organizationId;
const usersOf = `query ($id: ID!, $first: Int, $after: String) { organization(by: { id: $id }) {
  users(first: $first, after: $after) {
    nodes { sourceId organization { sourceId } } pageInfo { hasNextPage endCursor }
  }
} }`;
const read = (id: string) => `web1on1 GET /organizations/${id}`;
const filtered = (ids: string, ...offsets: number[]) =>
  offsets.map((offset) => `web1on1 GET /users?organization=${ids}&limit=100&offset=${offset}`);

const owned = ({ sandbox }: TestGateway, organization: string) =>
  sandbox.data.web1on1.users.filter((user) => isListed(user) && user.organization === organization);

test("users of an organization are those that belong to it, not those that are members of it", async () => {
  const made = gateway();
  const { organization } = await made.query(usersOf, { id: acme, first: 100 });
  const members = made.sandbox.data.web1on1.users.filter(
    (user) => user.organization !== acme && user.organizations.includes(acme),
  );
  expect(members.length).toBeGreaterThan(5);
  expect(organization.users.nodes).toEqual(
    owned(made, acme).map(({ id }) => ({ sourceId: id, organization: { sourceId: acme } })),
  );
  expect(made.callsWithQueries()).toEqual([read(acme), ...filtered(acme, 0)]);
});

test("a walk in small pages gives each user once, all of them from one filtered page", async () => {
  const made = gateway();
  const walked: string[] = [];
  let after: string | null = null;
  let pages = 0;
  do {
    const { organization } = await made.query(usersOf, { id: acme, first: 10, after });
    const { users } = organization;
    walked.push(...users.nodes.map(({ sourceId }: { sourceId: string }) => sourceId));
    after = users.pageInfo.hasNextPage ? users.pageInfo.endCursor : null;
    pages += 1;
  } while (after !== null);
  expect(walked).toEqual(owned(made, acme).map(({ id }) => id));
  expect(pages).toBeGreaterThan(1);
  expect(made.callsWithQueries()).toEqual([read(acme), ...filtered(acme, 0)]);
});

test("more pages are read until the page is full and no further", async () => {
  const made = gateway({ sandbox: { sizes: { users: 6_000 } } });
  const { organization } = await made.query(usersOf, { id: acme, first: 100 });
  const rows = owned(made, acme);
  expect(rows.length).toBeGreaterThan(300);
  expect(organization.users).toMatchObject({
    nodes: rows.slice(0, 100).map(({ id }) => ({ sourceId: id })),
    pageInfo: { hasNextPage: true },
  });
  // Of the first hundred that the filter gives, some are members only.
  expect(made.callsWithQueries()).toEqual([read(acme), ...filtered(acme, 0, 100)]);
});

test("whether more follow is known where a page of the gateway ends with one of the upstream", async () => {
  const made = gateway({ sandbox: { sizes: { users: 6_000 } } });
  const firstHundred = made.sandbox.data.web1on1.users
    .filter((user) => isListed(user) && user.organizations.includes(acme))
    .slice(0, 100);
  const first = firstHundred.filter(({ organization }) => organization === acme).length;
  const { organization } = await made.query(usersOf, { id: acme, first });
  expect(organization.users.nodes).toHaveLength(first);
  expect(organization.users.pageInfo.hasNextPage).toBe(true);
  expect(made.callsWithQueries()).toEqual([read(acme), ...filtered(acme, 0, 100)]);
});

test("users of many organizations share one walk", async () => {
  const made = gateway();
  const { organizations } = await made.query(
    "{ organizations(first: 5) { nodes { sourceId users(first: 100) { nodes { sourceId } } } } }",
  );
  const listed = made.sandbox.data.web1on1.organizations.filter(isListed).slice(0, 5);
  expect(organizations.nodes).toEqual(
    listed.map(({ id }) => ({
      sourceId: id,
      users: { nodes: owned(made, id).map((user) => ({ sourceId: user.id })) },
    })),
  );
  expect(made.callsWithQueries()).toEqual([
    ...pagesOf("organizations", 0),
    ...filtered(`[${listed.map(({ id }) => id).join()}]`, 0),
  ]);
});

test("users of more organizations than a URL can name take a walk for each hundred", async () => {
  const made = gateway({ sandbox: { sizes: { listedOrganizations: 150 } } });
  const ids = made.sandbox.data.web1on1.organizations.filter(isListed).map(({ id }) => id);
  const variables = {
    one: ids.slice(0, 75).map((id) => gid("Organization", id)),
    two: ids.slice(75).map((id) => gid("Organization", id)),
  };
  const data = await made.query(
    `query ($one: [ID!]!, $two: [ID!]!) { one: nodes(ids: $one) { ...Users } two: nodes(ids: $two) { ...Users } }
    fragment Users on Organization { users(first: 1) { nodes { sourceId } } }`,
    variables,
  );
  const answered = [...data.one, ...data.two].map(({ users }) => users.nodes);
  expect(answered).toEqual(
    ids.map((id) =>
      owned(made, id)
        .slice(0, 1)
        .map((user) => ({ sourceId: user.id })),
    ),
  );
  const calls = made.callsWithQueries().filter((call) => call.includes("/users"));
  const named = calls.map((call) => /organization=\[([^\]]*)\]/.exec(call)?.[1] ?? "");
  expect([...new Set(named)].map((some) => some.split(","))).toEqual([ids.slice(0, 100), ids.slice(100)]);
});

test("the whole list of users is used where the operation has read it already", async () => {
  const made = gateway();
  const { user } = await made.query(`{
    user(by: { email: "GATEWAY@web1on1.example" }) {
      organization { users(first: 100) { nodes { sourceId } } }
    }
  }`);
  expect(user.organization.users.nodes).toEqual(
    owned(made, showcase.masterOrganizationId).map(({ id }) => ({ sourceId: id })),
  );
  expect(made.callsWithQueries()).toEqual([
    "web1on1 GET /users?email=[GATEWAY@web1on1.example,gateway@web1on1.example]&limit=100&offset=0",
    ...pagesOf("users", 0, 100, 200, 300),
    read(showcase.masterOrganizationId),
  ]);
});

test("an archived organization has its users as well", async () => {
  const made = gateway();
  const velvet = organizationId("velvet");
  const { organization } = await made.query(usersOf, { id: velvet });
  const ids = owned(made, velvet).map(({ id }) => id);
  expect(ids).not.toEqual([]);
  expect(organization.users.nodes).toEqual(
    ids.map((id) => ({ sourceId: id, organization: { sourceId: velvet } })),
  );
  expect(made.callsWithQueries()).toEqual([read(velvet), ...filtered(velvet, 0)]);
});

test("no users cost no call", async () => {
  const made = gateway();
  const { organization } = await made.query(usersOf, { id: acme, first: 0 });
  expect(organization.users.nodes).toEqual([]);
  expect(made.calls()).toEqual([read(acme)]);
});

test("users that cannot be listed leave the organization answered", async () => {
  const made = gateway();
  made.sandbox.web1on1.inject({ row: "users.list", reply: { status: 403 } });
  const { data, errors } = await made.execute(
    "query ($id: ID!) { organization(by: { id: $id }) { name users { nodes { id } } } }",
    { id: acme },
  );
  expect(data).toEqual({ organization: { name: "Acme Robotics", users: null } });
  expect(errors).toMatchObject([{ path: ["organization", "users"], extensions: { code: "FORBIDDEN" } }]);
  expect(made.calls()).toEqual([read(acme), "web1on1 GET /users"]);
});
