import { createPublicKey } from "node:crypto";
import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { json } from "node:stream/consumers";
import { generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import { afterAll, beforeEach, expect, test } from "vitest";
import { createAuthenticator } from "../../src/auth/authenticator.ts";
import { createKey, digestOf } from "../../src/auth/client-key.ts";
import { createHttpTransport } from "../../src/rest/sending/transport.ts";
import { clientFile } from "../auth/client-file.ts";
import { goodClaims, startIssuer, testSeconds } from "../auth/issuer.ts";
import { testClock } from "../support/clock.ts";
import { startServer } from "../support/server.ts";

const issuer = await startIssuer();
const goodKey = createKey();
const file = await clientFile({
  clients: [{ name: "desk", sha256: [digestOf(goodKey)], scopes: ["assembly:read"] }],
});
const transport = createHttpTransport();
const clock = testClock();
const { clientOf } = createAuthenticator(
  { clientsFile: file.path, jwt: issuer.config },
  { clock, transport: transport.send, systems: ["assembly"], note: () => undefined },
);
const server = await startServer({ authenticate: ({ raw }) => clientOf(raw) });
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await Promise.all([issuer[Symbol.asyncDispose](), file[Symbol.asyncDispose](), transport.close()]);
});

const query = '{ account(by: { domain: "acme.example" }) { name } }';
const mutation = 'mutation { createLabel(input: { name: "new" }) { label { name } } }';

/** Posts an operation with headers that may come twice. */
async function post(
  headers: readonly (readonly [string, string])[],
  { path = "/graphql", document = query } = {},
) {
  const { hostname, port } = new URL(server.url);
  const sent = request({
    hostname,
    port,
    path,
    method: "POST",
    headers: ["Host", `${hostname}:${port}`, "Content-Type", "application/json", ...headers.flat()],
  });
  sent.end(JSON.stringify({ query: document }));
  const [answer] = (await once(sent, "response")) as [IncomingMessage];
  return { status: answer.statusCode, headers: answer.headers, body: await json(answer) };
}

const bearer = (token: string) => [["Authorization", `Bearer ${token}`]] as const;

const good = await issuer.token();
const other = await generateKeyPair("ES256");
const spki = createPublicKey({ key: { ...issuer.jwks.keys[0] }, format: "jwk" }).export({
  type: "spki",
  format: "pem",
});
const [head = "", payload = "", signature = ""] = good.split(".");
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const changed = (text: string) => `${text.startsWith("A") ? "B" : "A"}${text.slice(1)}`;

beforeEach(async () => {
  expect(await post(bearer(good))).toMatchObject({
    status: 200,
    body: { data: { account: { name: "Acme Robotics" } } },
  });
  server.calls();
});

/** Tokens by what is wrong with them, each with words of the answer. */
const badTokens: readonly [title: string, token: string, message: string][] = [
  ["alg none", new UnsecuredJWT(goodClaims()).encode(), "an algorithm that is not taken"],
  [
    "alg none, with the signature of a good one",
    `${encoded({ alg: "none", kid: "ES256" })}.${payload}.${signature}`,
    "an algorithm that is not taken",
  ],
  [
    "HS256 with the public key for a secret",
    await new SignJWT(goodClaims())
      .setProtectedHeader({ alg: "HS256", kid: "RS256" })
      .sign(Buffer.from(spki)),
    "an algorithm that is not taken",
  ],
  [
    "RS256 for a key of ES256",
    `${encoded({ alg: "RS256", kid: "ES256" })}.${payload}.${signature}`,
    "a key that its issuer has not",
  ],
  ["another issuer", await issuer.token({ iss: "https://issuer.example" }), "of another issuer"],
  ["another audience", await issuer.token({ aud: ["billing", "Tributary"] }), "for another audience"],
  ["no audience", await issuer.token({ aud: undefined }), "for another audience"],
  ["ended 30 s ago", await issuer.token({ exp: testSeconds(-30) }), "has ended"],
  ["no end", await issuer.token({ exp: undefined }), "does not say when it ends"],
  ["not valid for another 31 s", await issuer.token({ nbf: testSeconds(31) }), "not valid yet"],
  ["no subject", await issuer.token({ sub: undefined }), "names no subject"],
  ["an empty subject", await issuer.token({ sub: "" }), "names no subject"],
  ["no kid", await issuer.token({}, { kid: undefined }), "names no key"],
  ["an unknown kid", await issuer.token({}, { kid: "another" }), "a key that its issuer has not"],
  [
    "a key of another issuer",
    await new SignJWT(goodClaims()).setProtectedHeader({ alg: "ES256", kid: "ES256" }).sign(other.privateKey),
    "signature of the token is not good",
  ],
  [
    "a key in the header",
    await new SignJWT(goodClaims())
      .setProtectedHeader({ alg: "ES256", jwk: { ...issuer.jwks.keys[1] } })
      .sign(other.privateKey),
    "names no key",
  ],
  ["cut in the signature", good.slice(0, -10), "signature of the token is not good"],
  ["cut to two parts", `${head}.${payload}`, "cannot be read"],
  ["another payload", `${head}.${changed(payload)}.${signature}`, "signature of the token is not good"],
  ["a text that is no token", "no-token", "cannot be read"],
  ["a key that is not known", createKey(), "that of no client"],
  ["a key in other letter case", goodKey.toUpperCase(), "cannot be read"],
  ["a key that is cut", goodKey.slice(0, -1), "not copied whole"],
  ["a key with more behind it", `${goodKey}A`, "not copied whole"],
  ["a token of 9 000 characters", `${good}${"A".repeat(9_000 - good.length)}`, "longer than 8192"],
];

