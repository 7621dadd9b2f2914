import { describe, expect, test } from "vitest";
import { organizationId, serviceId } from "../../../src/sandbox/data/ids.ts";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import type { StoredService } from "../../../src/sandbox/data/web1on1/stored.ts";
import { plantedPrefix } from "../../../src/sandbox/planted-secret.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { gid, isListed, pagesOf, showingMeta, unknownId } from "../upstream.ts";

const acme = showcase.account.organizationId;
const archived = serviceId("acme", 5);
const fields = `id sourceId name description type status touchpoints smoochId smoochAppId startDate endDate meta
  createdAt updatedAt organization { sourceId name }`;
const serviceOf = `query ($id: ID!) { service(id: $id) { ${fields} } }`;
const read = (id: string) => `web1on1 GET /services/${id}`;

const rowsOf = (made: TestGateway): readonly StoredService[] => made.sandbox.data.web1on1.services;
const listed = (made: TestGateway): readonly StoredService[] => rowsOf(made).filter(isListed);
const owned = (made: TestGateway, organization: string): readonly StoredService[] =>
  listed(made).filter((row) => row.organization === organization);
const namesOf = (rows: readonly StoredService[]) => rows.map(({ id, name }) => ({ sourceId: id, name }));

test("a service is everything that the upstream tells, less parameters and meta", async () => {
  const made = gateway();
  const id = serviceId("acme", 1);
  const { service } = await made.query(serviceOf, { id: gid("Service", id) });
  const row = rowsOf(made).find((one) => one.id === id);
  expect(row).toMatchObject({ type: "smooch", startDate: expect.any(String), meta: expect.anything() });
  expect(service).toEqual({
    id: gid("Service", id),
    sourceId: id,
    name: row?.name,
    description: row?.description ?? null,
    type: "SMOOCH",
    status: row?.status.toUpperCase(),
    touchpoints: row?.touchpoints,
    smoochId: row?.smoochId,
    smoochAppId: row?.smoochAppId,
    startDate: row?.startDate,
    endDate: row?.endDate,
    meta: null,
    createdAt: row?.createdAt,
    updatedAt: row?.updatedAt,
    organization: { sourceId: acme, name: "Acme Robotics" },
  });
  expect(made.calls()).toEqual([read(id), `web1on1 GET /organizations/${acme}`]);
});

test("meta is told where the setting shows it, and parameters are not", async () => {
  const made = gateway({ addresses: { web1on1: showingMeta } });
  const { services } = await made.query("{ services(first: 100) { nodes { sourceId meta } } }");
  expect(services.nodes).toEqual(
    listed(made).map(({ id, meta = null }) => ({ sourceId: id, meta: meta && { ...meta } })),
  );
  expect(JSON.stringify(services)).toContain(plantedPrefix);
  expect(JSON.stringify(services)).not.toContain(`${plantedPrefix}params`);
  expect(made.calls()).toEqual(["web1on1 GET /services"]);
});

test("an archived service is in no list and still answers by id; one that never was is null", async () => {
  const made = gateway();
  const document = `{
    services(first: 100) { nodes { sourceId } }
    archived: service(id: "${archived}") { status }
    unknown: service(id: "${unknownId}") { status }
  }`;
  const data = await made.query(document);
  expect(data).toEqual({
    services: { nodes: listed(made).map(({ id }) => ({ sourceId: id })) },
    archived: { status: "ARCHIVED" },
    unknown: null,
  });
  expect(new Set(made.calls())).toEqual(new Set(["web1on1 GET /services", read(archived), read(unknownId)]));
});

describe("services of organizations", () => {
  const ofOne = `query ($id: ID!) { organization(by: { id: $id }) { services { sourceId name } } }`;

  test("of one come by a filter, archived ones left out", async () => {
    const made = gateway();
    const { organization } = await made.query(ofOne, { id: acme });
    expect(organization.services).toEqual(namesOf(owned(made, acme)));
    expect(organization.services).toHaveLength(5);
    expect(made.callsWithQueries()).toEqual([
      `web1on1 GET /organizations/${acme}`,
      `web1on1 GET /services?organization=${acme}&limit=100&offset=0`,
    ]);
  });

  test("of many, and back again, cost the list once", async () => {
    const made = gateway();
    const { organizations } = await made.query(
      "{ organizations(first: 50) { nodes { sourceId services { sourceId name organization { sourceId } } } } }",
    );
    for (const { sourceId, services } of organizations.nodes) {
      const expected = namesOf(owned(made, sourceId));
      expect(services).toEqual(expected.map((one) => ({ ...one, organization: { sourceId } })));
      expect(services.length).toBeGreaterThan(0);
    }
    expect(made.callsWithQueries()).toEqual([...pagesOf("organizations", 0), ...pagesOf("services", 0)]);
  });

  test("are none for one that has none", async () => {
    const made = gateway();
    const id = organizationId("closed");
    expect(await made.query(ofOne, { id })).toEqual({ organization: { services: [] } });
    expect(made.calls()).toEqual([`web1on1 GET /organizations/${id}`, "web1on1 GET /services"]);
  });
});

test("a type that no document knows is null, and a reference may hold the whole organization", async () => {
  const made = gateway();
  const row = { id: archived, type: "pigeon", status: 7, organization: { id: acme, secret: "S" } };
  made.sandbox.web1on1.inject({ row: "services.get", reply: { status: 200, body: row } });
  expect(
    await made.query(`{ service(id: "${archived}") { name type status organization { name } } }`),
  ).toEqual({ service: { name: null, type: null, status: null, organization: { name: "Acme Robotics" } } });
  expect(made.calls()).toEqual([read(archived), `web1on1 GET /organizations/${acme}`]);
});
