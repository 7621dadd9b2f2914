import { expect } from "vitest";
import { loadOperations } from "../../src/client/operations.ts";
import { exampleVariables } from "../../src/client/tabs.ts";
import { testNowMs } from "../support/clock.ts";
import { startServer } from "../support/server.ts";

/** Documents of the shipped operations, by name. */
export const documents: ReadonlyMap<string, string> = new Map(
  loadOperations().map(({ name, document }) => [name, document]),
);

/** Example variables of the shipped operations, by name. */
export const examples = exampleVariables(testNowMs);

/** Runs a shipped operation on a cold gateway, over sockets; calls come system by system. */
export async function runOperation(
  name: string,
  variables: Readonly<Record<string, unknown>> = examples[name] ?? {},
  change = (document: string) => document,
) {
  await using server = await startServer();
  const { json } = await server.post({ query: change(documents.get(name) ?? ""), variables });
  expect(json.errors).toBeUndefined();
  return { data: json.data, called: server.calls(), sandbox: server.sandbox };
}