test.each(badTokens)(
  "%s is 401 for a read and a write, and nothing is called",
  async (_title, token, message) => {
    for (const document of [query, mutation]) {
      const { body, headers, status } = await post(bearer(token), { document });
      expect([status, headers["www-authenticate"]]).toEqual([401, 'Bearer error="invalid_token"']);
      expect(body).toEqual({
        errors: [
          {
            message: expect.stringContaining(message),
            extensions: { code: "UNAUTHENTICATED", retryable: false, requestId: headers["x-request-id"] },
          },
        ],
      });
      expect(JSON.stringify(body)).not.toContain(token.slice(0, 20));
    }
    expect(server.calls()).toEqual([]);
    expect(server.logLines.join()).not.toContain(token.slice(-20));
  },
);

test.each<[string, readonly (readonly [string, string])[], string, string]>([
  ["nothing", [], "/graphql", "Bearer"],
  ["an empty header", [["Authorization", ""]], "/graphql", "Bearer"],
  ["an empty token", [["Authorization", "Bearer "]], "/graphql", "Bearer"],
  [
    "a name and password",
    [["Authorization", `Basic ${Buffer.from("a:b").toString("base64")}`]],
    "/graphql",
    "Bearer",
  ],
  ["a good token of another scheme", [["Authorization", `Token ${good}`]], "/graphql", "Bearer"],
  ["a good token in a cookie", [["Cookie", `access_token=${good}`]], "/graphql", "Bearer"],
  ["two headers, both good", [...bearer(good), ...bearer(good)], "/graphql", 'Bearer error="invalid_token"'],
  [
    "two headers, the second bad",
    [...bearer(goodKey), ...bearer("abc")],
    "/graphql",
    'Bearer error="invalid_token"',
  ],
  [
    "two tokens in a header",
    [["Authorization", `Bearer ${good}, Bearer ${good}`]],
    "/graphql",
    'Bearer error="invalid_token"',
  ],
  ["a good token in the URL", [], `/graphql?access_token=${good}`, 'Bearer error="invalid_token"'],
])("%s is 401", async (_title, headers, path, challenge) => {
  const { body, headers: answered, status } = await post(headers, { path, document: mutation });
  expect([status, answered["www-authenticate"]]).toEqual([401, challenge]);
  expect(body).toMatchObject({ errors: [{ extensions: { code: "UNAUTHENTICATED" } }] });
  expect(JSON.stringify(body)).not.toContain(good.slice(0, 20));
  expect(server.calls()).toEqual([]);
});

test("a token of 100 kB is refused by the HTTP layer", async () => {
  const { status } = await server.post({ query }, { authorization: `Bearer ${"A".repeat(100_000)}` });
  expect(status).toBe(431);
  expect(server.calls()).toEqual([]);
});

test.each<[string, string]>([
  ["of ES256", good],
  ["of RS256", await issuer.token({}, { alg: "RS256" })],
  ["of EdDSA", await issuer.token({}, { alg: "EdDSA" })],
  ["that ended 29 s ago", await issuer.token({ exp: testSeconds(-29) })],
  ["that is valid in 30 s", await issuer.token({ nbf: testSeconds(30) })],
  ["for several audiences", await issuer.token({ aud: ["billing", "tributary"] })],
])("a token %s is taken", async (_title, token) => {
  expect(await post(bearer(token))).toMatchObject({ status: 200 });
});

test.each(["bearer", "BEARER"])("the scheme may be written %s", async (scheme) => {
  expect(await post([["authorization", `${scheme} ${goodKey}`]])).toMatchObject({ status: 200 });
});

test("a thousand unknown keys make at most one fetch in thirty seconds, and a good token is taken meanwhile", {
  timeout: 60_000,
}, async () => {
  await clock.advance(30_000);
  const before = issuer.fetches;
  const statuses = new Set<number>();
  for (let at = 0; at < 1_000; at += 50) {
    const kids = Array.from({ length: 50 }, (_, index) => `made-up-${at + index}`);
    const tokens = kids.map((kid) => `${encoded({ alg: "ES256", kid })}.${payload}.${signature}`);
    const sent = tokens.map((token) => server.post({ query }, { authorization: `Bearer ${token}` }));
    for (const { status } of await Promise.all(sent)) statuses.add(status);
  }
  expect([...statuses]).toEqual([401]);
  expect(issuer.fetches - before).toBe(1);
  expect(await post(bearer(await issuer.token({ sub: "another" })))).toMatchObject({ status: 200 });
  expect(issuer.fetches - before).toBe(1);
  expect(server.calls()).toEqual([]);
});
