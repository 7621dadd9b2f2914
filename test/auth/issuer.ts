import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWTHeaderParameters, type JWTPayload, SignJWT } from "jose";
import type { JwtConfig } from "../../src/config/auth-config.ts";
import { testNowMs } from "../support/clock.ts";

/** Algorithms that the issuer has a key of, which is named as the algorithm. */
type Algorithm = "RS256" | "ES256" | "EdDSA";
const algorithms: readonly Algorithm[] = ["RS256", "ES256", "EdDSA"];

/** An issuer of tokens whose keys are on a free port of the loopback interface. */
export interface Issuer extends AsyncDisposable {
  /** The settings that take its tokens. */
  readonly config: JwtConfig;
  /** Public keys as it publishes them; a test may change them. */
  readonly jwks: { keys: Record<string, unknown>[] };
  /** Fetches of its keys so far. */
  readonly fetches: number;
  /** Answers with this status from now on. */
  answerWith(status: number): void;
  /** A token that is good for an hour, or with other claims and another header; undefined leaves one out. */
  token(
    claims?: Readonly<Record<string, unknown>>,
    header?: { readonly alg?: Algorithm; readonly kid?: string | undefined },
  ): Promise<string>;
}

const pairs = await Promise.all(
  algorithms.map(async (alg) => ({ alg, ...(await generateKeyPair(alg, { extractable: true })) })),
);

/** Seconds since 1970 at the moment at which all tests take place, moved by some. */
export const testSeconds = (movedBy = 0): number => testNowMs / 1_000 + movedBy;

/** Claims of a token that is good. */
export const goodClaims = (): JWTPayload => ({
  iss: "https://issuer.example/",
  aud: "tributary",
  sub: "desk-app",
  exp: testSeconds(3_600),
  scope: "assembly:read profile",
});

/** Starts an issuer. */
export async function startIssuer(): Promise<Issuer> {
  const keys = await Promise.all(
    pairs.map(async ({ alg, publicKey }) => ({ ...(await exportJWK(publicKey)), alg, kid: alg, use: "sig" })),
  );
  const jwks: Issuer["jwks"] = { keys };
  let fetches = 0;
  let status = 200;
  const server = createServer((_request, response) => {
    fetches += 1;
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(jwks));
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    config: {
      issuer: "https://issuer.example/",
      audience: "tributary",
      jwksUrl: `http://127.0.0.1:${port}/jwks`,
      algorithms,
    },
    jwks,
    get fetches() {
      return fetches;
    },
    answerWith(next) {
      status = next;
    },
    token(claims = {}, header = {}) {
      const { alg = "ES256" } = header;
      const pair = pairs.find((candidate) => candidate.alg === alg);
      if (!pair) throw new Error(`The issuer has no key of ${alg}.`);
      const payload = { ...goodClaims(), ...claims };
      return new SignJWT(payload)
        .setProtectedHeader({ kid: alg, ...header, alg } as JWTHeaderParameters)
        .sign(pair.privateKey);
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
}
