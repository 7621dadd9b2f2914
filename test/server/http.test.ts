import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { operationLimits } from "../../src/limits.ts";
import { startServer } from "../support/server.ts";

const server = await startServer();
const { calls, post, request } = server;
const viewerCall = "web1on1 GET /users/me";
afterAll(() => server[Symbol.asyncDispose]());
beforeEach(() => void calls());

const viewer = { query: "{ viewer { status } }" };
const json = { "content-type": "application/json" };
const refused = (code: string, message?: RegExp) => ({
  errors: [
    {
      message: message ? expect.stringMatching(message) : expect.any(String),
      extensions: { code, retryable: false, requestId: expect.stringMatching(/^[\w-]{36}$/) },
    },
  ],
});

test("the log tells how long a request took", async () => {
  const upstreamMs = 40;
  const end = server.sandbox.web1on1.inject({ row: "users.me", times: 1, delayMs: upstreamMs });
  await post(viewer, { "x-request-id": "timed" });
  end();
  expect(calls()).toEqual([viewerCall]);
  await expect
    .poll(() =>
      server.logLines
        .map((line) => JSON.parse(line))
        .find(({ msg, requestId }) => msg === "request" && requestId === "timed"),
    )
    .toMatchObject({ route: "/graphql", status: 200 });
  const line = server.logLines.find((text) => text.includes('"timed"')) ?? "{}";
  expect(JSON.parse(line).durationMs).toBeGreaterThanOrEqual(upstreamMs);
});

describe("an operation", () => {
  test("is answered by POST, with the types that GraphQL over HTTP knows", async () => {
    await using fresh = await startServer();
    const plain = await fresh.post(viewer);
    expect(plain).toMatchObject({ status: 200, json: { data: { viewer: { status: "ACTIVE" } } } });
    expect(plain.headers.get("content-type")).toBe("application/json; charset=utf-8");
    const modern = await fresh.post(viewer, { accept: "application/graphql-response+json" });
    expect(modern.json).toEqual(plain.json);
    expect(modern.headers.get("content-type")).toBe("application/graphql-response+json; charset=utf-8");
    expect(new Set(fresh.calls())).toEqual(new Set([viewerCall]));
  });

  test("keeps the request id that its client gives, and gets one for any other text", async () => {
    const given = await post({ query: "{ nothing }" }, { "x-request-id": "client-17" });
    expect(given.headers.get("x-request-id")).toBe("client-17");
    expect(given.json.errors[0].extensions.requestId).toBe("client-17");
    const own = await post({ query: "{ nothing }" }, { "x-request-id": "<script>" });
    expect(own.headers.get("x-request-id")).toMatch(/^[\w-]{36}$/);
    expect(own.json.errors[0].extensions.requestId).toBe(own.headers.get("x-request-id"));
    expect(calls()).toEqual([]);
  });

  test.each([
    ["application/graphql-response+json", 400],
    ["*/*", 400],
    ["application/graphql-response+json, application/json;q=0.9", 400],
    // Such a client takes any other status for a failure of HTTP.
    ["application/json", 200],
  ])("that is wrong has the status which a client that accepts %s expects", async (accept, status) => {
    const { json, ...answer } = await post({ query: "{ nothing }" }, { accept });
    expect(answer.status).toBe(status);
    expect(json.errors).toMatchObject([{ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }]);
    expect(json.data).toBeUndefined();
    expect(calls()).toEqual([]);
  });

  test("whose fields fail is a success of HTTP, with the rest of its data", async () => {
    const query = '{ viewer { status } account(by: { domain: "a b" }) { name } }';
    await using fresh = await startServer();
    const { status, json } = await fresh.post({ query }, { accept: "application/graphql-response+json" });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      data: { viewer: { status: "ACTIVE" }, account: null },
      errors: [{ path: ["account"], extensions: { code: "BAD_USER_INPUT" } }],
    });
    expect(fresh.calls()).toEqual([viewerCall]);
  });

  test("whose answer its client would not accept is refused before anything runs", async () => {
    const query = 'mutation { createUser(input: { email: "not@acceptable.example" }) { userId } }';
    const { status, json } = await post({ query }, { accept: "text/xml" });
    expect(status).toBe(406);
    expect(json).toEqual(refused("BAD_REQUEST", /accept application\/graphql-response\+json/));
    expect(calls()).toEqual([]);
  });
});

