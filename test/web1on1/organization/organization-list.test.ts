import { expect, test } from "vitest";
import { organizationId } from "../../../src/sandbox/data/ids.ts";
import type { StoredOrganization } from "../../../src/sandbox/data/web1on1/stored.ts";
import { gateway } from "../../support/gateway.ts";
import { describeList, nameAndTimes } from "../list-cases.ts";
import { gid, isListed, pagesOf } from "../upstream.ts";

const parent = organizationId("stranger-0");

describeList<StoredOrganization>({
  noun: "organizations",
  rows: ({ organizations }) => organizations,
  filters: [
    ["status", { status: "QUEUED" }, "status=queued", ({ status }) => status === "queued"],
    ["status, archived", { status: "ARCHIVED" }, "status=archived", ({ status }) => status === "archived"],
    [
      "name, as it is written",
      { name: "Łódź Żagle" },
      "name=Łódź Żagle",
      ({ name }) => name === "Łódź Żagle",
    ],
    ["tag", { tag: "key account" }, "tags=key account", ({ tags }) => tags?.includes("key account") ?? false],
    ["parent", { parent: gid("Organization", parent) }, `parent=${parent}`, (row) => row.parent === parent],
    [
      "all that hold at once",
      { tag: "travel", status: "ACTIVE" },
      "tags=travel&status=active",
      ({ tags, status }) => status === "active" && (tags?.includes("travel") ?? false),
    ],
  ],
  sorts: nameAndTimes,
  refused: [
    { name: "~Acme" },
    { tag: "[travel,energy]" },
    { tag: "!travel" },
    { parent: gid("User", parent) },
  ],
});

test("a page is shared by those of other sizes and by look-ups", async () => {
  const made = gateway();
  const listed = made.sandbox.data.web1on1.organizations.filter(isListed).map(({ id }) => ({ sourceId: id }));
  const list = `query ($first: Int, $after: String) {
    organizations(first: $first, after: $after) { nodes { sourceId } pageInfo { endCursor } }
  }`;
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
