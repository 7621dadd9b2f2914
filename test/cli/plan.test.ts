import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { gateway } from "../support/gateway.ts";
import { runIn } from "../support/gateway-process.ts";
import { planned } from "../support/planned.ts";

const folder = await mkdtemp(join(tmpdir(), "tributary-plan-"));
afterAll(() => rm(folder, { recursive: true }));

/** Plans a document; files are looked for in the folder of the process. */
async function plan(document: string, variables?: string) {
  await writeFile(join(folder, "operation.graphql"), document);
  if (variables !== undefined) await writeFile(join(folder, "variables.json"), variables);
  const more = variables === undefined ? [] : ["--variables", "variables.json"];
  await using process = runIn(folder, {}, "plan", "operation.graphql", ...more);
  return { code: await process.ended, ...process.written };
}

describe("tributary plan", { timeout: 60_000 }, () => {
  test("tells the bounds that a gateway tells which has read nothing", async () => {
    const document =
      "query Desk($domain: String!) { account(by: { domain: $domain }) { name tier { name } } }";
    const variables = { domain: "acme.example" };
    const { plan: told } = await planned(gateway(), document, variables);
    const { code, error, out } = await plan(document, JSON.stringify(variables));
    expect([code, error]).toEqual([0, ""]);
    const rows = out
      .split("\n")
      .slice(2, 6)
      .map((row) => row.trim().split(/ +/));
    const expected = ["Assembly", "Assembled", "Web1on1", "Total"].map((title) => {
      const { least, most } = told?.[title.toLowerCase()]?.calls ?? {};
      return [title, String(least), String(most ?? "unbounded")];
    });
    expect(rows).toEqual(expected);
    expect(Number(rows[0]?.[1])).toBeGreaterThan(0);
  });

  test("plans every operation of a file", async () => {
    const { code, out } = await plan("query Teams { teams { name } } query Roles { roles { name } }");
    expect(code).toBe(0);
    expect(out).toMatch(/^Teams: [\s\S]*^Roles: /m);
  });

  test.each([
    [
      "a field that there is not",
      "{ teams {\n nam } }",
      undefined,
      "operation.graphql:2: Cannot query field",
    ],
    ["no GraphQL", "{ teams", undefined, "operation.graphql:1: Syntax Error"],
    [
      "a variable without a value",
      "query A($id: ID!) { team(id: $id) { name } }",
      undefined,
      'Variable "$id" of required type "ID!" was not provided.\nVariables come in a file',
    ],
    [
      "too long a page",
      "query A($n: Int) { people(first: $n) { nodes { firstName } } }",
      '{ "n": 100000 }',
      "first",
    ],
  ])("ends with 1 for %s", async (_, document, variables, sentence) => {
    const { code, error, out } = await plan(document, variables);
    expect([code, error]).toEqual([1, ""]);
    expect(out.replace(/\n {2}/g, "\n")).toContain(sentence);
  });

  test("refuses variables that are no object of JSON", async () => {
    const { code, error } = await plan("{ teams { name } }", "[]");
    expect(code).toBe(2);
    expect(error).toMatch(/^variables\.json is not a JSON object with variables\.\n/);
  });
});
