import { setImmediate as turn } from "node:timers/promises";
import { exportJWK, generateKeyPair } from "jose";
import { expect, test } from "vitest";
import { jwksFetcher } from "../../src/auth/fetch-jwks.ts";
import type { Transport, TransportRequest, TransportResponse } from "../../src/rest/exchange.ts";
import { testClock } from "../support/clock.ts";

const { publicKey } = await generateKeyPair("EdDSA", { extractable: true });
const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: "a" }] });

async function* chunksOf(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text);
}

/** Fetches keys from an issuer that gives this answer; what it leaves out is as it should be. */
function fetchFrom(answer: Partial<TransportResponse>) {
  const asked: TransportRequest[] = [];
  const transport: Transport = async (request) => {
    asked.push(request);
    return { status: 200, headers: {}, body: chunksOf(jwks), ...answer };
  };
  const clock = testClock();
  return { asked, clock, fetchKeys: jwksFetcher("https://issuer.example/jwks?v=1", { clock, transport }) };
}

test("keys come from one GET, which leaves no timer behind", async () => {
  const { asked, clock, fetchKeys } = fetchFrom({ body: chunksOf(jwks.slice(0, 10), jwks.slice(10)) });
  const keys = await fetchKeys();
  expect(await keys({ alg: "EdDSA", kid: "a" })).toMatchObject({ type: "public" });
  expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual(["GET https://issuer.example/jwks?v=1"]);
  expect(asked.map(({ signal }) => signal.aborted)).toEqual([false]);
  expect(clock.pending).toBe(0);
});

test.each<[string, Partial<TransportResponse>, string]>([
  [
    "a redirect, which is not followed",
    { status: 302, headers: { location: "https://evil.example/" } },
    "it was answered with 302",
  ],
  ["an error", { status: 500 }, "it was answered with 500"],
  ["a compressed body", { headers: { "content-encoding": "gzip" } }, "the answer is compressed"],
  [
    "a body over the cap",
    { body: chunksOf(...Array(5).fill(" ".repeat(65_536))) },
    "the answer is larger than 262144 bytes",
  ],
  ["no JSON", { body: chunksOf("<html>") }, "the answer is no JWKS"],
  ["JSON without keys", { body: chunksOf('{"keys":{}}') }, "the answer is no JWKS"],
])("%s gives no keys", async (_title, answer, message) => {
  const { asked, clock, fetchKeys } = fetchFrom(answer);
  await expect(fetchKeys()).rejects.toThrow(message);
  // Its connection is given up with it.
  expect(asked.map(({ signal }) => signal.aborted)).toEqual([true]);
  expect(clock.pending).toBe(0);
});

test("an answer that does not end within five seconds is given up", async () => {
  const clock = testClock();
  const transport: Transport = async ({ signal }) => ({
    status: 200,
    headers: {},
    body: (async function* () {
      yield Buffer.from("{");
      while (!signal.aborted) await turn();
      throw new Error("aborted");
    })(),
  });
  const fetched = jwksFetcher("https://issuer.example/", { clock, transport })();
  const settled = expect(fetched).rejects.toThrow("there was no whole answer within 5000 ms");
  await clock.advance(5_000);
  await settled;
});

test("a connection that fails is told by its code, and nothing else of the error", async () => {
  const failing = (error: Error): Promise<unknown> =>
    jwksFetcher("https://issuer.example/", { clock: testClock(), transport: () => Promise.reject(error) })();
  await expect(failing(Object.assign(new Error("planted"), { code: "ECONNREFUSED" }))).rejects.toThrow(
    /^ECONNREFUSED$/,
  );
  await expect(failing(new Error("planted"))).rejects.toThrow(/^the connection failed$/);
});
