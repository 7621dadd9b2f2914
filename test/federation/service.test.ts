import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { createClient } from "../../src/auth/client.ts";
import { introspectScope, readScope } from "../../src/auth/scopes.ts";
import { gateway } from "../support/gateway.ts";
import { startServer } from "../support/server.ts";
import { entities, models, sdlOf, subgraphGateway } from "./subgraph.ts";

const service = "{ _service { sdl } }";
const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));

describe("_service", () => {
  test.each<[keyof typeof models, NodeJS.ProcessEnv]>([
    ["plain", {}],
    ["prefixed", { SUBGRAPH_NODE: "false", SUBGRAPH_PREFIX: "Support" }],
  ])(
    "answers what npm run --silent subgraph:sdl prints: %s",
    { timeout: 60_000 },
    async (model, settings) => {
      const { query } = subgraphGateway({}, model);
      const { stdout } = await run(process.execPath, ["--import", "tsx", "scripts/subgraph-sdl.ts"], {
        cwd: root,
        env: { PATH: process.env.PATH, ...settings },
        maxBuffer: 2 ** 24,
      });
      const { _service } = await query(service);
      expect(_service.sdl).toBe(stdout);
      expect(_service.sdl).toBe(sdlOf(model));
    },
  );

  test("is for clients that may ask for the schema", async () => {
    const ask = (scopes: Parameters<typeof createClient>[1]) =>
      subgraphGateway({ client: createClient("router", scopes), parts: { introspection: false } }).execute(
        service,
      );
    const refused = await ask([readScope("assembly")]);
    expect(refused.errors).toMatchObject([
      {
        message: expect.stringContaining("_service needs the scope schema:introspect"),
        extensions: { code: "FORBIDDEN" },
      },
    ]);
    const { data, errors } = await ask([introspectScope]);
    expect([data._service.sdl, errors]).toEqual([sdlOf("plain"), []]);
  });
});

test("a gateway that is no subgraph knows nothing of federation", async () => {
  const { execute, gateway: made } = gateway();
  expect(Object.keys(made.schema.getTypeMap()).filter((name) => /^_[^_]/.test(name))).toEqual([]);
  for (const document of [service, entities("")]) {
    const { errors } = await execute(document, { representations: [] });
    expect(errors[0]).toMatchObject({ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } });
  }
});

describe("over HTTP", () => {
  test("it is refused to a client that may not ask for the schema, also after another one was told", async () => {
    const clients = new Map([
      ["curious", createClient("curious", [introspectScope])],
      ["plain", createClient("plain", [readScope("assembly")])],
    ]);
    await using server = await startServer({
      parts: { model: models.plain },
      introspection: false,
      authenticate: ({ headers: { authorization = "" } }) => clients.get(authorization) ?? Promise.reject(),
    });
    for (const document of [service, "query { ...sdl } fragment sdl on Query { _service { sdl } }"]) {
      for (const _ of [1, 2, 3]) {
        const { json } = await server.post({ query: document }, { authorization: "curious" });
        expect(json.data._service.sdl).toBe(sdlOf("plain"));
      }
      const { json, status } = await server.post({ query: document }, { authorization: "plain" });
      expect([status, json.data, json.errors[0].extensions.code]).toEqual([403, undefined, "FORBIDDEN"]);
    }
  });

  const representations = [{ __typename: "Account", domain: "acme.example" }];
  const query = entities("... on Account { domain }");

  test("/schema.graphql is the SDL that routers get", async () => {
    await using server = await startServer({ parts: { model: models.plain } });
    expect((await server.request("/schema.graphql")).text).toBe(sdlOf("plain"));
  });

  test("a router may name its documents by their hashes, as Apollo's do", async () => {
    await using server = await startServer({ parts: { model: models.plain } });
    const sha256Hash = createHash("sha256").update(query).digest("hex");
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    const variables = { representations };
    const unknown = await server.post({ variables, extensions });
    expect(unknown.json.errors).toMatchObject([{ extensions: { code: "PERSISTED_QUERY_NOT_FOUND" } }]);
    await server.post({ query, variables, extensions });
    const { json } = await server.post({ variables, extensions });
    expect(json.data).toEqual({ _entities: representations });
    expect(server.calls().length).toBeLessThan(3);
  });
});
