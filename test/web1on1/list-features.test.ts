import { describe, expect, test } from "vitest";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { gateway, type TestGateway, web1on1Address } from "../support/gateway.ts";
import { type Lack, listsLacking } from "./lists-lacking.ts";
import { gid, isListed, pagesOf, unknownId } from "./upstream.ts";

const { organizationId } = showcase.account;

/** A gateway that keeps no answer, over lists that lack something. */
const lacking = (lack: Lack, listFeatures?: string): TestGateway =>
  gateway({
    emulators: listsLacking(lack),
    parts: { reads: { keeps: false } },
    addresses: {
      web1on1: {
        ...web1on1Address,
        ...(listFeatures !== undefined && { listFeatures }),
      },
    },
  });

const everything = `query ($organization: ID!) {
  byRole: users(filter: { role: ADMIN }, first: 50) { nodes { id } pageInfo { hasNextPage } }
  byTwo: users(filter: { role: SUPERVISOR, status: ACTIVE }, sort: { field: EMAIL }) { nodes { id } }
  newest: users(sort: { field: CREATED_AT, direction: DESCENDING }, first: 2) { nodes { id createdAt } }
  acme: organization(by: { id: $organization }) {
    users(first: 50) { nodes { id } } bots { id } botInstances { id } services { id } forms { id }
    children { nodes { id } }
  }
  shared: bot(id: "${showcase.sharedBotId}") { instances(first: 5) { nodes { id } } }
  children: organizations(filter: { parent: $organization }) { nodes { id } }
  some: organizations(first: 5) { nodes { users(first: 10) { nodes { id } } bots { id } } }
  byEmail: user(by: { email: "Mara.Platform@helpdesk.example" }) { id }
}`;

/** Asks for everything, with time for the rate limit. */
async function ask(made: TestGateway): Promise<unknown> {
  const answer = made.query(everything, { organization: organizationId });
  await made.clock.advance(3_000);
  return answer;
}

test.each<[Lack, string | undefined]>([
  ["pages", undefined],
  ["everything else", "none"],
])(
  "lists that lack %s give the answers that others give where %s is set",
  async (lack, setting) => {
    const full = await ask(gateway());
    const made = lacking(lack, setting);
    expect(await ask(made)).toEqual(full);
    const asksOtherwise = made.callsWithQueries().filter((call) => /[?&](?!limit|offset)/.test(call));
    if (setting === "none") expect(asksOtherwise).toEqual([]);
  },
  20_000,
);

test.each([
  ["users(filter: { role: SUPERVISOR }) { nodes { id } }", "filters", "role=supervisor"],
  ["users(sort: { field: EMAIL }) { nodes { id } }", "sort", "sort=email"],
])("%s is worked out from the whole list unless %s is among the features", async (field, feature, sent) => {
  const others = ["filters", "anyOf", "sort"].filter((name) => name !== feature).join();
  const [without, withAll] = [lacking("pages", others), gateway()];
  expect(await without.query(`{ ${field} }`)).toEqual(await withAll.query(`{ ${field} }`));
  expect(without.callsWithQueries()).toEqual(pagesOf("users", 0));
  expect(withAll.callsWithQueries()).toEqual([`web1on1 GET /users?${sent}&limit=20&offset=0`]);
});

