import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Environment } from "../../src/config/setting.ts";
import { settingSections } from "../../src/config/settings.ts";
import { systems } from "../../src/systems.ts";
import { problemsOf, readConfig } from "./problems.ts";

const production = { NODE_ENV: "production" };
const keys = { ASSEMBLY_API_KEY: "planted-1", ASSEMBLED_API_KEY: "planted-2", WEB1ON1_TOKEN: "planted-3" };

describe("systems", () => {
  test("are not made up for want of settings, and the way to a first look is told", () => {
    expect(problemsOf(production)).toEqual([
      "ASSEMBLY_API_KEY is missing; set it, or name assembly in SANDBOX to emulate it.",
      "ASSEMBLED_API_KEY is missing; set it, or name assembled in SANDBOX to emulate it.",
      "WEB1ON1_TOKEN (or WEB1ON1_EMAIL and WEB1ON1_PASSWORD) is missing; set it, or name web1on1 in SANDBOX to emulate it.",
      "With NODE_ENV production nothing is made up unless SANDBOX says so; for a first look set SANDBOX=assembly,assembled,web1on1 (docker run -e SANDBOX=assembly,assembled,web1on1 …).",
    ]);
  });

  test("are made up where they are named, on whatever address", () => {
    const { systems: made } = readConfig({
      ...production,
      HOST: "0.0.0.0",
      SANDBOX: "assembly,assembled,web1on1",
    });
    expect(Object.values(made)).toEqual([{ mode: "sandbox" }, { mode: "sandbox" }, { mode: "sandbox" }]);
  });
});

describe("the profile", () => {
  test.each<[boolean, Environment]>([
    [true, {}],
    [true, { NODE_ENV: "test" }],
    [false, { INTROSPECTION: "false" }],
    [false, { ...production, ...keys }],
    [false, { ...production, ...keys, INTROSPECTION: "" }],
    [true, { ...production, ...keys, INTROSPECTION: "true" }],
  ])("has the schema open to all: %s with %j", (introspection, env) => {
    expect(readConfig(env).introspection).toBe(introspection);
  });

  test.each(["Production", "PRODUCTION", "prod", " production", "production "])(
    "is not left out for %j, which looks like it",
    (NODE_ENV) => {
      expect(problemsOf({ NODE_ENV })).toEqual(["NODE_ENV is not production, though it looks like it."]);
    },
  );
});

describe("ALLOWED_HOSTS", () => {
  const open = { ...keys, HOST: "0.0.0.0", AUTH: "keys", CLIENTS_FILE: "clients.json" };
  const isMissing = expect.stringMatching(/^ALLOWED_HOSTS is missing/);

  test("is needed in front of real systems on an address other than loopback", () => {
    expect(problemsOf({ ...production, ...open })).toEqual([isMissing]);
    for (const env of [
      { ...production, ...open, HOST: "127.0.0.1" },
      { ...production, ...open, ALLOWED_HOSTS: "*" },
      { ...production, ...open, ALLOWED_HOSTS: "gateway.example" },
      open,
    ]) {
      expect(problemsOf(env)).toEqual([]);
    }
  });

  test("is read in lower case", () => {
    const ALLOWED_HOSTS = "Gateway.Example, 10.0.0.7,[FE80::1],";
    expect(readConfig({ ALLOWED_HOSTS }).allowedHosts).toEqual(["gateway.example", "10.0.0.7", "[fe80::1]"]);
    expect(readConfig({}).allowedHosts).toBe(undefined);
  });

  test.each([
    "https://gateway.example",
    "gateway.example:443",
    "gateway.example/graphql",
    "*.example",
    ",",
    "a b",
  ])("%j names what is no host", (ALLOWED_HOSTS) => {
    expect(problemsOf({ ALLOWED_HOSTS })).toEqual([
      expect.stringMatching(/^ALLOWED_HOSTS names what is no host/),
    ]);
  });
});

describe("variables that begin as settings do and are none", () => {
  const sound = { ...production, ...keys };

  test.each([
    ["ASSEMBLY_API_KY", "ASSEMBLY_API_KEY"],
    ["ASSEMBLED_KEY", "ASSEMBLED_URL"],
    ["ALLOWED_HOST", "ALLOWED_HOSTS"],
    ["WEB1ON1_TOKEN_FIL", "WEB1ON1_TOKEN_FILE"],
    ["Web1on1_Password", "WEB1ON1_PASSWORD"],
    ["ASSEMBLY_URL_FILE", "ASSEMBLY_URL"],
    ["ASSEMBLY_PORT", "ASSEMBLY_URL"],
    ["LOG_LEVL", "LOG_LEVEL"],
    ["AUHT", "AUTH"],
    ["SANDBX", "SANDBOX"],
    ["EXPLIAN", "EXPLAIN"],
  ])("%s is refused, since %s may be meant", (name, meant) => {
    const sentence = `${name} is no setting. Did you mean ${meant}?`;
    expect(problemsOf({ ...sound, [name]: "planted" })).toEqual([sentence]);
    expect(problemsOf({ ...keys, [name]: "planted" })).toEqual([sentence]);
    expect(problemsOf({ [name]: "planted" })).toEqual([sentence]);
  });

  test.each(["DRAIN_PIPES", "CLIENT_SECRET", "LOG_FORMAT"])(
    "%s, which is like no setting, is refused in production and noted elsewhere",
    (name) => {
      const sentence = `${name} is no setting.`;
      expect(problemsOf({ ...sound, [name]: "planted" })).toEqual([sentence]);
      expect(readConfig({ ...keys, [name]: "planted" }).notes).toEqual([sentence]);
      expect(readConfig(keys).notes).toEqual([]);
    },
  );

  test("those of services of Kubernetes and of other programs are their own affair", () => {
    const others = {
      ASSEMBLY_SERVICE_HOST: "10.0.0.1",
      ASSEMBLY_SERVICE_PORT: "443",
      ASSEMBLY_SERVICE_PORT_HTTPS: "443",
      ASSEMBLY_PORT: "tcp://10.0.0.1:443",
      ASSEMBLY_PORT_443_TCP: "tcp://10.0.0.1:443",
      ASSEMBLY_PORT_443_TCP_PROTO: "tcp",
      ASSEMBLY_PORT_443_TCP_PORT: "443",
      ASSEMBLY_PORT_443_TCP_ADDR: "10.0.0.1",
      OTEL_RESOURCE_ATTRIBUTES: "a=b",
      PATH: "/bin",
      HOME: "/root",
      HOSTS: "a",
      POST: "a",
      NODE_OPTIONS: "--max-old-space-size=512",
    };
    expect(problemsOf({ ...sound, ...others })).toEqual([]);
    expect(readConfig({ ...keys, ...others }).notes).toEqual([]);
  });

  test("a letter that is missing from the name of any setting is told with the name", () => {
    const names = settingSections(systems)
      .flatMap(({ settings }) => settings.map(({ name }) => name))
      .filter((name) => /^[A-Z\d]+_/.test(name) && !name.startsWith("OTEL_"));
    expect(names.length).toBeGreaterThan(10);
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), (name, at) => {
        const tail = name.slice(name.indexOf("_") + 1);
        const cut = at % tail.length;
        const wrong = `${name.slice(0, name.indexOf("_") + 1)}${tail.slice(0, cut)}${tail.slice(cut + 1)}`;
        fc.pre(!names.includes(wrong));
        expect(problemsOf({ [wrong]: "planted" })).toEqual([
          expect.stringMatching(new RegExp(`^${wrong} is no setting\\. Did you mean \\w+\\?$`)),
        ]);
      }),
    );
  });
});
