import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { gateway } from "../support/gateway.ts";
import { runIn } from "../support/gateway-process.ts";
import { planned } from "../support/planned.ts";
import { runHere } from "./run-here.ts";

const folder = await mkdtemp(join(tmpdir(), "tributary-plan-"));
afterAll(() => rm(folder, { recursive: true }));

const operationFile = join(folder, "operation.graphql");
const variablesFile = join(folder, "variables.json");

/** Plans a document. */
async function plan(document: string, variables?: string) {
  await writeFile(operationFile, document);
  if (variables === undefined) return runHere("plan", operationFile);
  await writeFile(variablesFile, variables);
  return runHere("plan", operationFile, "--variables", variablesFile);
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
    expect(error.startsWith(`${variablesFile} is not a JSON object with variables.\n`)).toBe(true);
  });

  test("looks for its files in the folder of the process", async () => {
    const variables = '{ "id": "00000000-0000-4000-8000-000000000000" }';
    const here = await plan("query A($id: ID!) { team(id: $id) { name } }", variables);
    await using process = runIn(folder, {}, "plan", "operation.graphql", "--variables", "variables.json");
    expect(await process.ended).toBe(0);
    expect(process.written).toEqual({ out: here.out, error: "" });
  });
});
