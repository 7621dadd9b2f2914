import { describe, expect, test } from "vitest";
import { serviceId } from "../../../src/sandbox/data/ids.ts";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { plantedSecret } from "../../../src/sandbox/planted-secret.ts";
import { documents } from "../../client/run-operation.ts";
import { codesOf } from "../../support/errors.ts";
import { gateway } from "../../support/gateway.ts";
import { bodies, gid, stored, unknownId, writes } from "../upstream.ts";

const acme = showcase.account.organizationId;
const id = serviceId("acme", 0);
const path = `web1on1 GET /services/${id}`;
const patch = `web1on1 PATCH /services/${id}`;
const create = `mutation ($input: CreateServiceInput!) { createService(input: $input) {
  serviceId service { id name description type status touchpoints startDate endDate organization { sourceId } }
} }`;
const update = `mutation ($id: ID!, $input: UpdateServiceInput!) { updateService(id: $id, input: $input) {
  serviceId service { name description type status meta }
} }`;
const remove = "mutation ($id: ID!) { deleteService(id: $id) { deletedServiceId } }";
const canary = plantedSecret("params", "client");
const webhook = { webhook: { url: `https://hooks.example/${canary}`, secret: canary } };

describe("creating a service", () => {
  test("as the shipped operation does costs the write and the organization", async () => {
    const made = gateway();
    const url = `https://ann:${canary}@hooks.example/orders?to=a%20b`;
    const data = await made.query(documents.get("create-service") ?? "", {
      organization: gid("Organization", acme),
      url,
      secret: canary,
    });
    expect(data.createService.service).toEqual({
      id: expect.stringMatching(/^gid:\/\/web1on1\/Service\/[0-9a-f]{24}$/),
      name: "Order updates",
      type: "WEBHOOK",
      status: "QUEUED",
      organization: { name: "Acme Robotics" },
    });
    expect(bodies(made)).toEqual([
      {
        organization: acme,
        name: "Order updates",
        type: "webhook",
        params: { url, secret: canary, events: ["message.created"] },
      },
    ]);
    expect(made.calls()).toEqual(["web1on1 POST /services", `web1on1 GET /organizations/${acme}`]);
  });

  test("sends what was given, and null as nothing", async () => {
    const made = gateway();
    const { createService } = await made.query(create, {
      input: {
        organizationId: null,
        name: "Widget",
        description: "On every page",
        type: "API",
        status: "DISABLED",
        touchpoints: ["web", "email"],
        params: { api: { scopes: null } },
        smoochId: null,
        startDate: "2026-05-01T02:00:00+02:00",
        endDate: "2026-06-01T00:00:00Z",
        meta: { note: null },
      },
    });
    expect(createService).toEqual({
      serviceId: createService.service.id,
      service: {
        id: createService.serviceId,
        name: "Widget",
        description: "On every page",
        type: "API",
        status: "DISABLED",
        touchpoints: ["web", "email"],
        startDate: "2026-05-01T00:00:00.000Z",
        endDate: "2026-06-01T00:00:00.000Z",
        organization: { sourceId: showcase.masterOrganizationId },
      },
    });
    expect(bodies(made)).toEqual([
      {
        name: "Widget",
        description: "On every page",
        type: "api",
        status: "disabled",
        touchpoints: ["web", "email"],
        params: {},
        startDate: "2026-05-01T00:00:00.000Z",
        endDate: "2026-06-01T00:00:00.000Z",
        meta: { note: null },
      },
    ]);
    const master = `web1on1 GET /organizations/${showcase.masterOrganizationId}`;
    expect(made.calls()).toEqual(["web1on1 POST /services", master]);
  });

  test("that may have happened is told with the query that shows it, and with no parameter", async () => {
    const made = gateway();
    made.sandbox.web1on1.inject({ row: "services.create", kind: "reset", afterEffect: true });
    const { data, errors } = await made.execute(create, { input: { name: "Lost", params: webhook } });
    expect(data).toEqual({ createService: null });
    expect(codesOf(errors)).toEqual(["UPSTREAM_OUTCOME_UNKNOWN"]);
    expect(made.calls()).toEqual(["web1on1 POST /services"]);
    const { services } = await made.query(String(errors[0]?.extensions.reconcile));
    expect(services.nodes[0]).toMatchObject({ name: "Lost" });
    expect(made.calls()).toEqual(["web1on1 GET /services"]);
  });

  test("that is refused with its parameters repeats none of them", async () => {
    const made = gateway();
    const reply = { status: 400, body: { error: { message: `${canary} did not answer 200` } } };
    made.sandbox.web1on1.inject({ row: "services.create", reply });
    const answer = await made.execute(create, { input: { name: "Hook", params: webhook } });
    expect(codesOf(answer.errors)).toEqual(["UPSTREAM_REJECTED"]);
    expect(made.calls()).toEqual(["web1on1 POST /services"]);
  });
});

