import { describe, expect, test } from "vitest";
import { organizationGroupId, organizationId } from "../../../src/sandbox/data/ids.ts";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { codesOf } from "../../support/errors.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { gid, pagesOf, unknownId } from "../upstream.ts";

const acme = showcase.account.organizationId;
const partners = organizationGroupId("Partners of Acme");
const read = `web1on1 GET /orggroups/${partners}`;
const list = "web1on1 GET /orggroups?limit=100&offset=0";

const rowsOf = ({ sandbox }: TestGateway) => sandbox.data.web1on1.organizationGroups;
const nodesOf = ({ nodes }: { nodes: { sourceId: string }[] }) => nodes.map(({ sourceId }) => sourceId);

/** Has the group of partners read with other fields. */
const withFields = (made: TestGateway, fields: object) =>
  made.sandbox.web1on1.inject({
    row: "orgGroups.get",
    reply: { status: 200, body: { id: partners, ...fields } },
  });

const membersOf = (args = "") => `query ($id: ID!) { organizationGroup(id: $id) { members${args} {
  nodes { sourceId } pageInfo { hasNextPage endCursor }
} } }`;

describe("a group of organizations", () => {
  test("is everything that the upstream tells, with its owner as an object", async () => {
    const made = gateway();
    const row = rowsOf(made).find(({ id }) => id === partners);
    const { organizationGroup } = await made.query(
      "query ($id: ID!) { organizationGroup(id: $id) { id sourceId name createdAt updatedAt organization { name } } }",
      { id: gid("OrganizationGroup", partners) },
    );
    expect(organizationGroup).toEqual({
      id: gid("OrganizationGroup", partners),
      sourceId: partners,
      name: "Partners of Acme",
      createdAt: row?.createdAt,
      updatedAt: row?.updatedAt,
      organization: { name: "Acme Robotics" },
    });
    expect(made.calls()).toEqual([read, `web1on1 GET /organizations/${acme}`]);
  });

  test("is null when it does not exist", async () => {
    const made = gateway();
    expect(await made.query(membersOf(), { id: unknownId })).toEqual({ organizationGroup: null });
    expect(made.calls()).toEqual([`web1on1 GET /orggroups/${unknownId}`]);
  });
});

describe("members of a group", () => {
  test("are organizations, archived ones included, less those that do not exist", async () => {
    const made = gateway();
    const everywhere = organizationGroupId("Everywhere");
    const { organizationGroup } = await made.query(membersOf(), { id: everywhere });
    expect(nodesOf(organizationGroup.members)).toHaveLength(13);
    expect(nodesOf(organizationGroup.members).at(-1)).toBe(organizationId("closed"));
    expect(organizationGroup.members.pageInfo.hasNextPage).toBe(false);
    // The list shows those that it can; what it does not show is read by itself.
    expect(made.calls()).toEqual([
      `web1on1 GET /orggroups/${everywhere}`,
      "web1on1 GET /organizations",
      `web1on1 GET /organizations/${organizationId("closed")}`,
      `web1on1 GET /organizations/${organizationId("never-there")}`,
    ]);
  });

  test("come in pages of those that the group holds, each once, and only those of the page are read", async () => {
    const made = gateway();
    const master = showcase.masterOrganizationId;
    withFields(made, { members: [acme, acme, { id: master }, null, "no id"] });
    const first = await made.query(membersOf("(first: 1)"), { id: partners });
    expect(nodesOf(first.organizationGroup.members)).toEqual([acme]);
    const { hasNextPage, endCursor } = first.organizationGroup.members.pageInfo;
    expect(hasNextPage).toBe(true);
    const second = await made.query(membersOf(`(first: 1, after: "${endCursor}")`), { id: partners });
    expect(nodesOf(second.organizationGroup.members)).toEqual([master]);
    expect(second.organizationGroup.members.pageInfo.hasNextPage).toBe(false);
    expect(made.calls()).toEqual([
      read,
      `web1on1 GET /organizations/${acme}`,
      `web1on1 GET /organizations/${master}`,
    ]);
  });

  test.each([{}, { members: null }])(
    "are read by themselves where the group holds none: %j",
    async (fields) => {
      const made = gateway();
      withFields(made, fields);
      const { organizationGroup } = await made.query(membersOf("(first: 1)"), { id: partners });
      expect(nodesOf(organizationGroup.members)).toEqual([organizationId("bluebird")]);
      expect(made.calls()).toEqual([
        read,
        `${read}/members`,
        `web1on1 GET /organizations/${organizationId("bluebird")}`,
      ]);
    },
  );

  test("are none where the group is gone by then, and cost nothing where none are asked for", async () => {
    const made = gateway();
    withFields(made, {});
    made.sandbox.web1on1.inject({ row: "orgGroupMembers.list", reply: { status: 404 } });
    const none = await made.query(membersOf("(first: 0)"), { id: partners });
    expect(nodesOf(none.organizationGroup.members)).toEqual([]);
    expect(made.calls()).toEqual([read]);
    const gone = await made.query(membersOf(), { id: partners });
    expect(nodesOf(gone.organizationGroup.members)).toEqual([]);
    expect(made.calls()).toEqual([`${read}/members`]);
  });

  test.each(["text", { a: 1 }, [7.5], [true]])("are an error of their own when there is %j", async (odd) => {
    const made = gateway();
    withFields(made, { members: odd });
    const { data, errors } = await made.execute(membersOf(), { id: partners });
    expect(data.organizationGroup).toEqual({ members: null });
    expect(codesOf(errors)).toEqual(["UPSTREAM_INVALID_RESPONSE"]);
    expect(made.calls()).toEqual([read]);
  });
});

