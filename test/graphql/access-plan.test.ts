import { describe, expect, test } from "vitest";
import type { Scope } from "../../src/auth/scopes.ts";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { clientWith } from "../support/clients.ts";
import { explained } from "../support/explained.ts";
import { gateway, type TestGateway } from "../support/gateway.ts";
import { planned } from "../support/planned.ts";

const { domain } = showcase.account;
const { personId, userId } = showcase.person;

const as = (...scopes: readonly Scope[]): TestGateway => gateway({ client: clientWith(...scopes) });

const nothing = { calls: { least: 0, most: 0 }, expectedWaitMs: { least: 0, most: 0 } };

describe("a plan", () => {
  test("leaves out fields that are refused with all below them, and systems that the client may not use", async () => {
    const made = as("assembly:read");
    const all = `{
      viewer { id } teams { id }
      account(by: { domain: "${domain}" }) { name organization { users(first: 50) { nodes { person { id } } } } }
    }`;
    const allowed = `{ account(by: { domain: "${domain}" }) { name } }`;
    const { plan, errors } = await planned(made, all);
    expect(errors).toEqual([]);
    expect(Object.keys(plan ?? {})).toEqual(["assembly", "total"]);
    expect(plan).toEqual((await planned(made, allowed)).plan);
    expect(plan?.total).toMatchObject({ calls: { least: 1 } });
    expect(made.calls()).toEqual([]);
  });

  test("of nodes tells of those whose type may be read", async () => {
    const made = as("web1on1:read", "assembled:write");
    const person = `gid://assembled/Person/${personId}`;
    const user = `gid://web1on1/User/${userId}`;
    const document = `{ nodes(ids: ["${person}", "${user}"]) { id ... on Person { roles { id } } } }`;
    const { plan } = await planned(made, document);
    expect(plan).toMatchObject({ assembled: nothing, web1on1: { calls: { least: 1 } } });
    expect(plan).not.toHaveProperty("assembly");
    expect((await planned(made, `{ node(id: "${person}") { id } }`)).plan?.total).toEqual(nothing);
  });

  test("of a mutation leaves out writes that are refused, and reads of objects that are", async () => {
    const deletion = `deleteUser(id: "${userId}") { user { id } }`;
    const creation = 'createLabel(input: { type: TIER, name: "a", color: "#fff" }) { label { name } }';
    const { plan } = await planned(as("assembly:write"), `mutation { ${deletion} ${creation} }`);
    const one = { calls: { least: 1, most: 1 }, expectedWaitMs: { least: 0, most: 0 } };
    expect(plan).toEqual({ assembly: one, total: one });
  });

  test("of a gateway that is read-only has no mutation", async () => {
    const made = gateway({ parts: { isReadOnly: true } });
    const { plan } = await planned(made, `mutation { deleteUser(id: "${userId}") { deletedUserId } }`);
    expect(Object.keys(plan ?? {})).toEqual(["assembly", "assembled", "web1on1", "total"]);
    expect(plan?.total).toEqual(nothing);
  });

  test("of a client that may use no system has none", async () => {
    expect((await planned(as(), "{ teams { id } }")).plan).toEqual({ total: nothing });
  });
});

describe("the calls that are told", () => {
  test("and the budgets beside them are those of systems that the client may use", async () => {
    const { upstream, data } = await explained(
      as("assembly:read", "assembled:write"),
      "{ labels { id } viewer { id } }",
    );
    expect(data.viewer).toBeNull();
    expect(upstream.calls.map(({ system }) => system)).toEqual(["assembly"]);
    expect(Object.keys(upstream.totals)).toEqual(["assembly"]);
    expect(Object.keys(upstream.budgetLeft).sort()).toEqual(["assembled", "assembly"]);
  });

  test("tell of no system that may only be written, where nothing is", async () => {
    const made = gateway({
      parts: { isReadOnly: true },
      client: clientWith("assembly:read", "assembled:write"),
    });
    const { upstream } = await explained(made, "{ labels { id } }");
    expect(Object.keys(upstream.budgetLeft)).toEqual(["assembly"]);
  });
});
