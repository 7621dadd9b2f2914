import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, expect, test } from "vitest";
import { createAuthenticator } from "../../src/auth/authenticator.ts";
import { createKey, digestOf } from "../../src/auth/client-key.ts";
import { createHttpTransport } from "../../src/rest/sending/transport.ts";
import { clientFile } from "../auth/client-file.ts";
import { startIssuer } from "../auth/issuer.ts";
import { testClock } from "../support/clock.ts";
import { startServer } from "../support/server.ts";
import { formType } from "../uploads/form-body.ts";
import { asked, openRequest } from "./upload-client.ts";

const keys = { desk: createKey(), lead: createKey() };
const file = await clientFile({
  clients: Object.entries(keys).map(([name, key]) => ({
    name,
    sha256: [digestOf(key)],
    scopes: ["assembly:read"],
  })),
});
const issuer = await startIssuer();
const transport = createHttpTransport();
const auth = createAuthenticator(
  { clientsFile: file.path, jwt: issuer.config },
  {
    clock: testClock(),
    transport: transport.send,
    systems: ["assembly", "assembled", "web1on1"],
    note: () => undefined,
  },
);
const server = await startServer({ authenticate: ({ raw }) => auth.clientOf(raw) });
const { hostname, host, port } = new URL(server.url);
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await Promise.all([issuer[Symbol.asyncDispose](), file[Symbol.asyncDispose](), transport.close()]);
});

const bearer = (credential: string) => ({ authorization: `Bearer ${credential}` });
const body = { query: "{ __typename }" };

/** Clients of the operations in the log since the last look, in their order. */
let seen = 0;
function clientsInLog(): string[] {
  const lines = server.logLines.slice(seen).map((line) => JSON.parse(line));
  seen = server.logLines.length;
  return lines.filter(({ msg }) => msg === "operation").map(({ client }) => client);
}

test("operations by POST and by GET are those of the client whose key or token came with them", async () => {
  clientsInLog();
  const path = `/graphql?query=${encodeURIComponent("{ __typename }")}`;
  const get = (headers: Record<string, string>) =>
    server.request(path, { headers: { "apollo-require-preflight": "true", ...headers } });
  expect((await server.post(body, bearer(keys.desk))).status).toBe(200);
  expect((await get(bearer(keys.lead))).status).toBe(200);
  expect((await get({ ...bearer(await issuer.token()), accept: "text/csv" })).status).toBe(406);
  expect((await server.post(body, bearer(await issuer.token()))).status).toBe(200);
  expect((await get({})).status).toBe(401);
  expect((await get({ accept: "text/csv" })).status).toBe(401);
  expect(clientsInLog()).toEqual(["desk", "lead", "jwt:desk-app"]);
});

const operation = `query=${encodeURIComponent("{ labels { name } }")}`;

test.each<[title: string, line: string, status: number, header?: string]>([
  ["HEAD", `HEAD /graphql?${operation} HTTP/1.1`, 401],
  ["HTTP/1.0", `GET /graphql?${operation} HTTP/1.0`, 401],
  ["the whole URL", `GET http://${host}/graphql?${operation} HTTP/1.1`, 401],
  ["the path in other letters", `GET /%67raphql?${operation} HTTP/1.1`, 401],
  ["the parameter in other letters", `GET /graphql?%71${operation.slice(1)} HTTP/1.1`, 401],
  ["another method in a header", `GET /graphql?${operation} HTTP/1.1`, 401, "X-HTTP-Method-Override: POST"],
  ["a slash behind the path", `GET /graphql/?${operation} HTTP/1.1`, 404],
  ["two slashes", `GET //graphql?${operation} HTTP/1.1`, 404],
  ["another method", `PUT /graphql?${operation} HTTP/1.1`, 405],
])(
  "an operation by %s needs a credential, or leads nowhere",
  async (_, line, status, header = "Accept: */*") => {
    const socket = connect(Number(port), hostname);
    const headers = [`Host: ${host}`, "Apollo-Require-Preflight: true", header, "Connection: close"];
    socket.write(`${line}\r\n${headers.join("\r\n")}\r\n\r\n`);
    expect((await text(socket)).split(" ")[1]).toBe(String(status));
    expect(server.calls()).toEqual([]);
  },
);

