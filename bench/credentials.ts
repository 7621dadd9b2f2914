import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import type { CredentialSource } from "../src/auth/credential.ts";
import type { JwtConfig } from "../src/config/auth-config.ts";
import { systemClock } from "../src/rest/clock.ts";
import { compiled } from "./compiled.ts";
import { median, spread } from "./statistics.ts";
import type { Row } from "./table.ts";

const mostKnownMicros = 10;
const mostNewMicros = 500;
/** Tokens that are new in a round, and requests with one that is known. */
const newTokens = 500;
const knownRequests = 100_000;
const algorithms = ["RS256", "ES256", "EdDSA"] as const;

/** Measures the CPU that it takes to tell the client of a request by a token that is new, and by one that is known. */
export async function credentials({
  rounds,
  progress,
}: {
  readonly rounds: number;
  readonly progress: (line: string) => void;
}): Promise<Row[]> {
  const { createAuthenticator } =
    await compiled<typeof import("../src/auth/authenticator.ts")>("auth/authenticator");
  const { createHttpTransport } =
    await compiled<typeof import("../src/rest/sending/transport.ts")>("rest/sending/transport");
  const transport = createHttpTransport();
  const rows: Row[] = [];
  for (const algorithm of algorithms) {
    const { close, jwt, requests } = await requestsWith(algorithm, rounds * newTokens + 1);
    const parts = { clock: systemClock, transport: transport.send, systems: [], note: progress };
    const { clientOf } = createAuthenticator({ jwt }, parts);
    // The first one fetches the keys of the issuer.
    for (const request of requests.slice(-1)) await clientOf(request);
    const fresh: number[] = [];
    const known: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const ofRound = requests.slice(round * newTokens, (round + 1) * newTokens);
      fresh.push(await microsEach(newTokens, async () => void (await each(ofRound, clientOf))));
      known.push(
        await microsEach(knownRequests, async () => {
          for (let at = 0; at < knownRequests; at += newTokens)
            for (const request of ofRound) clientOf(request);
        }),
      );
    }
    rows.push(row(`auth, new token of ${algorithm}`, fresh, mostNewMicros));
    rows.push(row(`auth, known token of ${algorithm}`, known, mostKnownMicros));
    await close();
  }
  await transport.close();
  return rows;
}

async function each<Item>(items: readonly Item[], use: (item: Item) => unknown): Promise<void> {
  for (const item of items) await use(item);
}

/** CPU of all threads, since signatures are verified beside the event loop. */
async function microsEach(count: number, run: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { system, user } = process.cpuUsage(before);
  return (system + user) / count;
}

const row = (bench: string, micros: readonly number[], most: number): Row => ({
  bench,
  mustReach: `<= ${most} µs of CPU`,
  measured: `${spread(micros)} µs`,
  reached: median(micros) <= most,
});

/** Requests with a token each, as a browser sends them, and the issuer of these. */
async function requestsWith(
  alg: string,
  count: number,
): Promise<{ requests: CredentialSource[]; jwt: JwtConfig; close(): Promise<void> }> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), alg, kid: "1", use: "sig" }] });
  const server = createServer((_request, response) => response.end(jwks));
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const [issuer, audience] = ["https://issuer.example", "tributary"];
  const requests: CredentialSource[] = [];
  for (let at = 0; at < count; at += 1) {
    const claims = {
      iss: issuer,
      aud: audience,
      sub: `client-${at}`,
      scope: "assembly:read assembled:read openid",
    };
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg, kid: "1" })
      .setExpirationTime("1h")
      .sign(privateKey);
    const names = [
      "Host",
      "Connection",
      "User-Agent",
      "Content-Type",
      "Accept",
      "Origin",
      "Referer",
      "Accept-Encoding",
    ];
    const others = names.flatMap((name) => [name, "https://desk.example/app"]);
    requests.push({ rawHeaders: [...others, "Authorization", `Bearer ${token}`], url: "/graphql" });
  }
  return {
    requests,
    jwt: { issuer, audience, jwksUrl: `http://127.0.0.1:${port}/`, algorithms: [alg] },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
}
