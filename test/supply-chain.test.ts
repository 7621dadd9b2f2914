import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { imageSbom, type Sbom } from "../scripts/image-sbom.ts";
import { isAllowed, licencesText, type ThirdParty, thirdParty } from "../scripts/third-party.ts";

const root = new URL("../", import.meta.url);
const textOf = (file: string): string => readFileSync(new URL(file, root), "utf8");
const packages = thirdParty(root);

test("everything in the image has a licence that is taken, GraphiQL and what is bundled into it included", () => {
  const text = licencesText(packages);
  expect(packages.length).toBeGreaterThan(200);
  for (const name of ["fastify", "graphql", "jose", "graphiql", "react", "react-dom", "monaco-editor"]) {
    expect(packages.map((entry) => entry.name)).toContain(name);
    expect(text).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+`, "m"));
  }
  expect(packages.map(({ name }) => name)).not.toContain("vitest");
});

test.each(["MIT", "(MIT AND BSD-3-Clause)", "(GPL-3.0-only OR MIT)", "BlueOak-1.0.0"])(
  "%s is taken",
  (licence) => {
    expect(isAllowed(licence)).toBe(true);
  },
);

test.each([
  "GPL-3.0-only",
  "Elastic-2.0",
  "(MIT AND GPL-3.0-only)",
  "UNLICENSED",
  "none",
  "SEE LICENSE IN x",
])("%s is refused, with the name of the package that has it", (licence) => {
  const other: ThirdParty = { name: "other", version: "1.0.0", licence, repository: "", texts: [] };
  expect(() => licencesText([...packages, other])).toThrow(`other@1.0.0 (${licence})`);
});

test("the list of packages for programs that look for faults has all that are in the image, each once", () => {
  const options = { cwd: fileURLToPath(root), encoding: "utf8", maxBuffer: 2 ** 26 } as const;
  const running: Sbom = JSON.parse(
    execFileSync("npm", ["sbom", "--omit=dev", "--sbom-format=cyclonedx"], options),
  );
  const { components } = imageSbom(running, packages);
  const named = components.map((component) => component["bom-ref"]);
  const held = new Set(packages.map(({ name, version }) => `${name}@${version}`));
  expect([...held].filter((ref) => !named.includes(ref))).toEqual([]);
  expect(new Set(named).size).toBe(named.length);
  expect(components).toContainEqual(
    expect.objectContaining({
      name: "monaco-editor",
      purl: expect.stringMatching(/^pkg:npm\/monaco-editor@\d/),
    }),
  );
  expect(components).toContainEqual(
    expect.objectContaining({ purl: expect.stringMatching(/^pkg:npm\/%40graphiql\/react@\d/) }),
  );
}, 30_000);

test("no package runs a script when it is installed, here and in every documented command", () => {
  expect(textOf(".npmrc").split("\n")).toContain("ignore-scripts=true");
  // npm leaves these out then, too.
  const { scripts } = JSON.parse(textOf("package.json")) as { scripts: Record<string, string> };
  expect(Object.keys(scripts).filter((name) => /^(pre|post)/.test(name))).toEqual([]);
  // A folder of its own needs its own .npmrc.
  const refusesScripts = (folder: string) =>
    existsSync(new URL(`${folder}/.npmrc`, root)) &&
    textOf(`${folder}/.npmrc`).includes("ignore-scripts=true");
  for (const file of [".ci/run", "Dockerfile", "README.md", "CONTRIBUTING.md", "docs/production.md"]) {
    const elsewhere = textOf(file)
      .split("\n")
      .filter((line) => !line.includes("--ignore-scripts"))
      .flatMap((line) => /npm (?:install|i|ci)\b.*--prefix ([^\s`&;]+)/.exec(line)?.[1] ?? [])
      .filter((folder) => !refusesScripts(folder));
    expect(elsewhere, file).toEqual([]);
  }
});

test("scripts are for every shell: no single quotes, no variables in front of a command, no commands of a shell", () => {
  const { scripts } = JSON.parse(textOf("package.json")) as { scripts: Record<string, string> };
  const ofOneShell = /'|\$|(^|&& )([A-Z_]+=|(rm|cp|mv|mkdir|cat|export) )|;/;
  expect(Object.entries(scripts).filter(([, text]) => ofOneShell.test(text))).toEqual([]);
});

test("every stage of the image is built from one base, which a digest can be given for", () => {
  const lines = textOf("Dockerfile").split("\n");
  const stages = lines.filter((line) => line.startsWith("FROM ")).map((line) => line.split(" ")[1]);
  expect(stages.length).toBeGreaterThan(1);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: Docker fills it in.
  expect(new Set(stages)).toEqual(new Set(["${NODE_IMAGE}"]));
  expect(lines[0]).toMatch(/^ARG NODE_IMAGE=node:24\.\d+\.\d+-bookworm-slim(@sha256:[\da-f]{64})?$/);
});
