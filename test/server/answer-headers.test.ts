import { afterAll, beforeEach, expect, test } from "vitest";
import { GatewayError } from "../../src/errors.ts";
import { startServer } from "../support/server.ts";

const server = await startServer({
  allowedHosts: [],
  authenticate({ headers }) {
    if (headers.authorization === "none") throw new GatewayError("UNAUTHENTICATED", "No key was sent.");
    return server.gateway.anonymous;
  },
});
const { calls, post, request } = server;
afterAll(() => server[Symbol.asyncDispose]());
beforeEach(() => void calls());

const teams = { query: "{ teams { name } }" };
const json = { "content-type": "application/json" };

test.each<[string, number, () => ReturnType<typeof request>, string[]?]>([
  ["an operation", 200, () => post(teams), ["assembled GET /v0/teams"]],
  ["the same from the cache", 200, () => post(teams)],
  [
    "a query by GET",
    200,
    () => request("/graphql?query={__typename}", { headers: { "apollo-require-preflight": "1" } }),
  ],
  ["an operation that does not fit the schema", 400, () => post({ query: "{ nothing }" })],
  ["a body that is no JSON", 400, () => post("{")],
  ["a client without a key", 401, () => post(teams, { authorization: "none" })],
  ["a path without anything", 404, () => request("/nothing")],
  ["a path that cannot be read", 400, () => request("/%")],
  ["a method that does not fit", 405, () => request("/graphql", { method: "DELETE" })],
  ["a client that takes no JSON", 406, () => post(teams, { accept: "text/csv" })],
  ["a body that is too large", 413, () => post("x".repeat(2 ** 20 + 1))],
  ["a body of another type", 415, () => post(teams, { "content-type": "text/plain" })],
  ["a check of health", 200, () => request("/health/live")],
  ["a check of readiness", 200, () => request("/health/ready")],
])("the answer to %s, %i, is kept by none and guessed at by none", async (_, status, ask, called = []) => {
  const answer = await ask();
  expect(answer.status).toBe(status);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": expect.stringMatching(/^application\/(graphql-response\+)?json(;|$)/),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  expect(calls()).toEqual(called);
});

test("a preflight may be kept as long as it says", async () => {
  const headers = { origin: "http://localhost:3000", "access-control-request-method": "POST", ...json };
  const answer = await request("/graphql", { method: "OPTIONS", headers });
  expect(answer.status).toBe(204);
  expect(answer.headers.get("access-control-max-age")).toBe("600");
  expect(answer.headers.get("cache-control")).toBe(null);
  expect(calls()).toEqual([]);
});
