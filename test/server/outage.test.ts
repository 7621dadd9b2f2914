import { createServer } from "node:net";
import { beforeAll, describe, expect, test } from "vitest";
import { createSchema } from "../../src/graphql/schema.ts";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { testNowMs } from "../support/clock.ts";
import type { SystemName } from "../support/sandbox.ts";
import { startServer } from "../support/server.ts";

const { domain } = showcase.account;
const query = `{
  account(by: { domain: "${domain}" }) { name tier { name } }
  labels { name }
  person(by: { id: "${showcase.person.personId}" }) { firstName site { name } user { displayName } }
  teams { name }
  viewer { status }
  organization(by: { id: "${showcase.account.organizationId}" }) { name account { name } }
}`;
/** The fields that are read from each system alone, and those below another system's object. */
const places: Record<SystemName, (string | number)[][]> = {
  assembly: [["account"], ["labels"], ["organization", "account"]],
  assembled: [["person"], ["teams"]],
  web1on1: [["organization"], ["viewer"], ["person", "user"]],
};
const systems = Object.keys(places) as SystemName[];
const paths = (errors: readonly { path: (string | number)[] }[]) =>
  errors.map(({ path }) => path.join(".")).sort();

/** A port of this machine at which nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => void server.close(resolve));
  return port;
}

let whole: Record<string, unknown> = {};
let wholeCalls: readonly string[] = [];
beforeAll(async () => {
  await using server = await startServer();
  const { json } = await server.post({ query });
  expect(json.errors).toBeUndefined();
  whole = json.data;
  wholeCalls = server.calls();
  expect(new Set(wholeCalls.map((call) => call.split(" ")[0]))).toEqual(new Set(systems));
});

/** The data of a query of which some fields failed. */
const without = (data: Record<string, unknown>, failed: readonly (string | number)[][]) => {
  const copy = structuredClone(data);
  for (const [first = "", second] of failed) {
    if (second === undefined) copy[first] = null;
    else if (copy[first]) (copy[first] as Record<string, unknown>)[second] = null;
  }
  return copy;
};

