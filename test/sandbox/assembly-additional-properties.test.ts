import { describe, expect, test } from "vitest";
import { createAssemblyEmulator } from "../../src/sandbox/assembly/emulator.ts";
import type { AssemblyOptions } from "../../src/sandbox/assembly/options.ts";
import { nouns } from "../assembly/nouns.ts";
import { createSandboxData } from "../support/sandbox-data.ts";

const data = createSandboxData(Date.UTC(2026, 2, 17)).assembly;

function assembly(choices: Partial<AssemblyOptions> = {}) {
  const settings = { nowMs: () => 0, sleep: async () => {}, enforceLimits: false };
  const emulator = createAssemblyEmulator(data, settings, choices);
  const ask = async (call: string, json?: unknown) => {
    const [method = "", target = ""] = call.split(" ");
    const headers = { authorization: "sandbox-assembly-key" };
    const body = json === undefined ? "" : JSON.stringify(json);
    const { status, body: answer } = await emulator.handle({ method, target, headers, body });
    return [status, answer];
  };
  return { ask, journal: emulator.journal };
}

describe.each(nouns)("properties of one $field", ({ field, id, path, row }) => {
  const stored = { ...data[row].find((one) => one.id === id)?.additional_properties };
  const target = `/add_props${path}/${id}`;

  test("creating adds names, updating sets them, deleting takes them away, whatever else is there", async () => {
    const { ask, journal } = assembly();
    expect(await ask(`POST ${target}`, { a: 1, b: [2] })).toEqual([200, { id }]);
    expect(await ask(`PUT ${target}`, { b: "two", c: null })).toEqual([200, { id }]);
    expect(await ask(`DELETE ${target}`, { properties: ["a", "never there"] })).toEqual([200, {}]);
    const after = { ...stored, b: "two", c: null };
    expect(await ask(`GET ${target}`)).toEqual([200, { id, additional_properties: after }]);
    const [, single] = await ask(`GET ${path}/${id}`);
    expect(single).toMatchObject({ [field]: { additional_properties: after } });
    expect(journal.filter(({ applied }) => applied).map(({ method }) => method)).toEqual([
      "POST",
      "PUT",
      "DELETE",
    ]);
  });

  test.each([400, 409] as const)(
    "creating a name that is there answers %d and adds none",
    async (takenPropertyStatus) => {
      const { ask, journal } = assembly({ takenPropertyStatus });
      const [taken = ""] = Object.keys(stored);
      expect(await ask(`POST ${target}`, { fresh: 1, [taken]: 2 })).toEqual([
        takenPropertyStatus,
        { error: `${taken} already exists` },
      ]);
      expect(await ask(`GET ${target}`)).toEqual([200, { id, additional_properties: stored }]);
      expect(journal.map(({ status }) => status)).toEqual([takenPropertyStatus, 200]);
    },
  );

  test("names that objects have by nature are there only once they were created", async () => {
    const { ask } = assembly();
    const odd = JSON.parse('{"__proto__":{"a":1},"constructor":1,"toString":2}');
    expect(await ask(`POST ${target}`, odd)).toEqual([200, { id }]);
    expect((await ask(`POST ${target}`, JSON.parse('{"__proto__":1}')))[0]).toBe(409);
    expect(await ask(`DELETE ${target}`, { properties: ["__proto__", "constructor"] })).toEqual([200, {}]);
    expect(JSON.stringify((await ask(`GET ${target}`))[1])).toBe(
      JSON.stringify({ id, additional_properties: { ...stored, toString: 2 } }),
    );
  });

  test.each([
    ["POST", undefined],
    ["POST", {}],
    ["POST", []],
    ["POST", "a"],
    ["POST", { " ": 1 }],
    ["PUT", {}],
    ["PUT", null],
    ["DELETE", undefined],
    ["DELETE", {}],
    ["DELETE", { properties: [] }],
    ["DELETE", { properties: "a" }],
    ["DELETE", { properties: [1] }],
    ["DELETE", { properties: null }],
  ])("%s with %j is refused with 400", async (method, body) => {
    const { ask, journal } = assembly();
    expect((await ask(`${method} ${target}`, body))[0]).toBe(400);
    expect(await ask(`GET ${target}`)).toEqual([200, { id, additional_properties: stored }]);
    expect(journal.some(({ applied }) => applied)).toBe(false);
  });

  test.each([
    ["GET", undefined],
    ["POST", { a: 1 }],
    ["PUT", { a: 1 }],
    ["DELETE", { properties: ["a"] }],
  ])("%s answers 404 for unknown objects, and 400 for an empty source specific id", async (method, sent) => {
    const { ask, journal } = assembly();
    expect((await ask(`${method} ${target.replace(id, "unknown-id")}`, sent))[0]).toBe(404);
    expect((await ask(`${method} /add_props${path}?source_specific_id=crm-nobody`, sent))[0]).toBe(404);
    expect((await ask(`${method} /add_props${path}?source_specific_id=`, sent))[0]).toBe(400);
    expect(journal).toHaveLength(3);
  });
});
