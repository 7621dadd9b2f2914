import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createKey, digestOf } from "../../src/auth/client-key.ts";
import { readClients } from "../../src/auth/clients-file.ts";
import { ConfigError } from "../../src/config/config.ts";

const systems = ["assembly", "assembled"];
const digests = Array.from({ length: 3 }, () => digestOf(createKey()));
const desk = { name: "desk", sha256: [digests[0]], scopes: ["assembly:read"] };

function problemsOf(content: unknown): readonly string[] {
  try {
    readClients(typeof content === "string" ? content : JSON.stringify(content), systems);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

test("a file gives each client its scopes, limits and digests", () => {
  const limits = { operationsPerSecond: 20, callsPerSecond: { assembly: 5 }, filesAtOnce: 2 };
  const bff = {
    name: "bff-2",
    sha256: digests.slice(1),
    scopes: ["assembled:write", "schema:introspect"],
    limits,
  };
  const [first, second, ...others] = readClients(JSON.stringify({ clients: [desk, bff] }), systems);
  expect(first).toEqual({
    client: { name: "desk", scopes: new Set(["assembly:read"]), rights: "assembly:read", limits: {} },
    digests: [digests[0]],
  });
  expect(second?.client).toMatchObject({
    name: "bff-2",
    rights: "assembled:write schema:introspect",
    limits,
  });
  expect(second?.digests).toEqual(digests.slice(1));
  expect(others).toEqual([]);
  expect(readClients('{"clients":[]}', systems)).toEqual([]);
});

describe("what a file may not hold", () => {
  const places: [string, object, string][] = [
    ["no name", { name: undefined }, "name must be a text"],
    ["a name in capitals", { name: "Desk" }, "name must be 1 to 64 of a-z"],
    ["a name as clients with tokens have", { name: "jwt:desk" }, "name must be 1 to 64 of a-z"],
    [
      "the name of clients that show nothing",
      { name: "anonymous" },
      "name is the name of clients that show nothing",
    ],
    ["a name of 65 characters", { name: "a".repeat(65) }, "name must be 1 to 64"],
    ["a digest alone", { sha256: digests[0] }, "sha256 must be a list"],
    ["no digest", { sha256: [] }, "sha256 must hold one digest or two"],
    ["three digests", { sha256: digests }, "sha256 must hold one digest or two"],
    ["a key for a digest", { sha256: [createKey()] }, "sha256[0] must be 64 digits of 0-9 and a-f"],
    ["a digest in capitals", { sha256: [digests[0]?.toUpperCase()] }, "sha256[0] must be 64 digits"],
    ["no scopes", { scopes: undefined }, "scopes must be a list"],
    [
      "a scope that there is not",
      { scopes: ["assembly:read", "web1on1:read"] },
      "scopes[1] is no scope that there is",
    ],
    [
      "a fraction",
      { limits: { operationsPerSecond: 0.5 } },
      "limits.operationsPerSecond must be a whole number",
    ],
    ["no files at once", { limits: { filesAtOnce: 0 } }, "limits.filesAtOnce must be above 0"],
    [
      "calls to another system",
      { limits: { callsPerSecond: { web1on1: 1 } } },
      "limits.callsPerSecond.web1on1 is not known",
    ],
    ["another limit", { limits: { bytes: 1 } }, "limits.bytes is not known"],
    ["another member", { admin: true }, "admin is not known"],
    ["a key for the name of a member", { [createKey()]: true }, "a member is not known"],
  ];
  test.each(places)("%s", (_title, change, problem) => {
    const problems = problemsOf({
      clients: [desk, { ...desk, name: "other", sha256: [digests[1]], ...change }],
    });
    expect(problems).toEqual([expect.stringContaining(`CLIENTS_FILE: clients[1].${problem}`)]);
  });

  test.each([
    ["no JSON", "{", "CLIENTS_FILE is not JSON."],
    ["a list", [], "CLIENTS_FILE: the whole must be an object."],
    ["no clients", {}, "CLIENTS_FILE: clients must be a list."],
    ["a client that is none", { clients: [3] }, "CLIENTS_FILE: clients[0] must be an object."],
    [
      "a name twice",
      { clients: [desk, { ...desk, sha256: [digests[1]] }] },
      "CLIENTS_FILE: clients[1].name is that of clients[0].name, too.",
    ],
    [
      "a key of two clients",
      { clients: [desk, { ...desk, name: "b" }] },
      "CLIENTS_FILE: clients[1].sha256[0] is that of clients[0].sha256[0], too.",
    ],
  ])("%s", (_title, content, problem) => {
    expect(problemsOf(content)).toEqual([problem]);
  });

  test("all problems are told at once", () => {
    const clients = [
      { ...desk, name: "" },
      { ...desk, scopes: ["x"], extra: 1 },
    ];
    expect(problemsOf({ clients, version: 1 })).toHaveLength(4);
  });

  test("no problem quotes a value", () => {
    const value = fc.stringMatching(/^planted-[\w-]{1,40}$/);
    const anyClient = fc.record({
      name: value,
      sha256: fc.oneof(value, fc.array(value)),
      scopes: fc.array(value),
      limits: fc.dictionary(value, value),
    });
    fc.assert(
      fc.property(fc.array(anyClient, { minLength: 1 }), (clients) => {
        const problems = problemsOf({ clients });
        expect(problems.length).toBeGreaterThan(0);
        expect(problems.filter((problem) => problem.includes("planted"))).toEqual([]);
      }),
    );
  });
});
