import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Environment } from "../../src/config/setting.ts";
import { settingSections } from "../../src/config/settings.ts";
import { systems } from "../../src/systems.ts";
import { problemsOf, readConfig } from "./problems.ts";

const folder = mkdtempSync(join(tmpdir(), "tributary-secrets-"));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
/** Writes a file and answers its path. */
function file(text: string): string {
  files += 1;
  const path = join(folder, `planted-${files}`);
  writeFileSync(path, text);
  return path;
}

const inFiles = () => ({
  ASSEMBLY_API_KEY_FILE: file("planted-key-1\n"),
  ASSEMBLED_API_KEY_FILE: file("planted-key-2\r\n"),
  WEB1ON1_TOKEN_FILE: file("planted-key-3"),
});

test("every secret may come in a file, whose last line end is no part of it", () => {
  expect(readConfig(inFiles()).systems).toMatchObject({
    assembly: { mode: "real", address: { apiKey: "planted-key-1" } },
    assembled: { mode: "real", address: { apiKey: "planted-key-2" } },
    web1on1: { mode: "real", address: { credentials: { token: "planted-key-3" } } },
  });
  const { WEB1ON1_TOKEN_FILE, ...others } = inFiles();
  const logIn = { WEB1ON1_EMAIL: "a@b.example", WEB1ON1_PASSWORD_FILE: file(" planted 4 \n") };
  expect(readConfig({ ...others, ...logIn }).systems).toMatchObject({
    web1on1: { address: { credentials: { password: " planted 4 " } } },
  });
});

test("settings that open something are those that may", () => {
  const secrets = settingSections(systems).flatMap(({ settings }) =>
    settings.filter(({ secret }) => secret).map(({ name }) => name),
  );
  expect(secrets).toEqual(
    expect.arrayContaining(["ASSEMBLY_API_KEY", "ASSEMBLED_API_KEY", "WEB1ON1_TOKEN", "WEB1ON1_PASSWORD"]),
  );
  const looksSecret = settingSections(systems).flatMap(({ settings }) =>
    settings
      .map(({ name }) => name)
      .filter((name) => /(KEY|TOKEN|PASSWORD|SECRET|_HEADERS|REDIS_URL)$/.test(name)),
  );
  expect([...secrets].sort()).toEqual(looksSecret.sort());
});

test.each<[string, Environment, string]>([
  [
    "is not there",
    { ASSEMBLY_API_KEY_FILE: join(folder, "planted-none") },
    "names a file that cannot be read",
  ],
  ["is a folder", { ASSEMBLY_API_KEY_FILE: folder }, "names a file that cannot be read"],
  ["is empty", { ASSEMBLY_API_KEY_FILE: file("") }, "names a file that is empty"],
  ["has blank lines alone", { ASSEMBLY_API_KEY_FILE: file(" \n\n") }, "names a file that is empty"],
  [
    "is given beside the secret",
    { ASSEMBLY_API_KEY_FILE: file("planted-1"), ASSEMBLY_API_KEY: "planted-1" },
    "and ASSEMBLY_API_KEY are both set; take one of them away",
  ],
])("a file that %s is refused by the name of its setting", (_, env, problem) => {
  expect(problemsOf({ ...inFiles(), ...env })).toEqual([`ASSEMBLY_API_KEY_FILE ${problem}.`]);
});

test("what a file holds is checked as what the environment holds", () => {
  const env = { ...inFiles(), WEB1ON1_TOKEN_FILE: file("planted-1\nplanted-2\n") };
  expect(problemsOf(env)).toEqual([expect.stringMatching(/^WEB1ON1_TOKEN holds characters/)]);
});

test("a secret that is named and was not mounted has nothing made up in its place", () => {
  mkdirSync(join(folder, "mount"));
  const env = { ASSEMBLY_API_KEY_FILE: join(folder, "mount", "planted-key") };
  expect(problemsOf({ ...env, SANDBOX: "assembled,web1on1" })).toEqual([
    "ASSEMBLY_API_KEY_FILE names a file that cannot be read.",
  ]);
});
