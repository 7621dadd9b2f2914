import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, test } from "vitest";
import { clientScalars } from "../../src/client/index.ts";
import { createDocuments } from "../../src/documents/asked-document.ts";
import { createKnownDocuments } from "../../src/documents/known-documents.ts";
import { readManifest } from "../../src/documents/manifest.ts";
import { bundle, loadEsbuild } from "../support/esbuild.ts";
import { examplePackages } from "../support/example-packages.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { blockOf, codeBlocks, scriptsIn, tableBelow } from "./code-blocks.ts";
import { makeReaderProject, ownProgram, type ReaderProject, removeReaderProject } from "./reader-project.ts";

const root = new URL("../../", import.meta.url);
const programs = scriptsIn("ts");
const commands = [...scriptsIn("sh"), ...scriptsIn("sh", "json")];
/** Files of `examples/apollo` that the page shows whole. */
const shown = ["pages.ts", "retry-link.ts"];
/** Blocks that a tool of their client runs. */
const ofTools = ["codegen.ts", "relay.config.json", "relay/contacts.ts"];

/** Why a block is told of failures, by its name. */
const faults: Readonly<Record<string, (server: TestServer) => void>> = {
  "write.ts": ({ sandbox }) =>
    void sandbox.assembly.inject({ row: "contacts.create", times: 1, kind: "reset", afterEffect: true }),
  "urql.ts": ({ sandbox }) =>
    void sandbox.web1on1.inject({ row: "organizations.get", reply: { status: 400, body: {} } }),
};

/** What differs in every run. */
const withoutIds = (text: string): string =>
  text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "…").replaceAll("\r", "");

test("every block of code on the page is run", () => {
  const isRun = [...programs, ...commands].map(({ name }) => name);
  const known = new Set([...isRun, ...shown, ...ofTools]);
  expect(codeBlocks.filter(({ name }) => !known.has(name))).toEqual([]);
  expect(codeBlocks.length).toBeGreaterThan(20);
});

test.each(shown)("%s is that of the example", (name) => {
  expect(blockOf("ts", name)).toBe(readFileSync(new URL(`examples/apollo/${name}`, root), "utf8"));
});

/** A project of a reader, in which codegen and Relay have run, and a way to make one file of a block and its imports. */
interface Prepared {
  readonly project: ReaderProject;
  bundled(name: string): Promise<string>;
}

let prepared: Promise<Prepared> | undefined;

/** Prepares the project once; skips the test where the clients are not installed. */
function prepare(skip: (reason: string) => void): Promise<Prepared> {
  const esbuild = loadEsbuild(skip);
  prepared ??= makeReaderProject().then(async (project) => {
    const installed = join(project.folder, "node_modules");
    await project.run(join(installed, "@graphql-codegen/cli/esm/bin.js"), "--config", "codegen.ts");
    await project.run(join(installed, "relay-compiler/cli.js"));
    const bundled = (name: string) =>
      bundle(esbuild, { entryPoints: [join(project.folder, name)], platform: "node", format: "esm" });
    return { project, bundled };
  });
  return prepared;
}

afterAll(async () => {
  if (prepared) await removeReaderProject((await prepared).project);
});

describe("in a project of a reader", { timeout: 120_000 }, () => {
  test("all blocks fit the types of their clients, and what codegen and Relay made of them", async ({
    skip,
  }) => {
    const { project } = await prepare(skip);
    await project.run(ownProgram("typescript/bin/tsc"), "--project", ".");
    await project.run(ownProgram("typescript/bin/tsc"), "--project", "declarations.json");
    const artifact = join(project.folder, "relay/__generated__/contactsOf.graphql.ts");
    expect(await readFile(artifact, "utf8")).toContain("contactsOfQuery");
  });

  test.for(programs)("$name prints what the page says", async ({ name, output }, { skip }) => {
    const { project, bundled } = await prepare(skip);
    const manifest = readManifest(join(project.folder, "gql/persisted-documents.json")).documents;
    const documents = createDocuments(createKnownDocuments(manifest), name === "by-hash.ts" ? "only" : "any");
    await using server = await startServer({ documents });
    faults[name]?.(server);
    const program = (await bundled(name)).replaceAll("http://localhost:4000", server.url);
    const file = join(project.folder, name.replace(/ts$/, "mjs"));
    await writeFile(file, program);
    expect(withoutIds(await project.run(file))).toBe(output);
    expect(server.calls()).not.toEqual([]);
  });
});

test.each(commands)(
  "the command $name prints what the page says",
  async ({ text, output }) => {
    await using server = await startServer();
    const here = text.replaceAll("localhost:4000", new URL(server.url).host);
    const printed = withoutIds((await promisify(execFile)("sh", ["-c", here])).stdout);
    const isJson = output.startsWith("{");
    expect(isJson ? JSON.parse(printed) : printed).toEqual(isJson ? JSON.parse(output) : output);
  },
  30_000,
);

test("the table of clients has the versions that were run", ({ skip }) => {
  examplePackages(skip);
  const rows = tableBelow("| Client | Version | Run by a test |").map(([client = "", version = ""]) => ({
    client: client.replaceAll("`", ""),
    version,
  }));
  for (const { client, version } of rows.filter(({ version: told }) => /^\d+\./.test(told))) {
    const places = [`examples/node_modules/${client}/package.json`, `node_modules/${client}/package.json`];
    const installed = places.flatMap((place) => versionAt(place));
    expect([client, installed[0]]).toEqual([client, version]);
  }
});

test("the table of scalars has all of them", () => {
  const named = tableBelow("| Scalar | In JSON |").flatMap(([names = ""]) => names.split(", "));
  expect(named.map((name) => name.replaceAll("`", "")).sort()).toEqual(Object.keys(clientScalars).sort());
});

function versionAt(place: string): string[] {
  try {
    return [JSON.parse(readFileSync(new URL(place, root), "utf8")).version];
  } catch {
    return [];
  }
}
