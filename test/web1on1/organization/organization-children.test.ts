import { expect, test } from "vitest";
import { organizationId } from "../../../src/sandbox/data/ids.ts";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { gid, isListed, pagesOf } from "../upstream.ts";

const parent = organizationId("stranger-0");
const { masterOrganizationId: master } = showcase;
const childrenOf = `query ($id: ID!, $first: Int, $after: String) { organization(by: { id: $id }) {
  children(first: $first, after: $after) {
    nodes { sourceId parent { sourceId } } pageInfo { hasNextPage endCursor }
  }
} }`;

const childIds = ({ sandbox }: TestGateway, of: string): string[] =>
  sandbox.data.web1on1.organizations.filter((row) => isListed(row) && row.parent === of).map(({ id }) => id);

/** Calls for the children of one organization: it, and the list by its filter. */
const childCalls = (of = ""): string[] => [
  `web1on1 GET /organizations/${of}`,
  `web1on1 GET /organizations?parent=${of}&limit=100&offset=0`,
];

test("children of one organization are found by the filter, and know their parent", async () => {
  const made = gateway();
  const { organization } = await made.query(childrenOf, { id: parent });
  const ids = childIds(made, parent);
  expect(ids.length).toBe(3);
  expect(organization.children.nodes).toEqual(
    ids.map((id) => ({ sourceId: id, parent: { sourceId: parent } })),
  );
  expect(made.callsWithQueries()).toEqual(childCalls(parent));
});

test("children of many organizations come from one list, grandchildren too", async () => {
  const made = gateway();
  const { organizations } = await made.query(
    `{ organizations(first: 30) { nodes {
      sourceId children(first: 10) { nodes { sourceId children(first: 10) { nodes { sourceId } } } }
    } } }`,
  );
  const firstChildren = (id: string): string[] => childIds(made, id).slice(0, 10);
  const listed = made.sandbox.data.web1on1.organizations.filter(isListed).slice(0, 30);
  expect(organizations.nodes).toEqual(
    listed.map(({ id }) => ({
      sourceId: id,
      children: {
        nodes: firstChildren(id).map((child) => ({
          sourceId: child,
          children: { nodes: firstChildren(child).map((grandchild) => ({ sourceId: grandchild })) },
        })),
      },
    })),
  );
  expect(made.callsWithQueries()).toEqual(pagesOf("organizations", 0));
});

test("a walk in small pages gives each child once", async () => {
  const made = gateway();
  const walked: string[] = [];
  let after: string | null = null;
  do {
    const { organization } = await made.query(childrenOf, { id: master, first: 7, after });
    const { nodes, pageInfo } = organization.children;
    walked.push(...nodes.map(({ sourceId }: { sourceId: string }) => sourceId));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  expect(walked).toEqual(childIds(made, master));
  expect(walked.length).toBeGreaterThan(20);
  expect(made.callsWithQueries()).toEqual(childCalls(master));
});

test("archived children are left out, and no children are an empty page", async () => {
  const made = gateway();
  const archived = made.sandbox.data.web1on1.organizations.find(({ status }) => status === "archived");
  expect(archived?.parent).toBe(master);
  expect(childIds(made, master)).not.toContain(archived?.id);
  const { organization } = await made.query(childrenOf, { id: gid("Organization", archived?.id ?? "") });
  expect(organization.children.nodes).toEqual([]);
  expect(made.callsWithQueries()).toEqual(childCalls(archived?.id));
});

test("a page of no children costs no call", async () => {
  const made = gateway();
  await made.query(childrenOf, { id: parent, first: 0 });
  expect(made.calls()).toEqual([`web1on1 GET /organizations/${parent}`]);
});