describe("groups of organizations", () => {
  test("are those that it is a member of, for all organizations of a page from one list", async () => {
    const made = gateway();
    const { organizations } = await made.query(
      "{ organizations(first: 50) { nodes { sourceId groups { sourceId } } } }",
    );
    const expected = (id: string) =>
      rowsOf(made)
        .filter(({ members }) => members?.includes(id))
        .map((row) => ({ sourceId: row.id }));
    expect(organizations.nodes).toHaveLength(50);
    for (const { sourceId, groups } of organizations.nodes) expect(groups).toEqual(expected(sourceId));
    expect(expected(acme).length).toBeGreaterThan(2);
    expect(made.callsWithQueries()).toEqual([...pagesOf("organizations", 0), list]);
  });

  test("are found by members of any form", async () => {
    const made = gateway();
    const rows = [{ members: "text" }, { members: [{ id: acme }, 7, null] }, { members: [] }].map(
      (row, at) => ({
        id: organizationGroupId(String(at)),
        ...row,
      }),
    );
    made.sandbox.web1on1.inject({ row: "orgGroups.list", reply: { status: 200, body: rows } });
    const { organization } = await made.query(
      `{ organization(by: { id: "${acme}" }) { groups { sourceId } } }`,
    );
    expect(organization.groups).toEqual([{ sourceId: rows[1]?.id }]);
    expect(made.calls()).toEqual([`web1on1 GET /organizations/${acme}`, "web1on1 GET /orggroups"]);
  });

  test("are found where the list leaves members out, by one read for each group that lacks them", async () => {
    const made = gateway();
    const inAcme = rowsOf(made).filter(({ members }) => members?.includes(acme));
    const [kept, ...silent] = inAcme;
    const body = rowsOf(made).map(({ members, ...row }) =>
      silent.some(({ id }) => id === row.id) ? row : { ...row, members },
    );
    made.sandbox.web1on1.inject({ row: "orgGroups.list", reply: { status: 200, body } });
    const groups = "groups { sourceId }";
    const { one, other } = await made.query(
      `{ one: organization(by: { id: "${acme}" }) { ${groups} } other: organization(by: { id: "${acme}" }) { ${groups} } }`,
    );
    expect(one.groups).toEqual(inAcme.map(({ id }) => ({ sourceId: id })));
    expect(other).toEqual(one);
    const reads = silent.map(({ id }) => `web1on1 GET /orggroups/${id}/members`);
    expect(reads.length).toBeGreaterThan(0);
    expect(kept?.id).not.toBeUndefined();
    expect(
      made
        .calls()
        .filter((call) => call.includes("/orggroups/"))
        .toSorted(),
    ).toEqual(reads.toSorted());
  });

  test("lead to their members and back, with each list read once", async () => {
    const made = gateway();
    const { organizations } = await made.query(
      "{ organizations(first: 50) { nodes { groups { members(first: 10) { nodes { name } } } } } }",
    );
    expect(organizations.nodes[1].groups[0].members.nodes).toHaveLength(10);
    expect(made.callsWithQueries().sort()).toEqual([...pagesOf("organizations", 0), list].sort());
  });
});