/** What comes back for requests that are sent on one connection in one piece. */
async function pipelined(credentials: readonly string[]): Promise<string[]> {
  const sent = credentials.map((credential, at) => {
    const json = JSON.stringify({ query: `{ __typename${"\n".repeat(at)} }` });
    const last = at === credentials.length - 1 ? "Connection: close\r\n" : "";
    const auth = credential === "" ? "" : `Authorization: Bearer ${credential}\r\n`;
    return `POST /graphql HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: ${json.length}\r\n${auth}${last}\r\n${json}`;
  });
  const socket = connect(Number(port), hostname);
  socket.write(sent.join(""));
  return [...(await text(socket)).matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status = ""]) => status);
}

test("requests of several clients on one connection are each of their own client", async () => {
  clientsInLog();
  const token = await issuer.token({ sub: "piped" });
  expect(await pipelined([keys.desk, token, keys.lead, keys.desk, ""])).toEqual([
    ...["200", "200", "200", "200", "401"],
  ]);
  expect(clientsInLog().sort()).toEqual(["desk", "desk", "jwt:piped", "lead"]);
});

test("files of a client that is not known are refused before a byte of them was sent", async () => {
  const upload = await openRequest(server, { "content-type": formType, ...asked });
  const { status, json } = await upload.answer;
  expect([status, json.errors[0].extensions.code]).toEqual([401, "UNAUTHENTICATED"]);
  upload.leave();
  await upload.closed;
  expect(server.calls()).toEqual([]);
});

test("health, the page of GraphiQL and refusals of paths need no credential", async () => {
  const html = { headers: { accept: "text/html" } };
  expect((await server.request("/health/live")).status).toBe(200);
  expect((await server.request("/health/ready")).status).toBe(200);
  expect((await server.request("/graphql", html)).status).toBe(200);
  expect((await server.request("/graphiql/icon.svg")).status).toBe(200);
  expect((await server.request("/nothing")).status).toBe(404);
  expect((await server.request("/graphql", { method: "OPTIONS" })).status).toBe(204);
  expect((await server.request("/graphql", { method: "DELETE" })).status).toBe(405);
});

test("a page of an allowed origin may send a credential, and reads why it was refused", async () => {
  const origin = "http://localhost:3000";
  const preflight = await server.request("/graphql", {
    method: "OPTIONS",
    headers: {
      origin,
      "access-control-request-method": "POST",
      "access-control-request-headers": "authorization,content-type",
    },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get("access-control-allow-headers")).toBe("authorization,content-type");
  expect(preflight.headers.get("access-control-allow-origin")).toBe(origin);
  const refused = await server.post(body, { origin });
  expect(refused.status).toBe(401);
  expect(refused.headers.get("access-control-allow-origin")).toBe(origin);
});

test("a token whose issuer cannot be reached is 503 with a time to come back, and a known one is taken", async () => {
  const down = createAuthenticator(
    { clientsFile: file.path, jwt: { ...issuer.config, jwksUrl: "http://127.0.0.1:9/" } },
    { clock: testClock(), transport: transport.send, systems: ["assembly"], note: () => undefined },
  );
  await using other = await startServer({ authenticate: ({ raw }) => down.clientOf(raw) });
  const { status, headers, json } = await other.post(body, bearer(await issuer.token()));
  expect([status, headers.get("retry-after"), headers.get("www-authenticate")]).toEqual([503, "5", null]);
  expect(json.errors[0].extensions).toMatchObject({
    code: "AUTHENTICATION_UNAVAILABLE",
    retryable: true,
    retryAfterMs: 5_000,
  });
  expect((await other.post(body, bearer(keys.desk))).status).toBe(200);
  expect((await other.post(body, bearer("abc.def.ghi"))).status).toBe(401);
  expect(other.calls()).toEqual([]);
});
