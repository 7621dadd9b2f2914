import { describe, expect, test } from "vitest";
import { loadOperations } from "../../src/client/operations.ts";
import { exampleVariables } from "../../src/client/tabs.ts";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { testNowMs } from "../support/clock.ts";
import { gateway } from "../support/gateway.ts";

const documents = new Map(loadOperations().map(({ name, document }) => [name, document]));
const variables = exampleVariables(testNowMs);

const run = async (name: string, given: Readonly<Record<string, unknown>> = variables[name] ?? {}) => {
  const made = gateway();
  const data = await made.query(documents.get(name) ?? "", given);
  return { ...made, data, called: made.calls() };
};

const count = (calls: readonly string[], prefix: string) =>
  calls.filter((call) => call.startsWith(prefix)).length;

describe("the shipped operations", () => {
  test("account-desk", async () => {
    const { data, called } = await run("account-desk");
    expect(data.account).toMatchObject({ name: showcase.account.name });
    console.log(called);
  });
  test("team-day", async () => {
    const { called } = await run("team-day");
    console.log(called, count(called, "web1on1 GET /users"));
  });
});
