import { describe, expect, test } from "vitest";
import { organizationId, workflowId, workflowRuleId } from "../../../src/sandbox/data/ids.ts";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { plantedSecret } from "../../../src/sandbox/planted-secret.ts";
import { codesOf } from "../../support/errors.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { pagesOf, unknownId } from "../upstream.ts";

const acme = showcase.account.organizationId;
const read = `web1on1 GET /organizations/${acme}`;
const workflows = `${read}/workflows`;

const ofAcme = (fields: string) =>
  `query { organization(by: { id: "${acme}" }) { workflows { ${fields} } } }`;

const answering = (made: TestGateway, body: unknown) =>
  made.sandbox.web1on1.inject({ row: "organizationWorkflows.list", reply: { status: 200, body } });

describe("workflows of an organization", () => {
  test("are its own and those of organizations above it, with rules, conditions and events", async () => {
    const made = gateway();
    const { organization } = await made.query(
      ofAcme(`id sourceId name enabled organizationTags createdAt
        rules { sourceId priority conditions { any { fact operator value path } all { value } } event { type params } }`),
    );
    const named = new Map(
      organization.workflows.map((workflow: { name: string }) => [workflow.name, workflow]),
    );
    expect([...named.keys()]).toEqual(expect.arrayContaining(["Welcome", "Robots first", "Trade fair"]));
    const id = workflowId("Robots first");
    const about = (value: string) => ({
      fact: "conversation.category",
      operator: "match",
      value,
      path: ".meta",
    });
    expect(named.get("Robots first")).toEqual({
      id: `gid://web1on1/Workflow/${id}`,
      sourceId: id,
      name: "Robots first",
      enabled: true,
      organizationTags: [],
      createdAt: made.sandbox.data.web1on1.workflows.find((row) => row.id === id)?.createdAt,
      rules: [
        {
          sourceId: workflowRuleId("Robots first", 0),
          priority: 1,
          conditions: { any: [about("Orders"), about("Returns")], all: [{ value: "Robots" }] },
          event: { type: "enqueue", params: { name: "Robots", delay: 5 } },
        },
        {
          sourceId: workflowRuleId("Robots first", 1),
          priority: 2,
          conditions: { any: null, all: [{ value: "Recalls" }] },
          event: { type: "notify", params: { channel: "e-mail" } },
        },
      ],
    });
    expect(named.get("Trade fair")).toMatchObject({ enabled: false, rules: [] });
    expect(made.calls()).toEqual([read, workflows]);
  });

  test("lead to their owner and to the organizations that they name", async () => {
    const made = gateway();
    const { organization } = await made.query(
      ofAcme("name organization { sourceId } organizations { sourceId }"),
    );
    expect(organization.workflows).toContainEqual({
      name: "Trade fair",
      organization: { sourceId: acme },
      organizations: [{ sourceId: acme }, { sourceId: organizationId("bluebird") }],
    });
    expect(organization.workflows).toContainEqual({
      name: "Welcome",
      organization: { sourceId: showcase.masterOrganizationId },
      organizations: [],
    });
    expect(made.calls()).toEqual([read, workflows, "web1on1 GET /organizations"]);
  });

  test("are one call for each organization, beside the list", async () => {
    const made = gateway();
    const { organizations } = await made.query(
      "{ organizations(first: 10) { nodes { sourceId workflows { enabled } } } }",
    );
    expect(organizations.nodes.every((node: { workflows: unknown[] }) => node.workflows.length > 0)).toBe(
      true,
    );
    expect(made.callsWithQueries()).toEqual([
      ...pagesOf("organizations", 0),
      ...organizations.nodes.map(
        ({ sourceId }: { sourceId: string }) => `web1on1 GET /organizations/${sourceId}/workflows`,
      ),
    ]);
  });

  test("follow a change of the organization", async () => {
    const made = gateway();
    const names = async () =>
      (await made.query(ofAcme("name"))).organization.workflows.map(({ name }: { name: string }) => name);
    await names();
    await made.query(
      `mutation { updateOrganization(id: "${acme}", input: { tags: ["automotive"] }) { organizationId } }`,
    );
    expect(await names()).toContain("Automotive");
    // The update answered the organization.
    expect(made.calls()).toEqual([read, workflows, `web1on1 PATCH /organizations/${acme}`, workflows]);
  });

  test("leave out what is not documented, each in its own place", async () => {
    const made = gateway();
    const id = unknownId;
    answering(made, [
      { id, rules: "none", organizations: [7.5], organization: [] },
      {
        id: acme,
        rules: [null, { event: { type: 7, params: [] }, conditions: { any: {} }, priority: "high" }],
      },
      { id: null, name: "No id" },
    ]);
    const { data, errors } = await made.execute(
      ofAcme(`sourceId rules { sourceId priority conditions { any { fact } } event { type params } }
        organizations { sourceId } organization { sourceId }`),
    );
    expect(data.organization.workflows.map(({ sourceId }: { sourceId: string }) => sourceId)).toEqual([
      id,
      acme,
    ]);
    expect(data.organization.workflows[0]).toMatchObject({
      rules: null,
      organizations: null,
      organization: null,
    });
    expect(new Set(codesOf(errors))).toEqual(new Set(["UPSTREAM_INVALID_RESPONSE"]));
    expect(made.calls()).toEqual([read, workflows]);
  });

  test("are null where the organization is gone by then", async () => {
    const made = gateway();
    made.sandbox.web1on1.inject({ row: "organizationWorkflows.list", reply: { status: 404 } });
    expect(await made.query(ofAcme("name"))).toEqual({ organization: { workflows: null } });
    expect(made.calls()).toEqual([read, workflows]);
  });

  test("tell conditions of any shape: values that are no texts, and conditions within conditions", async () => {
    const made = gateway();
    const nested = { all: [{ fact: "b", value: { not: "text" } }, { any: [{ fact: "c", value: 1 }] }] };
    const listed = { fact: "a", operator: "in", value: ["x", 5], rank: 1 };
    const conditions = { any: [listed, { fact: "n", value: 5 }, nested], not: { fact: "d" } };
    answering(made, [{ id: unknownId, rules: [{ id: unknownId, conditions }] }]);
    const { organization } = await made.query(
      ofAcme("rules { conditions { definition any { fact value definition } } }"),
    );
    expect(organization.workflows[0].rules[0].conditions).toEqual({
      definition: conditions,
      any: [
        { fact: "a", value: null, definition: listed },
        { fact: "n", value: null, definition: { fact: "n", value: 5 } },
        { fact: null, value: null, definition: nested },
      ],
    });
    expect(made.calls()).toEqual([read, workflows]);
  });

  test("have no secrets in the parameters of events", async () => {
    const made = gateway();
    const event = {
      type: "call",
      params: {
        secret: plantedSecret("params", 1),
        nested: { password: plantedSecret("params", 2) },
        url: "kept",
      },
    };
    const conditions = { all: [{ fact: "a", value: { secret: "canary-3" } }] };
    answering(made, [{ id: unknownId, rules: [{ id: unknownId, event, conditions }] }]);
    const answer = await made.query(ofAcme("rules { event { params } conditions { definition } }"));
    expect(answer.organization.workflows[0].rules[0].event.params).toEqual({ nested: {}, url: "kept" });
    expect(made.calls()).toEqual([read, workflows]);
  });
});
