import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isLoopback } from "../../src/config/loopback.ts";
import type { Environment } from "../../src/config/setting.ts";
import { settingSections } from "../../src/config/settings.ts";
import { systems } from "../../src/systems.ts";
import { problemsOf, readConfig } from "./problems.ts";

const settings = settingSections(systems);

const assembly = { ASSEMBLY_API_KEY: "planted-1" };
const assembled = { ASSEMBLED_API_KEY: "planted-2" };
const web1on1 = { WEB1ON1_TOKEN: "planted-3" };
const all = { ...assembly, ...assembled, ...web1on1 };
const sandbox = { mode: "sandbox" };

describe("defaults", () => {
  test.each<[string, Environment]>([
    ["an empty environment", {}],
    ["empty and blank variables", { ASSEMBLY_API_KEY: "", WEB1ON1_TOKEN: " ", SANDBOX: "", EXPLAIN: " " }],
    ["variables of other programs", { PATH: "/bin", NODE_ENV: "test" }],
  ])("%s emulates all three systems on loopback", (_, env) => {
    expect(readConfig(env)).toEqual({
      port: 4_000,
      host: "127.0.0.1",
      allowedOrigins: undefined,
      allowedHosts: undefined,
      introspection: true,
      mayExplain: true,
      isReadOnly: false,
      auth: {},
      drainDelayMs: 2_000,
      logLevel: "info",
      auditFile: undefined,
      tracing: undefined,
      metrics: undefined,
      documents: { mode: "any", path: undefined },
      idempotencyMebibytes: 64,
      limits: { clientOperationsPerSecond: 100, maxInFlight: 200 },
      systems: { assembly: sandbox, assembled: sandbox, web1on1: sandbox },
      notes: [],
    });
  });

  test("credentials alone lead to the real systems", () => {
    expect(readConfig(all).systems).toEqual({
      assembly: {
        mode: "real",
        address: { baseUrl: "https://api.wavelength.cx", apiKey: "planted-1" },
      },
      assembled: {
        mode: "real",
        address: {
          baseUrl: "https://api.assembledhq.com",
          apiKey: "planted-2",
          apiVersion: "2024-05-22",
          statePriority: "zendesk_talk,twilio,ujet,zendesk_chat,intercom,kustomer,salesforce,zendesk,api",
        },
      },
      web1on1: {
        mode: "real",
        address: {
          baseUrl: "https://api.web1on1.chat/v2",
          credentials: { token: "planted-3" },
          showsMeta: false,
          callsInferred: false,
          listFeatures: "filters,anyOf,sort",
        },
      },
    });
  });

  test("every default that help and .env.example name is the one in force", () => {
    const stated = settings
      .flatMap(({ settings: ofSection }) => [...ofSection])
      .flatMap((setting) => ("byDefault" in setting ? [[setting.name, setting.byDefault] as const] : []));
    expect(stated.length).toBeGreaterThan(5);
    expect(readConfig({ ...all, ...Object.fromEntries(stated) })).toEqual(readConfig(all));
  });
});

