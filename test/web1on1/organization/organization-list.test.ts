import { expect, test } from "vitest";
import { organizationId } from "../../../src/sandbox/data/ids.ts";
import type { StoredOrganization } from "../../../src/sandbox/data/web1on1/stored.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { gid, isListed, pagesOf } from "../upstream.ts";

const list = `query ($filter: OrganizationsFilter, $sort: OrganizationsSort, $first: Int, $after: String) {
  organizations(filter: $filter, sort: $sort, first: $first, after: $after) {
    nodes { sourceId }
    pageInfo { hasNextPage endCursor }
  }
}`;
const parent = organizationId("stranger-0");

const rows = ({ sandbox }: TestGateway): readonly StoredOrganization[] => sandbox.data.web1on1.organizations;
const idsOf = (some: readonly StoredOrganization[]) => some.map(({ id }) => ({ sourceId: id }));

test.each<[string, object | null, string, (organization: StoredOrganization) => boolean]>([
  ["everything listed", null, "", isListed],
  ["name, as it is written", { name: "Łódź Żagle" }, "name=Łódź Żagle&", ({ name }) => name === "Łódź Żagle"],
  ["tag", { tag: "key account" }, "tags=key account&", ({ tags }) => tags?.includes("key account") ?? false],
  ["status", { status: "QUEUED" }, "status=queued&", ({ status }) => status === "queued"],
  ["status, archived", { status: "ARCHIVED" }, "status=archived&", ({ status }) => status === "archived"],
  ["parent", { parent: gid("Organization", parent) }, `parent=${parent}&`, (row) => row.parent === parent],
  [
    "all that hold at once",
    { tag: "travel", status: "ACTIVE" },
    "tags=travel&status=active&",
    ({ tags, status }) => status === "active" && (tags?.includes("travel") ?? false),
  ],
])("organizations are listed by %s", async (_, filter, sent, matches) => {
  const made = gateway();
  const { organizations } = await made.query(list, { filter, first: 100 });
  const expected = rows(made)
    .filter((row) => isListed(row) || sent.startsWith("status=archived"))
    .filter(matches);
  expect(expected).not.toEqual([]);
  expect(organizations.nodes).toEqual(idsOf(expected));
  expect(made.callsWithQueries()).toEqual([`web1on1 GET /organizations?${sent}limit=100&offset=0`]);
});

test.each([
  ["NAME", "name"],
  ["CREATED_AT", "createdAt"],
  ["UPDATED_AT", "updatedAt"],
] as const)("organizations can be sorted by %s, up and down", async (field, name) => {
  const made = gateway();
  const ascending = await made.query(list, { sort: { field } });
  const descending = await made.query(list, { sort: { field, direction: "DESCENDING" } });
  const ordered = (direction: 1 | -1) =>
    rows(made)
      .filter(isListed)
      .sort((one, other) => {
        const [a, b] = [one[name] ?? "", other[name] ?? ""];
        return a < b ? -direction : a > b ? direction : 0;
      });
  expect(ascending.organizations.nodes).toEqual(idsOf(ordered(1).slice(0, 20)));
  expect(descending.organizations.nodes).toEqual(idsOf(ordered(-1).slice(0, 20)));
  expect(made.callsWithQueries()).toEqual([
    `web1on1 GET /organizations?sort=${name}&limit=20&offset=0`,
    `web1on1 GET /organizations?sort=-${name}&limit=20&offset=0`,
  ]);
});

test.each([
  ["one call for each page of the upstream", {}, pagesOf("organizations", 0, 100)],
  [
    "one call for each page where none is kept",
    { parts: { reads: { keeps: false } } },
    [
      ...pagesOf("organizations", 0, 0, 0),
      "web1on1 GET /organizations?limit=30&offset=90",
      ...pagesOf("organizations", 100),
    ],
  ],
])(
  "a walk over all pages gives each listed organization once and ends, for %s",
  async (_, options, calls) => {
    const made = gateway({ sandbox: { sizes: { listedOrganizations: 150 } }, ...options });
    const walked: object[] = [];
    let after: string | null = null;
    do {
      const { organizations } = await made.query(list, { first: 30, after });
      walked.push(...organizations.nodes);
      after = organizations.pageInfo.hasNextPage ? organizations.pageInfo.endCursor : null;
    } while (after !== null);
    expect(walked).toEqual(idsOf(rows(made).filter(isListed)));
    expect(made.callsWithQueries()).toEqual(calls);
  },
);

test("a page is shared by those of other sizes and by look-ups", async () => {
  const made = gateway();
  const listed = idsOf(rows(made).filter(isListed));
  const { organizations } = await made.query(list);
  expect(organizations.nodes).toEqual(listed.slice(0, 20));
  const { organizations: next } = await made.query(list, {
    first: 7,
    after: organizations.pageInfo.endCursor,
  });
  expect(next.nodes).toEqual(listed.slice(20, 27));
  const lookUp = "query ($id: ID!) { organization(by: { id: $id }) { sourceId } }";
  const { organization } = await made.query(lookUp, { id: listed[50]?.sourceId });
  expect(organization).toEqual(listed[50]);
  expect(made.callsWithQueries()).toEqual(pagesOf("organizations", 0));
});

test.each([
  { filter: { name: "~Acme" } },
  { filter: { tag: "[travel,energy]" } },
  { filter: { tag: "!travel" } },
  { filter: { parent: gid("User", parent) } },
  { first: 101 },
])("a list that cannot be, %j, is refused without a call", async (variables) => {
  const { execute, calls } = gateway();
  const { errors } = await execute(list, variables);
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
  expect(calls()).toEqual([]);
});
