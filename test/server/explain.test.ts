import { describe, expect, test } from "vitest";
import { loadOperations } from "../../src/client/operations.ts";
import { exampleVariables } from "../../src/client/tabs.ts";
import { errorCodes } from "../../src/errors.ts";
import { apiOf } from "../../src/resolving/system.ts";
import { type Api, routeOf as describeRow } from "../../src/rest/endpoint.ts";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { systems } from "../../src/systems.ts";
import { testNowMs } from "../support/clock.ts";
import type { SystemName } from "../support/sandbox.ts";
import { startServer } from "../support/server.ts";

const query = { query: "{ viewer { status } }" };
const write = {
  query: `mutation { updateUser(id: "${showcase.person.userId}", input: { givenName: "X" }) { userId } }`,
};

test("X-Explain: 1 adds what is told of the calls, and changes nothing else", async () => {
  await using server = await startServer();
  const plain = await server.post(query);
  const explained = await server.post(query, { "x-explain": "1" });
  const { extensions, ...rest } = explained.json;
  expect(rest).toEqual(plain.json);
  expect(Object.keys(extensions.upstream)).toEqual(["calls", "totals", "budgetLeft", "oldestDataMs"]);
  expect(extensions.upstream.calls).toMatchObject([{ endpoint: "GET /users/me", answeredBy: "fresh" }]);
  expect((await server.post(query, { "x-explain": "0" })).json).toEqual(plain.json);
  expect(server.calls()).toEqual(["web1on1 GET /users/me"]);
});

test("an operation that is refused before it runs made no calls", async () => {
  await using server = await startServer();
  const { json } = await server.post({ query: "{ nothing }" }, { "x-explain": "1" });
  expect(json.errors).toMatchObject([{ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }]);
  expect(json.extensions?.upstream.calls ?? []).toEqual([]);
  expect(server.calls()).toEqual([]);
});

describe("where calls are not explained, who asks for it is refused and nothing is run", () => {
  test.each([
    ["1", query],
    ["plan", query],
    ["1", write],
    ["plan", write],
  ])("X-Explain: %s, %j", async (explain, body) => {
    await using server = await startServer({ mayExplain: false });
    const { status, json } = await server.post(body, { "x-explain": explain, "x-request-id": "client-1" });
    expect(status).toBe(403);
    expect(json).toEqual({
      errors: [
        {
          message: expect.stringContaining("EXPLAIN=true"),
          extensions: { code: "FORBIDDEN", retryable: false, requestId: "client-1" },
        },
      ],
    });
    expect(server.calls()).toEqual([]);
  });

  test("and who asks for nothing is answered", async () => {
    await using server = await startServer({ mayExplain: false });
    const { json } = await server.post(query, { "x-explain": "0" });
    expect(json).toEqual({ data: { viewer: { status: "ACTIVE" } } });
    expect(server.calls()).toEqual(["web1on1 GET /users/me"]);
  });
});

test.each([
  ["true", query],
  ["2", query],
  ["Plan", write],
  ["1, plan", write],
])("X-Explain: %s is refused and nothing is run", async (explain, body) => {
  await using server = await startServer();
  const { status, json } = await server.post(body, { "x-explain": explain });
  expect(status).toBe(400);
  expect(json.errors).toMatchObject([
    { message: expect.stringContaining("X-Explain"), extensions: { code: "BAD_USER_INPUT" } },
  ]);
  expect(server.calls()).toEqual([]);
});

test("what is told are numbers, names of systems, templates of calls, codes and paths in the operation: no address, id, header or secret", async () => {
  const apis: Readonly<Record<string, Api>> = Object.fromEntries(
    systems.map(({ name, nouns }) => [name, apiOf(nouns)]),
  );
  const templates = Object.values(apis).flatMap((api) =>
    Object.values(api).flatMap((rows) => Object.values(rows).map((row) => describeRow(row))),
  );
  const words = new Set([
    ...Object.keys(apis),
    ...templates,
    ...Object.keys(errorCodes),
    ...["network", "coalesced", "fresh", "stale", "sideLoaded"],
  ]);
  const names = new Set([
    ...["calls", "totals", "budgetLeft", "oldestDataMs", "system", "endpoint", "answeredBy", "attempts"],
    ...["startMs", "path", "budgetWaitMs", "durationMs", "ageMs", "code", "requests", ...words],
  ]);
  await using server = await startServer({
    sandbox: { enforceLimits: false },
    parts: { random: () => 0, limits: false },
  });
  const variables = exampleVariables(testNowMs);
  const strange: unknown[] = [];
  const look = (told: unknown): void => {
    if (typeof told === "string" && !words.has(told)) strange.push(told);
    else if (typeof told !== "object") expect(["number", "string"]).toContain(typeof told);
    else {
      for (const [name, value] of Object.entries(told ?? {})) {
        if (!Array.isArray(told) && !names.has(name)) strange.push(name);
        look(value);
      }
    }
  };
  let calls = 0;
  for (const status of [undefined, 401, 404, 500]) {
    const ends = Object.keys(apis).map((name) =>
      status === undefined
        ? () => {}
        : server.sandbox[name as SystemName].inject({
            row: "*",
            reply: { status, headers: { "x-secret": "secret" }, body: { message: "secret" } },
          }),
    );
    for (const { name, document } of loadOperations()) {
      const body = { query: document, variables: variables[name] };
      const { json } = await server.post(body, { "x-explain": "1", "cache-control": "no-cache" });
      const { upstream } = json.extensions;
      const selected = new Set<unknown>(document.match(/\w+/g));
      for (const call of upstream.calls) {
        const { path = [], ...rest } = call;
        strange.push(...path.filter((key: unknown) => typeof key !== "number" && !selected.has(key)));
        look(rest);
      }
      look({ ...upstream, calls: [] });
      calls += upstream.calls.length;
    }
    for (const end of ends) await end();
  }
  expect(strange).toEqual([]);
  expect(calls).toBeGreaterThan(50);
  expect(server.calls().length).toBeGreaterThan(30);
  // Every shipped operation runs four times.
}, 30_000);