describe("settings", () => {
  test("are read", () => {
    const config = readConfig({
      ...all,
      PORT: "8080",
      ALLOWED_ORIGINS: "https://desk.example, http://localhost:3000 ,",
      ASSEMBLY_URL: "http://127.0.0.1:4101/",
      ASSEMBLED_API_VERSION: "2025-01-31",
      ASSEMBLED_STATE_PRIORITY: "zendesk_clock_in, zendesk,",
      WEB1ON1_URL: "http://127.0.0.1:4103/v2//",
      METRICS_PORT: "9464",
    });
    expect(config).toMatchObject({
      port: 8_080,
      metrics: { host: "127.0.0.1", port: 9_464 },
      allowedOrigins: ["https://desk.example", "http://localhost:3000"],
      systems: {
        assembly: { address: { baseUrl: "http://127.0.0.1:4101" } },
        assembled: { address: { apiVersion: "2025-01-31", statePriority: "zendesk_clock_in,zendesk" } },
        web1on1: { address: { baseUrl: "http://127.0.0.1:4103/v2" } },
      },
    });
  });

  test.each<[boolean, Environment]>([
    [true, { NODE_ENV: "development" }],
    [true, { NODE_ENV: "production", EXPLAIN: "true" }],
    [false, { NODE_ENV: "production" }],
    [false, { NODE_ENV: "production", EXPLAIN: "" }],
    [false, { EXPLAIN: "false" }],
  ])("whether calls are explained is %s with %j", (mayExplain, env) => {
    expect(readConfig({ ...all, ...env }).mayExplain).toBe(mayExplain);
  });

  test("a token of Web1on1 is preferred to a log-in, and a log-in needs both halves", () => {
    const logIn = { WEB1ON1_EMAIL: "gateway@web1on1.example", WEB1ON1_PASSWORD: " planted 4 " };
    const credentials = (env: Environment) => {
      const config = readConfig({ ...assembly, ...assembled, ...env }).systems.web1on1;
      return config?.mode === "real" && config.address.credentials;
    };
    expect(credentials({ ...web1on1, ...logIn })).toEqual({ token: "planted-3" });
    const given = { email: "gateway@web1on1.example", password: " planted 4 " };
    expect(credentials(logIn)).toEqual({ ...given, refreshBy: "GET" });
    expect(credentials({ ...logIn, WEB1ON1_REFRESH: "POST" })).toEqual({ ...given, refreshBy: "POST" });
    const half = { ...assembly, ...assembled };
    expect(problemsOf({ ...half, WEB1ON1_EMAIL: "gateway@web1on1.example" })).toEqual([
      "WEB1ON1_PASSWORD is missing; set it, or name web1on1 in SANDBOX to emulate it.",
    ]);
    expect(problemsOf({ ...half, WEB1ON1_PASSWORD: "planted 4" })).toEqual([
      "WEB1ON1_EMAIL is missing; set it, or name web1on1 in SANDBOX to emulate it.",
    ]);
  });

  test.each<[string, Environment, string]>([
    ["a port", { PORT: "65536" }, "PORT is not a port."],
    ["a port", { PORT: "4000x" }, "PORT is not a port."],
    ["a port of metrics", { METRICS_PORT: "metrics" }, "METRICS_PORT is not a port."],
    ["an address of metrics", { METRICS_HOST: "a b" }, "METRICS_HOST must not hold blanks."],
    ["a method", { WEB1ON1_REFRESH: "get" }, "WEB1ON1_REFRESH is neither GET nor POST."],
    ["an origin", { ALLOWED_ORIGINS: "https://desk.example/" }, "ALLOWED_ORIGINS names what is no origin"],
    ["an origin", { ALLOWED_ORIGINS: "*" }, "ALLOWED_ORIGINS names what is no origin"],
    ["a system", { SANDBOX: "assembly,hubspot" }, "SANDBOX names an unknown system."],
    ["a choice", { EXPLAIN: "1" }, "EXPLAIN is neither true nor false."],
    ["a URL", { ASSEMBLY_URL: "api.wavelength.cx" }, "ASSEMBLY_URL is not a URL"],
    ["a URL", { ASSEMBLED_URL: "ftp://api.example" }, "ASSEMBLED_URL is not a URL"],
    ["a URL", { WEB1ON1_URL: "https://planted@api.example" }, "WEB1ON1_URL must not hold"],
    ["a URL", { WEB1ON1_URL: "https://api.example/?key=planted" }, "WEB1ON1_URL must not hold"],
    ["a URL", { ...all, ASSEMBLY_URL: "http://api.example" }, "ASSEMBLY_URL must begin with https://"],
    [
      "a URL",
      { ...all, ASSEMBLED_URL: "HTTP://127.0.0.1.example" },
      "ASSEMBLED_URL must begin with https://",
    ],
    ["a URL", { ...all, WEB1ON1_URL: "http://192.168.1.10/v2" }, "WEB1ON1_URL must begin with https://"],
    ["a URL", { ...all, ASSEMBLY_URL: " https://planted.example" }, "ASSEMBLY_URL must not hold blanks"],
    ["a URL", { ...all, WEB1ON1_URL: "https://planted.exa\tmple" }, "WEB1ON1_URL must not hold blanks"],
    ["a host", { HOST: "127.0.0.1 " }, "HOST must not hold blanks"],
    ["a delay", { DRAIN_DELAY_MS: "2s" }, "DRAIN_DELAY_MS is not a whole number from 0"],
    ["a version", { ASSEMBLED_API_VERSION: "latest" }, "ASSEMBLED_API_VERSION is not a version"],
    ["a list", { ASSEMBLED_STATE_PRIORITY: "," }, "ASSEMBLED_STATE_PRIORITY names none"],
    ["a list", { ASSEMBLED_STATE_PRIORITY: "api,zendesk,api" }, "ASSEMBLED_STATE_PRIORITY names one twice"],
    [
      "a name",
      { ASSEMBLED_STATE_PRIORITY: "zendesk talk" },
      "ASSEMBLED_STATE_PRIORITY names what is no name",
    ],
    ["a key", { ...all, ASSEMBLY_API_KEY: "planted\n" }, "ASSEMBLY_API_KEY holds characters"],
    ["a key", { ...all, WEB1ON1_TOKEN: "Bearer planted" }, "WEB1ON1_TOKEN holds characters"],
  ])("%s that is none is refused without being repeated", (_, env, problem) => {
    expect(problemsOf(env)).toContainEqual(expect.stringContaining(problem));
  });

  test.each<[string, Environment, string]>([
    ["a line end", { WEB1ON1_PASSWORD: "planted\n", WEB1ON1_EMAIL: "a@b.example" }, "WEB1ON1_PASSWORD holds"],
    ["a blank of another kind", { ALLOWED_ORIGINS: "https://desk.example\u00a0" }, "ALLOWED_ORIGINS holds"],
    ["nothing but a blank of another kind", { SANDBOX: "\u00a0" }, "SANDBOX holds"],
    [
      "a zero-width character",
      { ...all, ASSEMBLY_URL: "https://planted\u200b.example" },
      "ASSEMBLY_URL holds",
    ],
    ["a byte order mark", { HOST: "\ufefflocalhost" }, "HOST must not hold blanks"],
    ["bytes that were no UTF-8", { HOST: "planted\ufffd" }, "HOST holds"],
    ["such a character in its name", { "\ufeffPORT": "5111" }, "PORT is set under a name with characters"],
    ["such a character in its name", { "PORT\u00a0": "5111" }, "PORT is set under a name with characters"],
  ])("one with %s is refused by its name", (_, env, problem) => {
    expect(problemsOf(env)).toContainEqual(expect.stringContaining(problem));
  });

  test("names and values of other programs are their own affair", () => {
    expect(problemsOf({ ...all, MOTTO: "one\n\u00a0two", "\ufeffMOTTO": "1" })).toEqual([]);
  });

  test("keys are not sent where certificates are not checked; made-up systems need none", () => {
    const off = { NODE_TLS_REJECT_UNAUTHORIZED: "0" };
    expect(problemsOf({ ...all, ...off })).toEqual([
      expect.stringMatching(/^NODE_TLS_REJECT_UNAUTHORIZED is 0.*NODE_EXTRA_CA_CERTS/),
    ]);
    expect(problemsOf({ ...assembly, SANDBOX: "assembled,web1on1", ...off })).toHaveLength(1);
    expect(problemsOf(off)).toEqual([]);
    expect(problemsOf({ ...all, NODE_TLS_REJECT_UNAUTHORIZED: "1" })).toEqual([]);
  });

  test("all problems are told at once", () => {
    const problems = problemsOf({ ...assembly, PORT: "none", ASSEMBLED_URL: "none", HOST: "0.0.0.0" });
    expect(problems).toEqual([
      "PORT is not a port.",
      expect.stringContaining("ASSEMBLED_URL is not a URL"),
      expect.stringContaining("ASSEMBLED_API_KEY is missing"),
      expect.stringContaining("WEB1ON1_TOKEN (or WEB1ON1_EMAIL and WEB1ON1_PASSWORD) is missing"),
      expect.stringContaining("HOST is 0.0.0.0"),
    ]);
  });
});