describe("while one system is down, its fields are null with one error each, and all others are whole", () => {
  test.each(systems)("%s", async (system) => {
    const baseUrl = `http://127.0.0.1:${await closedPort()}/v2`;
    await using server = await startServer({
      addresses: (emulated) => ({ ...emulated, [system]: { ...emulated[system], baseUrl } }),
    });
    const { status, json } = await server.post({ query });
    expect(status).toBe(200);
    expect(json.data).toEqual(without(whole, places[system]));
    expect(paths(json.errors)).toEqual(places[system].map((path) => path.join(".")).sort());
    for (const { extensions, message } of json.errors) {
      // A call that comes after too many failures is not sent, and tells when to try again.
      const { attempts, retryAfterMs = 0, ...facts } = extensions;
      expect(attempts).toBeLessThanOrEqual(3);
      expect(retryAfterMs > 0).toBe(message.includes("has not been answering"));
      expect(facts).toEqual({
        code: "UPSTREAM_UNAVAILABLE",
        retryable: true,
        system,
        endpoint: expect.stringMatching(/^GET \//),
        requestId: expect.stringMatching(/^[\w-]{36}$/),
      });
      expect(message).not.toContain("127.0.0.1");
    }
    const called = server.calls();
    for (const other of systems.filter((name) => name !== system)) {
      const calls = called.filter((call) => call.startsWith(`${other} `));
      expect(wholeCalls).toEqual(expect.arrayContaining(calls));
      expect(calls.length).toBeGreaterThan(0);
    }
    expect(called.filter((call) => call.startsWith(`${system} `))).toEqual([]);
    const tried = server.logLines.map((line) => JSON.parse(line)).filter((line) => line.system === system);
    expect(tried.length).toBeGreaterThan(0);
    expect(tried.length).toBeLessThanOrEqual(3 * new Set(tried.map(({ endpoint }) => endpoint)).size);
    expect(server.logLines.join("")).not.toContain("127.0.0.1");
  });
});

describe("a credential that a system does not accept is an error of that system's fields, which names it", () => {
  const wrong: Record<SystemName, object> = {
    assembly: { apiKey: "wrong-secret-key" },
    assembled: { apiKey: "wrong-secret-key" },
    web1on1: { credentials: { token: "wrong-secret-key" } },
  };

  test.each(systems)("%s", async (system) => {
    await using server = await startServer({
      addresses: (emulated) => ({ ...emulated, [system]: { ...emulated[system], ...wrong[system] } }),
    });
    const { text, json } = await server.post({ query });
    expect(json.data).toEqual(without(whole, places[system]));
    expect(paths(json.errors)).toEqual(places[system].map((path) => path.join(".")).sort());
    for (const { extensions, message } of json.errors) {
      expect(extensions).toMatchObject({ code: "UPSTREAM_AUTH", system, status: 401, retryable: false });
      expect(message).toMatch(/does not accept the gateway's credentials/);
    }
    expect(text + server.logLines.join("")).not.toContain("wrong-secret-key");
    const refused = server.calls().filter((call) => call.startsWith(`${system} `));
    // A person who is not shown by the roster is read alone.
    const alone = `assembled GET /v0/people/${showcase.person.personId}`;
    expect([...wholeCalls, alone]).toEqual(expect.arrayContaining(refused));
    expect(refused.length).toBeGreaterThan(0);
  });

  test("a log-in that is refused is asked for once, not once a field", async () => {
    const credentials = { email: "gateway@web1on1.example", password: "wrong-secret-key" };
    await using server = await startServer({
      addresses: (emulated) => ({
        ...emulated,
        web1on1: { ...emulated.web1on1, credentials },
      }),
    });
    const { text, json } = await server.post({ query });
    expect(json.data).toEqual(without(whole, places.web1on1));
    for (const { extensions } of json.errors) {
      expect(extensions).toMatchObject({ code: "UPSTREAM_AUTH", system: "web1on1" });
    }
    expect(text + server.logLines.join("")).not.toContain("wrong-secret-key");
    expect(server.calls().filter((call) => call.startsWith("web1on1 "))).toEqual([
      "web1on1 POST /auth/token",
    ]);
  });
});

describe("what the gateway itself gets wrong is masked, and in the log without its words", () => {
  const secret = "sk_live_planted";
  const failure = new Error(`broken by ${secret}\n    at ${secret} (/etc/${secret}:1:1)`);

  test.each<[string, () => unknown]>([
    [
      "throws an error",
      () => {
        throw failure;
      },
    ],
    ["rejects with one", () => Promise.reject(failure)],
    ["rejects with a text", () => Promise.reject(secret)],
    [
      "throws an object",
      () => {
        throw { message: secret, extensions: { code: "NOT_FOUND", secret } };
      },
    ],
    ["gives back an error", () => failure],
  ])("a resolver that %s", async (_, resolve) => {
    await using server = await startServer({ parts: { schema: createSchema() } });
    const field = server.gateway.schema.getQueryType()?.getFields().viewer;
    if (field) field.resolve = resolve;
    const { status, text, json } = await server.post({ query: "{ viewer { status } teams { name } }" });
    expect(status).toBe(200);
    expect(json.data).toEqual({ viewer: null, teams: whole.teams });
    expect(json.errors).toEqual([
      {
        message: "The gateway failed to answer this.",
        locations: [{ line: 1, column: 3 }],
        path: ["viewer"],
        extensions: {
          code: "INTERNAL_SERVER_ERROR",
          retryable: false,
          requestId: expect.stringMatching(/^[\w-]{36}$/),
        },
      },
    ]);
    expect(server.logLines.filter((line) => line.includes('"msg":"fault"'))).toHaveLength(1);
    expect(text + server.logLines.join("")).not.toContain(secret);
    expect(server.calls()).toEqual(["assembled GET /v0/teams"]);
  });

  test("a clock that fails", async () => {
    let broken = false;
    const nowMs = () => {
      if (broken) throw failure;
      return 0;
    };
    await using server = await startServer({
      clock: { nowMs, dateMs: () => testNowMs, after: () => () => {} },
    });
    broken = true;
    const { status, text, json } = await server.post({ query: "{ viewer { status } }" });
    expect(status).toBe(500);
    expect(json).toEqual({
      errors: [
        {
          message: "The gateway failed.",
          extensions: {
            code: "INTERNAL_SERVER_ERROR",
            retryable: false,
            requestId: expect.stringMatching(/^[\w-]{36}$/),
          },
        },
      ],
    });
    expect(text + server.logLines.join("")).not.toContain(secret);
    expect(server.calls()).toEqual([]);
  });
});
