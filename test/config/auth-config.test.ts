import { describe, expect, test } from "vitest";
import type { Environment } from "../../src/config/setting.ts";
import { problemsOf, readConfig } from "./problems.ts";

const keys = { AUTH: "keys", CLIENTS_FILE: "/run/secrets/clients 1.json" };
const jwt = {
  AUTH: "jwt",
  JWT_ISSUER: "https://issuer.example/",
  JWT_AUDIENCE: "tributary",
  JWT_JWKS_URL: "https://issuer.example/keys?app=1",
};

const authOf = (env: Environment) => readConfig(env).auth;

const tokens = {
  issuer: "https://issuer.example/",
  audience: "tributary",
  jwksUrl: "https://issuer.example/keys?app=1",
  algorithms: ["RS256", "ES256", "EdDSA"],
};

test.each<[string, Environment, object]>([
  ["nothing", {}, {}],
  ["none", { AUTH: "none" }, {}],
  ["keys", keys, { clientsFile: "/run/secrets/clients 1.json" }],
  ["jwt", jwt, { jwt: tokens }],
  ["both", { ...keys, ...jwt, AUTH: "jwt, keys" }, { clientsFile: keys.CLIENTS_FILE, jwt: tokens }],
  [
    "other algorithms",
    { ...jwt, JWT_ALGORITHMS: "PS256, ES384" },
    { jwt: { ...tokens, algorithms: ["PS256", "ES384"] } },
  ],
])("%s is read", (_title, env, auth) => {
  expect(authOf(env)).toEqual(auth);
});

describe("settings that leave a door open, or that nothing reads, are refused", () => {
  const unknownWay = "AUTH names something else than keys and jwt, or none, which stands alone.";
  const unknownAlgorithm = "JWT_ALGORITHMS names what is no algorithm with a public key, such as RS256.";
  test.each<[string, Environment, readonly string[]]>([
    ["another way", { AUTH: "basic" }, [unknownWay]],
    ["none beside another", { ...keys, AUTH: "none,keys" }, [unknownWay]],
    ["a way in capitals", { AUTH: "NONE" }, [unknownWay]],
    ["commas alone", { AUTH: "," }, [unknownWay]],
    ["keys without clients", { AUTH: "keys" }, ["CLIENTS_FILE is missing; AUTH names keys, which needs it."]],
    [
      "clients, and AUTH forgotten",
      { CLIENTS_FILE: "clients.json" },
      ["CLIENTS_FILE is set, but AUTH does not name keys; add keys to AUTH, or take CLIENTS_FILE away."],
    ],
    [
      "an issuer alone",
      { AUTH: "jwt", JWT_ISSUER: "a" },
      [
        "JWT_AUDIENCE is missing; AUTH names jwt, which needs it.",
        "JWT_JWKS_URL is missing; AUTH names jwt, which needs it.",
      ],
    ],
    ["a shared secret", { ...jwt, JWT_ALGORITHMS: "RS256,HS256" }, [unknownAlgorithm]],
    ["no signature", { ...jwt, JWT_ALGORITHMS: "none" }, [unknownAlgorithm]],
    ["no algorithm", { ...jwt, JWT_ALGORITHMS: "," }, ["JWT_ALGORITHMS names none."]],
  ])("%s", (_title, env, problems) => {
    expect(problemsOf(env)).toEqual(problems);
  });

  test.each([
    "http://issuer.example/keys",
    "https://planted:planted@issuer.example/keys",
    "file:///etc/passwd",
    "issuer.example",
    "https://issuer.example/#planted",
  ])("keys of an issuer do not come from %s", (JWT_JWKS_URL) => {
    expect(problemsOf({ ...jwt, JWT_JWKS_URL })).toEqual([
      expect.stringMatching(/^JWT_JWKS_URL is no URL(?!.*planted)/),
    ]);
  });

  test("keys of an issuer on this machine may come without TLS", () => {
    expect(problemsOf({ ...jwt, JWT_JWKS_URL: "http://127.0.0.1:8080/keys" })).toEqual([]);
  });

  test.each(["true", "false", "planted"])("ALLOW_UNAUTHENTICATED=%s", (ALLOW_UNAUTHENTICATED) => {
    const problem = expect.stringMatching(
      /^ALLOW_UNAUTHENTICATED is not known any more.*set AUTH to keys or jwt/,
    );
    expect(problemsOf({ ALLOW_UNAUTHENTICATED })).toEqual([problem]);
    expect(problemsOf({ ALLOW_UNAUTHENTICATED, ...keys })).toEqual([problem]);
  });
});