describe("CSRF: a page of another site cannot make a browser send an operation without asking first", () => {
  const form = "query=%7Bviewer%7Bstatus%7D%7D";
  const multipart = `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${JSON.stringify(viewer)}\r\n--x--\r\n`;

  test.each<[string, string, RequestInit, number]>([
    [
      "text/plain",
      "/graphql",
      { method: "POST", headers: { "content-type": "text/plain" }, body: JSON.stringify(viewer) },
      415,
    ],
    ["no type at all", "/graphql", { method: "POST", body: Buffer.from(JSON.stringify(viewer)) }, 415],
    [
      "a form",
      "/graphql",
      { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" }, body: form },
      415,
    ],
    [
      "an upload",
      "/graphql",
      { method: "POST", headers: { "content-type": "multipart/form-data; boundary=x" }, body: multipart },
      400,
    ],
  ])("not by %s", async (_, path, init, status) => {
    const answer = await request(path, init);
    expect(answer.status).toBe(status);
    expect(answer.json).toEqual(refused("BAD_REQUEST"));
    expect(calls()).toEqual([]);
  });
});

describe("a request that is no operation is refused in GraphQL's form", () => {
  test.each<[string, string | object]>([
    ["a batch", Array.from({ length: 100 }, () => viewer)],
    ["an empty body", ""],
    ["half of a body", '{"query":'],
    ["null", "null"],
    ["a text", '"{ viewer { id } }"'],
    ["no query", { variables: {} }],
    ["an empty query", { query: "" }],
    ["a parsed query", { query: { kind: "Document", definitions: [] } }],
    ["variables that are a list", { ...viewer, variables: [1] }],
    ["variables that are JSON text", { ...viewer, variables: "{}" }],
    ["extensions that are a number", { ...viewer, extensions: 7 }],
    ["an operation name that is a number", { ...viewer, operationName: 7 }],
    ["__proto__ beside the query", '{"query":"{viewer{status}}","__proto__":{"polluted":1}}'],
    [
      "__proto__ in variables",
      '{"query":"{viewer{status}}","variables":{"a":[{"__proto__":{"polluted":1}}]}}',
    ],
    [
      "constructor.prototype",
      '{"query":"{viewer{status}}","variables":{"constructor":{"prototype":{"polluted":1}}}}',
    ],
  ])("%s", async (_, body) => {
    const answer = await post(body);
    expect(answer.status).toBe(400);
    expect(answer.json).toEqual(refused("BAD_REQUEST"));
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(calls()).toEqual([]);
  });

  test("a body of one byte more than is read; one of exactly that many is", async () => {
    const ofBytes = (bytes: number) => {
      const empty = JSON.stringify({ ...viewer, extensions: { padding: "" } });
      return empty.replace('""', `"${"x".repeat(bytes - empty.length)}"`);
    };
    const { bodyBytes } = operationLimits;
    await using fresh = await startServer();
    const large = await fresh.post(ofBytes(bodyBytes + 1));
    expect(large).toMatchObject({ status: 413, json: refused("BAD_REQUEST", /larger than 1048576 bytes/) });
    expect(fresh.calls()).toEqual([]);
    expect(await fresh.post(ofBytes(bodyBytes))).toMatchObject({ status: 200 });
    expect(fresh.calls()).toEqual([viewerCall]);
  });

  test.each(["PUT", "PATCH", "DELETE"])("%s", async (method) => {
    const answer = await request("/graphql", { method, headers: json, body: JSON.stringify(viewer) });
    expect(answer).toMatchObject({ status: 405, json: refused("BAD_REQUEST") });
    expect(answer.headers.get("allow")).toBe("GET, POST");
    expect(calls()).toEqual([]);
  });

  test.each([
    ["/graphql/v2", 404],
    ["/%", 400],
    ["/graphiql/..%2f..%2fpackage.json", 404],
    ["/graphiql/%2e%2e/%2e%2e/package.json", 404],
  ])("%s", async (path, status) => {
    expect(await request(path)).toMatchObject({ status, json: refused("BAD_REQUEST") });
    expect(calls()).toEqual([]);
  });
});

test("health tells whether the gateway is read-only", async () => {
  await using fresh = await startServer({ parts: { isReadOnly: true } });
  expect(await fresh.request("/health/ready")).toMatchObject({ status: 200, json: { readOnly: true } });
  expect(fresh.calls()).toEqual([]);
});

test("health tells that the gateway answers, and what is known of each system", async () => {
  await using fresh = await startServer();
  expect(await fresh.request("/health/live")).toMatchObject({ status: 200, json: { status: "live" } });
  const untried = { assembly: "untried", assembled: "untried", web1on1: "untried" };
  expect(await fresh.request("/health/ready")).toMatchObject({
    status: 200,
    json: { status: "ready", readOnly: false, systems: untried, apiVersions: { assembled: "2024-05-22" } },
  });
  fresh.sandbox.assembled.inject({ row: "*", reply: { status: 503 } });
  await fresh.post({ query: "{ viewer { id } teams { id } }" });
  expect(await fresh.request("/health/ready")).toMatchObject({
    status: 200,
    json: {
      status: "ready",
      systems: { ...untried, assembled: "failing", web1on1: "answering" },
      causes: { assembled: "UPSTREAM_UNAVAILABLE" },
    },
  });
  expect(new Set(fresh.calls())).toEqual(new Set(["assembled GET /v0/teams", viewerCall]));
});