describe("updating a service", () => {
  test("sends what was given and leaves the rest, for one call", async () => {
    const made = gateway();
    const before = await stored(made, `/services/${id}`);
    const input = { description: null, status: "DISABLED", touchpoints: [] };
    const { updateService } = await made.query(update, { id: gid("Service", id), input });
    expect(updateService).toEqual({
      serviceId: gid("Service", id),
      service: { name: before.name, description: null, type: "WEBHOOK", status: "DISABLED", meta: null },
    });
    expect(bodies(made)).toEqual([{ description: null, status: "disabled", touchpoints: [] }]);
    expect((await stored(made, `/services/${id}`)).params).toEqual(before.params);
    expect(made.calls()).toEqual([patch]);
  });

  test.each([{}, { type: "SMARTSUPP" }])(
    "with parameters replaces all of them, and sends the type that they are for: %j",
    async (type) => {
      const made = gateway();
      const params = { jid: "a@b.example", password: canary, host: "b.example" };
      const input = { ...type, params: { smartsupp: { ...params, port: null } } };
      const { updateService } = await made.query(update, { id, input });
      expect(updateService.service.type).toBe("SMARTSUPP");
      expect(bodies(made)).toEqual([{ type: "smartsupp", params }]);
      // What is left out is what the upstream takes for it.
      expect((await stored(made, `/services/${id}`)).params).toEqual({ ...params, port: "5222" });
      expect(made.calls()).toEqual([patch]);
    },
  );

  test("merges meta over what is stored, to the digit and whatever its names, for one read more", async () => {
    const made = gateway();
    const text = `{"id":"${id}","params":{"url":"https://${canary}.example"},"meta":{"params":{"a":1.0},"password":"kept","big":12345678901234567890,"gone":1}}`;
    made.sandbox.web1on1.inject({ row: "services.get", reply: { status: 200, body: text } });
    const input = { meta: { gone: null, params: { b: 2 } } };
    const { updateService } = await made.query(update, { id, input });
    expect(writes(made).map(({ body }) => body)).toEqual([
      '{"meta":{"params":{"a":1.0,"b":2},"password":"kept","big":12345678901234567890}}',
    ]);
    expect(updateService.service.meta).toBeNull();
    expect(made.calls()).toEqual([path, patch]);
  });

  test("fifty at once lose no name of meta", { timeout: 20_000 }, async () => {
    const made = gateway({ sandbox: { enforceLimits: false }, parts: { limits: false } });
    const names = Array.from({ length: 50 }, (_, number) => `name${number}`);
    await Promise.all(names.map((name) => made.query(update, { id, input: { meta: { [name]: true } } })));
    const { meta } = await stored(made, `/services/${id}`);
    expect(Object.keys(meta as object)).toEqual(expect.arrayContaining(names));
    const calls = made.calls();
    expect([calls.length, calls.filter((call) => call === patch).length]).toEqual([100, 50]);
  });

  test("has succeeded when the answer does not show the service, which is then read if wanted", async () => {
    const made = gateway();
    const reply = { status: 200, body: [{ params: canary }] };
    made.sandbox.web1on1.inject({ row: "services.update", reply, afterEffect: true });
    const { updateService } = await made.query(update, { id, input: { name: "Renamed" } });
    expect(updateService.service.name).toBe("Renamed");
    expect(made.calls()).toEqual([patch, path]);
  });
});

describe("deleting a service", () => {
  test("archives it", async () => {
    const made = gateway();
    const document = `mutation { deleteService(id: "${id}") { deletedServiceId service { status } } }`;
    expect(await made.query(document)).toEqual({
      deleteService: { deletedServiceId: gid("Service", id), service: { status: "PENDING_ARCHIVE" } },
    });
    expect(made.calls()).toEqual([`web1on1 DELETE /services/${id}`, path]);
    const { organization } = await made.query(
      `{ organization(by: { id: "${acme}" }) { services { sourceId } } }`,
    );
    expect(organization.services).toHaveLength(4);
    expect(organization.services).not.toContainEqual({ sourceId: id });
  });

  test("costs one call where the service is not wanted", async () => {
    const made = gateway();
    expect(await made.query(remove, { id })).toEqual({
      deleteService: { deletedServiceId: gid("Service", id) },
    });
    expect(made.calls()).toEqual([`web1on1 DELETE /services/${id}`]);
  });
});

test.each([
  [update, { input: { name: "N" } }, `PATCH /services/${unknownId}`],
  [update, { input: { meta: {} } }, `GET /services/${unknownId}`],
  [remove, {}, `DELETE /services/${unknownId}`],
])("a write to a service that does not exist is NOT_FOUND: %s", async (document, more, call) => {
  const made = gateway();
  const { errors } = await made.execute(document, { id: unknownId, ...more });
  expect(codesOf(errors)).toEqual(["NOT_FOUND"]);
  expect(made.calls()).toEqual([`web1on1 ${call}`]);
});
