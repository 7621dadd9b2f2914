import { tmpdir } from "node:os";
import { describe, expect, test } from "vitest";
import { probe } from "../../src/cli/probe.ts";
import { systemClock } from "../../src/rest/clock.ts";
import { createHttpTransport } from "../../src/rest/sending/transport.ts";
import { systems } from "../../src/systems.ts";
import { runIn } from "../support/gateway-process.ts";
import { realTime, sandboxCredentials, startSandbox } from "../support/sandbox.ts";

/** Runs the command over a sandbox whose systems stand for real ones. */
async function checked(change: Readonly<Record<string, string>> = {}) {
  const { close, sandbox, urls } = await startSandbox(["assembly", "assembled", "web1on1"], realTime);
  try {
    const env = {
      ASSEMBLY_URL: urls.assembly ?? "",
      ASSEMBLY_API_KEY: sandboxCredentials.assembly.apiKey,
      ASSEMBLED_URL: urls.assembled ?? "",
      ASSEMBLED_API_KEY: sandboxCredentials.assembled.apiKey,
      WEB1ON1_URL: urls.web1on1 ?? "",
      WEB1ON1_TOKEN: sandboxCredentials.web1on1.token,
      ...change,
    };
    await using process = runIn(tmpdir(), env, "check");
    const code = await process.ended;
    const { error, out } = process.written;
    for (const name of ["ASSEMBLY_API_KEY", "ASSEMBLED_API_KEY", "WEB1ON1_TOKEN"] as const) {
      if (env[name]) expect(out + error).not.toContain(env[name]);
    }
    const calls = Object.values({ ...sandbox }).flatMap((system) =>
      "journal" in system ? system.journal.map(({ method, path }) => `${method} ${path}`) : [],
    );
    return { calls, code, error, out, urls };
  } finally {
    await close();
  }
}

describe("tributary check", { timeout: 60_000 }, () => {
  test("tries the key of each system with one read, and tells limits and clocks", async () => {
    const { calls, code, error, out, urls } = await checked();
    expect([code, error]).toEqual([0, ""]);
    expect(calls).toEqual(["GET /accounts/labels", "GET /v0/roles", "GET /v2/users/me"]);
    expect(out.replace(/\d+ ms/g, "N ms").split("\n")).toEqual([
      `Assembly: ${urls.assembly}`,
      "  key     accepted: GET /accounts/labels was answered in N ms",
      "  limits  30 requests a second; 60 replies a minute",
      "  clock   agrees with that of this machine, to a second",
      `Assembled: ${urls.assembled}`,
      "  key     accepted: GET /v0/roles was answered in N ms",
      "  limits  300 requests a minute, 5 a second with bursts of 20",
      "  clock   agrees with that of this machine, to a second",
      `Web1on1: ${urls.web1on1}`,
      "  key     accepted: GET /users/me was answered in N ms",
      "  limits  20 requests a second",
      "  clock   agrees with that of this machine, to a second",
      "",
    ]);
  });

  test("tells which key is not accepted, which system is not reached, and which is emulated", async () => {
    const { calls, code, error, out } = await checked({
      ASSEMBLY_URL: "http://127.0.0.1:9",
      ASSEMBLED_API_KEY: "planted-wrong",
      SANDBOX: "web1on1",
      WEB1ON1_TOKEN: "",
      WEB1ON1_URL: "",
    });
    expect([code, error]).toEqual([1, ""]);
    expect(calls).toEqual(["GET /v0/roles"]);
    expect(out).toMatch(
      /^Assembly: .*\n {2}key {5}not known whether it is accepted \(UPSTREAM_UNAVAILABLE, ECONNREFUSED\): .*ASSEMBLY_URL\.$/m,
    );
    expect(out).not.toContain("retryAfterMs");
    expect(out).toMatch(/^Assembled: .*\n {2}key {5}not accepted \(UPSTREAM_AUTH\): .*correct the key/m);
    expect(out).toContain("Web1on1: emulated, with made-up data; no key is tried\n");
  });

  test("tells by how much a clock is ahead or behind", async () => {
    const { close, urls } = await startSandbox(["assembly"], realTime);
    const transport = createHttpTransport();
    try {
      const [assembly] = systems;
      const address = { baseUrl: urls.assembly ?? "", ...sandboxCredentials.assembly };
      const skewBy = async (ms: number) => {
        const clock = { ...systemClock, dateMs: () => systemClock.dateMs() + ms };
        if (!assembly) throw new Error("There is no system.");
        return (await probe(assembly, address, { clock, transport: transport.send })).clockSkewMs;
      };
      expect(await skewBy(0)).toBe(0);
      expect(Math.round(((await skewBy(-90_000)) ?? 0) / 10_000)).toBe(9);
      expect(Math.round(((await skewBy(90_000)) ?? 0) / 10_000)).toBe(-9);
    } finally {
      await transport.close();
      await close();
    }
  });
});
