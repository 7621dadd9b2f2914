import { serverAudits } from "graphql-http";
import { afterAll, expect, test } from "vitest";
import { startServer } from "../support/server.ts";

const server = await startServer();
afterAll(() => server[Symbol.asyncDispose]());

/** The audits of GraphQL over HTTP, as they are. */
const audits = serverAudits({ url: `${server.url}/graphql` });

test("there are as many audits as there were when they were last read", () => {
  expect(audits).toHaveLength(61);
  expect(server.calls()).toEqual([]);
});

test.each(audits.map(({ id, name, fn }) => [id, name, fn] as const))("%s %s", async (id, name, audit) => {
  const { response, ...result } = { response: undefined, ...(await audit()) };
  await response?.text();
  expect(result).toEqual({ id, name, status: "ok" });
  expect(server.calls()).toEqual([]);
});
