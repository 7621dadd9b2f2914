import { describe, expect, test } from "vitest";
import { hasRedis, startRedis } from "../support/redis.ts";
import { sandboxCredentials } from "../support/sandbox.ts";
import type { EmulatedAddresses } from "../support/server.ts";
import { startTwo, type TwoServers } from "./two-servers.ts";

const { email, password } = sandboxCredentials.web1on1;
const me = { query: "{ viewer { sourceId } }" };
const dayMs = 86_400_000;

/** Opens Web1on1 by a log-in. */
const loggingIn = (secret: string) => ({
  addresses: (emulated: EmulatedAddresses) => ({
    ...emulated,
    web1on1: { ...emulated.web1on1, credentials: { email, password: secret, refreshBy: "GET" as const } },
  }),
  parts: { reads: { keeps: false, shares: false } },
});

/** Asks both so many times at once. @returns the codes of the errors. */
async function askBoth({ one, other }: TwoServers, times: number): Promise<unknown[]> {
  const answers = await Promise.all(
    Array.from({ length: times }, (_, at) =>
      (at % 2 ? one : other).post({ query: `${me.query}${" ".repeat(at)}` }),
    ),
  );
  return answers.flatMap(
    ({ json }) =>
      json.errors?.map(({ extensions }: { extensions: { code: string } }) => extensions.code) ?? [],
  );
}

/** When each call for a token was made and answered, by its route. */
function tokenCalls({ one }: TwoServers) {
  const calls = one.calls().filter((call) => call.includes("/auth/token"));
  return calls;
}

describe.skipIf(!hasRedis())("two gateways that log in", { timeout: 60_000 }, () => {
  test("log in once each, one at a time, and renew an expired log-in likewise", async () => {
    await using redis = await startRedis();
    await using two = await startTwo(redis.url, loggingIn(password));
    await two.shared();
    // Another one that logs in keeps its turn for as long.
    two.one.sandbox.web1on1.inject({ row: "auth.createToken", times: 9, delayMs: 150 });
    const startedMs = performance.now();
    expect(await askBoth(two, 100)).toEqual([]);
    expect(tokenCalls(two)).toEqual(["web1on1 POST /auth/token", "web1on1 POST /auth/token"]);
    expect(performance.now() - startedMs).toBeGreaterThan(300);
    two.passMs(2 * dayMs);
    expect(await askBoth(two, 100)).toEqual([]);
    expect(tokenCalls(two)).toHaveLength(2);
    expect(await redis.client.keys("*:log-in")).toEqual([]);
  });

  test("try a wrong password once in 30 s", async () => {
    await using redis = await startRedis();
    await using two = await startTwo(redis.url, loggingIn("wrong"));
    await two.shared();
    const codes = await askBoth(two, 100);
    expect(codes).toHaveLength(100);
    expect(new Set(codes)).toEqual(new Set(["UPSTREAM_AUTH"]));
    expect(tokenCalls(two)).toEqual(["web1on1 POST /auth/token"]);
    const ttlMs = await redis.client.pttl((await redis.client.keys("*:refused"))[0] ?? "");
    expect(ttlMs).toBeGreaterThan(20_000);
    expect(ttlMs).toBeLessThanOrEqual(30_000);
    await askBoth(two, 20);
    expect(tokenCalls(two)).toEqual([]);
    // The time of Redis is over as well.
    two.passMs(30_000);
    await redis.client.del(...(await redis.client.keys("*:refused")));
    expect(await askBoth(two, 20)).toHaveLength(20);
    expect(tokenCalls(two)).toEqual(["web1on1 POST /auth/token"]);
  });
});