describe("real and emulated systems never mix by accident", () => {
  const given: Readonly<Record<string, Environment>> = { assembly, assembled, web1on1 };
  const names = Object.keys(given);

  test("a system is real with credentials, emulated when named, and otherwise the start is refused", () => {
    fc.assert(
      fc.property(fc.subarray(names), fc.subarray(names), (real, emulated) => {
        const env: Environment = Object.assign(
          { SANDBOX: emulated.join(",") },
          ...real.map((name) => given[name]),
        );
        const problems = problemsOf(env);
        if (real.length + emulated.length === 0) {
          expect(problems).toEqual([]);
          return;
        }
        for (const name of names) {
          const about = problems.filter((problem) => problem.includes(` ${name}`));
          expect(about).toHaveLength(real.includes(name) === emulated.includes(name) ? 1 : 0);
        }
        if (problems.length > 0) return;
        const config = readConfig(env);
        const modes = Object.values(config.systems).map(({ mode }) => mode);
        expect(modes).toEqual(names.map((name) => (real.includes(name) ? "real" : "sandbox")));
      }),
    );
  });

  test.each<[Environment, string]>([
    [{ ASSEMBLY_URL: "https://api.wavelength.cx" }, "ASSEMBLY_API_KEY"],
    [{ ASSEMBLED_URL: "https://api.assembledhq.com" }, "ASSEMBLED_API_KEY"],
    [{ ASSEMBLED_API_VERSION: "2024-05-22" }, "ASSEMBLED_API_KEY"],
    [{ WEB1ON1_URL: "https://api.web1on1.chat/v2" }, "WEB1ON1_TOKEN"],
  ])("%j is half a configuration, and the key that it lacks is named", (env, key) => {
    expect(problemsOf(env)).toContainEqual(expect.stringMatching(`^${key} .*missing`));
    const [name = ""] = Object.keys(env);
    const system = name.split("_")[0]?.toLowerCase() ?? "";
    const others = Object.values({ ...given, [system]: {} });
    expect(problemsOf(Object.assign({}, env, ...others))).toEqual([expect.stringContaining(key)]);
    const rest = names.filter((other) => other !== system);
    expect(problemsOf({ ...env, ...given[system], SANDBOX: rest.join() })).toEqual([]);
  });

  test.each(["http://localhost:4101", "http://127.0.0.1:4101", "http://[::1]:4101", "HTTP://LOCALHOST"])(
    "%s, which does not leave this machine, may go without TLS",
    (url) => {
      const urls = { ASSEMBLY_URL: url, ASSEMBLED_URL: url, WEB1ON1_URL: url };
      expect(problemsOf({ ...all, ...urls })).toEqual([]);
    },
  );

  test.each(["0.0.0.0", "::", "192.168.1.10", "gateway.internal", "localhost.example", "127.0.0.1.example"])(
    "real systems are not offered at %s unless that is wanted",
    (HOST) => {
      expect(isLoopback(HOST)).toBe(false);
      expect(problemsOf({ ...all, HOST })).toEqual([expect.stringContaining(`HOST is ${HOST}`)]);
      const mixed = { ...assembly, SANDBOX: "assembled,web1on1", HOST };
      expect(problemsOf(mixed)).toEqual([expect.stringContaining("AUTH to keys or jwt")]);
      for (const AUTH of ["none", " none", "none,"]) {
        expect(problemsOf({ ...all, HOST, AUTH })).toEqual([expect.stringContaining(`HOST is ${HOST}`)]);
      }
      expect(readConfig({ ...all, HOST, AUTH: "keys", CLIENTS_FILE: "clients.json" }).host).toBe(HOST);
      expect(readConfig({ HOST }).host).toBe(HOST);
    },
  );

  test.each(["localhost", "127.0.0.1", "127.8.9.10", "::1"])("real systems are offered at %s", (HOST) => {
    expect(readConfig({ ...all, HOST }).host).toBe(HOST);
  });
});