test.each([
  ["archived rows", "bots(filter: { status: ARCHIVED }) { nodes { id } }"],
  ["members of an organization", `users(filter: { organization: "${organizationId}" }) { nodes { id } }`],
])(
  "%s, which rows of a list do not show, are refused without filters and without a call",
  async (_, field) => {
    const made = lacking("pages", "sort");
    const { data, errors } = await made.execute(`{ answer: ${field} }`);
    expect(data).toEqual({ answer: null });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["UPSTREAM_REJECTED"]);
    expect(errors[0]?.message).toContain("WEB1ON1_LIST_FEATURES");
    expect(made.calls()).toEqual([]);
  },
);

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

  test.each<[Lack, boolean]>([
    ["ids ignored", false],
    ["ids refused", false],
    // An empty answer may be about the users, so that the next ones are asked for in the same way.
    ["ids misread", true],
  ])(
    "where they are, as %s, they are found all the same, and %s is whether that is tried again",
    async (lack, again) => {
      const made = lacking(lack);
      const ids = asked(made);
      const globalIds = ids.map((id) => gid("User", id));
      const expected = ids.map((sourceId) => ({ sourceId }));
      expect((await made.query(nodes, { ids: globalIds })).nodes).toEqual(expected);
      const [first, filter, ...others] = made.callsWithQueries();
      expect([first, filter]).toEqual([...pagesOf("users", 0), idFilter(ids)]);
      expect(others.length).toBeLessThanOrEqual(4);
      expect((await made.query(nodes, { ids: globalIds })).nodes).toEqual(expected);
      expect(made.callsWithQueries().includes(idFilter(ids))).toBe(again);
    },
  );

  test("without the feature they are read by pages of the list or one by one", async () => {
    const made = lacking("ids refused", "filters,sort");
    const ids = asked(made);
    const answer = await made.query(nodes, { ids: ids.map((id) => gid("User", id)) });
    expect(answer.nodes).toEqual(ids.map((sourceId) => ({ sourceId })));
    const calls = made.callsWithQueries();
    expect(calls).not.toContain(idFilter(ids));
    expect(calls.length).toBeLessThanOrEqual(2 * 4 + 1);
  });
});

test("rows that do not tell their organization are those that the filter gives", async () => {
  const bots = "{ organizations(first: 3) { nodes { bots { name } } } }";
  const [full, made] = [gateway(), gateway({ emulators: listsLacking("owners") })];
  const expected = await full.query(bots);
  expect(await made.query(bots)).toEqual(expected);
  const ids = full.sandbox.data.web1on1.organizations.slice(0, 3).map(({ id }) => id);
  expect(made.callsWithQueries()).toEqual([
    ...pagesOf("organizations", 0),
    ...pagesOf("bots", 0),
    ...ids.map((id) => `web1on1 GET /bots?organization=${id}&limit=100&offset=0`),
  ]);
  expect(await made.query(`{ organization(by: { id: "${ids[1]}" }) { bots { name } } }`)).toEqual({
    organization: expected.organizations.nodes[1],
  });
});

test("a walk over a list that comes whole for every page gives each row once", async () => {
  const made = lacking("pages");
  const page = `query ($after: String) {
    users(first: 90, after: $after) { nodes { sourceId } pageInfo { hasNextPage endCursor } }
  }`;
  const walked: string[] = [];
  let after: string | null = null;
  do {
    const { users } = await made.query(page, { after });
    walked.push(...users.nodes.map(({ sourceId }: { sourceId: string }) => sourceId));
    after = users.pageInfo.hasNextPage ? users.pageInfo.endCursor : null;
  } while (after !== null);
  expect(walked).toEqual(made.sandbox.data.web1on1.users.filter(isListed).map(({ id }) => id));
  expect(made.callsWithQueries()).toEqual([
    ...pagesOf("users", 0),
    ...[90, 180, 270].map((offset) => `web1on1 GET /users?limit=90&offset=${offset}`),
  ]);
});

test.each([
  ["one", `organization(by: { id: "${organizationId}" }) { bots { name } }`],
  ["several", "organizations(first: 3) { nodes { bots { name } } }"],
])("what is archived is left out of what %s owns, also where lists show it", async (_, field) => {
  const made = gateway();
  const [bot] = made.sandbox.data.web1on1.bots.filter(({ organization }) => organization === organizationId);
  const shown = [
    { ...bot, name: "In use" },
    { ...bot, id: unknownId, name: "Put aside", status: "archived" },
  ];
  made.sandbox.web1on1.inject({ row: "bots.list", reply: { status: 200, body: shown } });
  const answer = JSON.stringify(await made.query(`{ ${field} }`));
  expect(answer).toContain("In use");
  expect(answer).not.toContain("Put aside");
  expect(made.calls()).toHaveLength(2);
});
