import { describe, expect, test } from "vitest";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { gateway, type TestGateway } from "../support/gateway.ts";
import { type Lack, listsLacking } from "./lists-lacking.ts";
import { gid, isListed, pagesOf } from "./upstream.ts";

const { organizationId } = showcase.account;
const lacks: readonly Lack[] = ["pages", "sort", "filters", "anyOf", "anyOf refused", "all refused"];

const everything = `query ($organization: ID!, $ids: [ID!]!) {
  byRole: users(filter: { role: ADMIN }, first: 50) { nodes { id } pageInfo { hasNextPage } }
  bySupervisor: users(filter: { role: SUPERVISOR, status: ACTIVE }, sort: { field: EMAIL }) { nodes { id } }
  newest: users(sort: { field: CREATED_AT, direction: DESCENDING }, first: 30) { nodes { id createdAt } }
  acme: organization(by: { id: $organization }) { users(first: 50) { nodes { id } } }
  children: organizations(filter: { parent: $organization }) { nodes { id } }
  some: organizations(first: 5) { nodes { users(first: 10) { nodes { id } } } }
  nodes(ids: $ids) { id ... on User { email } }
  byEmail: user(by: { email: "Mara.Platform@helpdesk.example" }) { id }
}`;

/** Users of whom some are archived, from all over the list. */
const someUsers = ({ sandbox }: TestGateway): string[] =>
  sandbox.data.web1on1.users
    .filter((_, at) => at % 40 === 1 || at % 90 === 28)
    .map(({ id }) => gid("User", id));

/** Asks for everything, with time for the rate limit. */
async function ask(made: TestGateway): Promise<unknown> {
  const answer = made.query(everything, variablesOf(made));
  await made.clock.advance(2_000);
  return answer;
}

const variablesOf = (made: TestGateway) => ({ organization: organizationId, ids: someUsers(made) });

test.each(lacks)(
  "lists that lack %s give the answers that others give, the second time too",
  async (lack) => {
    const full = gateway();
    const expected = await ask(full);
    const made = gateway({ emulators: listsLacking(lack), parts: { reads: { keeps: false } } });
    expect(await ask(made)).toEqual(expected);
    expect(await ask(made)).toEqual(expected);
  },
);

describe("what a list lacks is asked for once, and then worked out from the whole list", () => {
  const whole = pagesOf("users", 0, 100, 200, 300);
  const cases: readonly [Lack, string, string, readonly string[]][] = [
    ["filters", "users(filter: { role: SUPERVISOR }) { nodes { id } }", "role=supervisor&limit=20", whole],
    [
      "all refused",
      "users(filter: { role: SUPERVISOR }) { nodes { id } }",
      "role=supervisor&limit=20",
      whole,
    ],
    ["sort", "users(sort: { field: EMAIL }) { nodes { id } }", "sort=email&limit=20", whole],
    ["all refused", "users(sort: { field: EMAIL }) { nodes { id } }", "sort=email&limit=20", whole],
  ];
  test.each(cases)("%s: %s", async (lack, field, query, after) => {
    const { query: run, callsWithQueries } = gateway({
      emulators: listsLacking(lack),
      parts: { reads: { keeps: false } },
    });
    const first = await run(`{ ${field} }`);
    expect(callsWithQueries()).toEqual([`web1on1 GET /users?${query}&offset=0`, ...after]);
    expect(await run(`{ ${field} }`)).toEqual(first);
    expect(callsWithQueries()).toEqual(after);
  });
});

describe("users by id", () => {
  /** Listed behind the first page, and one that is archived. */
  const asked = ({ sandbox }: TestGateway): string[] => {
    const { users } = sandbox.data.web1on1;
    const listed = users.filter(isListed).slice(150, 158);
    const archived = users.filter((user) => !isListed(user)).slice(0, 1);
    return [...listed, ...archived].map(({ id }) => id);
  };
  const nodes = "query ($ids: [ID!]!) { nodes(ids: $ids) { ... on User { sourceId } } }";
  const idFilter = (ids: readonly string[]) => `web1on1 GET /users?id=[${ids}]&limit=100&offset=0`;

  test("several are asked for in one call once the list is known to go on, an archived one by itself", async () => {
    const made = gateway();
    const ids = asked(made);
    const answer = await made.query(nodes, { ids: ids.map((id) => gid("User", id)) });
    expect(answer.nodes).toEqual(ids.map((sourceId) => ({ sourceId })));
    expect(made.callsWithQueries()).toEqual([
      ...pagesOf("users", 0),
      idFilter(ids),
      `web1on1 GET /users/${ids.at(-1)}`,
    ]);
  });

  test("a list of one page is read in place of the filter", async () => {
    const made = gateway();
    const organizations = made.sandbox.data.web1on1.organizations.filter(isListed).slice(3, 9);
    const ids = organizations.map(({ id }) => gid("Organization", id));
    const answer = await made.query("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids });
    expect(answer.nodes).toEqual(ids.map((id) => ({ id })));
    expect(made.callsWithQueries()).toEqual(pagesOf("organizations", 0));
  });

  test.each<Lack>(["anyOf refused", "filters", "all refused"])(
    "lists lacking %s are read on, or single users",
    async (lack) => {
      const made = gateway({ emulators: listsLacking(lack), parts: { reads: { keeps: false } } });
      const ids = asked(made);
      const globalIds = ids.map((id) => gid("User", id));
      const answer = await made.query(nodes, { ids: globalIds });
      expect(answer.nodes).toEqual(ids.map((sourceId) => ({ sourceId })));
      const [first, filter, ...others] = made.callsWithQueries();
      expect([first, filter]).toEqual([...pagesOf("users", 0), idFilter(ids)]);
      expect(others.length).toBeLessThanOrEqual(4);
      await made.query(nodes, { ids: globalIds });
      expect(made.callsWithQueries()).not.toContain(idFilter(ids));
    },
  );
});

test("a refusal that is not about parameters is told as it is", async () => {
  const { execute, sandbox, calls } = gateway();
  sandbox.web1on1.inject({ row: "users.list", reply: { status: 403, body: {} } });
  const answer = await execute("{ users(filter: { role: ADMIN }) { nodes { id } } }");
  expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(["FORBIDDEN"]);
  expect(calls()).toEqual(["web1on1 GET /users"]);
});
