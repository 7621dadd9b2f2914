import { expect, test } from "vitest";
import { serviceId } from "../../../src/sandbox/data/ids.ts";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import type { ServiceOptions } from "../../../src/sandbox/web1on1/services.ts";
import { gateway } from "../../support/gateway.ts";
import { gid, isListed } from "../upstream.ts";

const acme = showcase.account.organizationId;
const ids = [0, 1, 2, 3, 4].map((number) => serviceId("acme", number));
const ofAcme = `{ organization(by: { id: "${acme}" }) { name services { sourceId type } } }`;
const leftOut = (count: number, ...path: string[]) => ({
  message:
    count === 1
      ? "A row is left out here: a system answered no id for it that can be read."
      : `${count} rows are left out here: a system answered no id for them that can be read.`,
  path,
  extensions: { code: "UPSTREAM_INVALID_RESPONSE", system: "web1on1" },
});

const listing = (serviceRows: NonNullable<ServiceOptions["serviceRows"]>) =>
  gateway({ sandbox: { choices: { web1on1: { serviceRows } } } });

test("rows without an id are left out of the list with an error, and the others are answered", async () => {
  const made = listing("mixed");
  const { data, errors } = await made.execute("{ services(first: 10) { nodes { sourceId name } } }");
  const shown = made.sandbox.data.web1on1.services.filter(isListed).slice(0, 10);
  expect(data.services.nodes).toEqual(
    shown.filter((_, place) => place % 2 === 1).map(({ id, name }) => ({ sourceId: id, name })),
  );
  expect(errors).toMatchObject([leftOut(5, "services", "nodes")]);
  expect(made.calls()).toEqual(["web1on1 GET /services"]);
});

test.each([
  ["mixed", 2],
  ["thin", 0],
] as const)("where rows are %s, an organization's are told to be short", async (serviceRows, count) => {
  const made = listing(serviceRows);
  const { data, errors } = await made.execute(ofAcme);
  expect(data.organization.name).toBe("Acme Robotics");
  expect(data.organization.services).toHaveLength(count);
  expect(errors).toMatchObject([leftOut(1, "organization", "services")]);
  expect(made.callsWithQueries()).toEqual([
    `web1on1 GET /organizations/${acme}`,
    `web1on1 GET /services?organization=${acme}&limit=100&offset=0`,
  ]);
});

test.each(["mixed", "thin"] as const)(
  "where rows are %s, services still answer by id",
  async (serviceRows) => {
    const made = listing(serviceRows);
    const nodes = ids.map((id) => gid("Service", id));
    const document = "query ($nodes: [ID!]!) { nodes(ids: $nodes) { ... on Service { sourceId } } }";
    expect(await made.query(document, { nodes })).toEqual({ nodes: ids.map((id) => ({ sourceId: id })) });
    const [list, ...points] = made.calls();
    expect(list).toBe("web1on1 GET /services");
    // Those that the list showed need no read of their own.
    const hidden = serviceRows === "thin" ? ids : [ids[1], ids[3]];
    expect(points).toEqual(hidden.map((id) => `web1on1 GET /services/${id}`));
  },
);

test("a list of nothing but thin rows ends", async () => {
  const made = listing("thin");
  const { data, errors } = await made.execute(
    "{ services(first: 100) { nodes { name } pageInfo { hasNextPage } } }",
  );
  const count = made.sandbox.data.web1on1.services.filter(isListed).length;
  expect(data.services).toEqual({ nodes: [], pageInfo: { hasNextPage: false } });
  expect(errors).toMatchObject([leftOut(count, "services", "nodes")]);
  expect(made.calls()).toEqual(["web1on1 GET /services"]);
});
