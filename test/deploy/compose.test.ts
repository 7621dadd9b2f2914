import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readConfig } from "../../src/config/config.ts";
import { assembledCredentials } from "../../src/sandbox/assembled/credentials.ts";
import { assemblyCredentials } from "../../src/sandbox/assembly/credentials.ts";
import { web1on1Credentials } from "../../src/sandbox/web1on1/credentials.ts";
import { systems } from "../../src/systems.ts";

const text = readFileSync(new URL("../../deploy/compose.yaml", import.meta.url), "utf8");

/** The lines below a service, up to the next one. */
const service = (name: string): string =>
  new RegExp(`^  ${name}:.*\\n((?:    .*\\n)+)`, "m").exec(text)?.[1] ?? "";

const settingsIn = (lines: string): Record<string, string> =>
  Object.fromEntries(
    [...lines.matchAll(/^ {6}([A-Z\d_]+): "?([^"\n]*)"?$/gm)].map(([, name = "", value = ""]) => [
      name,
      value,
    ]),
  );

test.each([
  ["one", 4001],
  ["two", 4002],
])(
  "gateway %s of deploy/compose.yaml starts over the sandbox beside it and shares through Redis",
  (name, port) => {
    const env = { ...settingsIn(service("one")), ...settingsIn(service(name)), NODE_ENV: "production" };
    const config = readConfig(env, systems);
    expect([config.port, config.replicas]).toEqual([
      port,
      { redisUrl: "redis://127.0.0.1:6379", expected: 2 },
    ]);
    expect(config.systems).toMatchObject({
      assembly: { mode: "real", address: { baseUrl: "http://127.0.0.1:4101", ...assemblyCredentials } },
      assembled: { mode: "real", address: { baseUrl: "http://127.0.0.1:4102", ...assembledCredentials } },
      web1on1: {
        mode: "real",
        address: { baseUrl: "http://127.0.0.1:4103/v2", credentials: { token: web1on1Credentials.token } },
      },
    });
    expect(text).toContain(`server 127.0.0.1:${port} `);
  },
);

test("all services of deploy/compose.yaml are in the network of the sandbox, and its Redis evicts nothing", () => {
  for (const name of ["redis", "one", "front"]) {
    expect(service(name)).toContain('network_mode: "service:sandbox"');
  }
  expect(service("two")).toContain("<<: *gateway");
  expect(service("redis")).toContain('"--maxmemory-policy", "noeviction"');
});
