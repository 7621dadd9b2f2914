import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { codegen } from "@graphql-codegen/core";
import * as typescript from "@graphql-codegen/typescript";
import { parse } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";

/** Tools that read `schema.graphql` as it is committed and served, without settings for it. */
const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
const packages = join(root, "examples/node_modules");
const isMissing = !existsSync(packages) && !process.env.CI;
const ofExamples = test.skipIf(isMissing);
/** Each tool is a process of its own, which starts slowly beside others. */
const timeout = 60_000;
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "schema-tools-"));
  await copyFile(join(root, "schema.graphql"), join(folder, "schema.graphql"));
  await symlink(packages, join(folder, "node_modules"));
  await mkdir(join(folder, "src"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const write = (file: string, content: unknown) =>
  writeFile(join(folder, file), typeof content === "string" ? content : JSON.stringify(content));

const tool = (name: string, ...args: readonly string[]) =>
  run(join(packages, ".bin", name), args, { cwd: folder, env: { ...process.env, NO_COLOR: "1" } });

ofExamples("relay-compiler compiles an operation by it", { timeout }, async () => {
  await write("relay.config.json", { src: "src", schema: "schema.graphql", language: "typescript" });
  const query =
    'query teamsQuery { teams @catch(to: NULL) { id name } labels(type: TIER) { id } account(by: { domain: "acme.example" }) { id contacts(first: 2) { nodes { email } } } }';
  await write(
    "src/teams.ts",
    `import { graphql } from "relay-runtime";\nexport const teams = graphql\`${query}\`;\n`,
  );
  const { stdout, stderr } = await tool("relay-compiler");
  expect(stdout + stderr).toContain("compiled documents: 1 reader, 1 normalization, 1 operation text");
  expect(await readFile(join(folder, "src/__generated__/teamsQuery.graphql.ts"), "utf8")).toContain(
    "readonly email: ",
  );
});

ofExamples(
  "relay-compiler makes types without null of what is null only beside an error",
  { timeout },
  async () => {
    await write("relay.config.json", { src: "src", schema: "schema.graphql", language: "typescript" });
    const query =
      'query teamsQuery @throwOnFieldError { teams { name } account(by: { domain: "acme.example" }) { name tags { name } } }';
    await write(
      "src/teams.ts",
      `import { graphql } from "relay-runtime";\nexport const teams = graphql\`${query}\`;\n`,
    );
    await tool("relay-compiler");
    const types = await readFile(join(folder, "src/__generated__/teamsQuery.graphql.ts"), "utf8");
    expect(types).toMatch(
      /readonly teams: ReadonlyArray<\{\s*readonly name: string \| null \| undefined;\s*\}>;/,
    );
    expect(types).toMatch(
      /readonly tags: ReadonlyArray<\{\s*readonly name: string \| null \| undefined;\s*\}>;/,
    );
    expect(types).toMatch(/readonly account: \{[\s\S]*?\} \| null \| undefined;/);
  },
);

ofExamples("relay-compiler refuses a field that it has not", { timeout }, async () => {
  await write("relay.config.json", { src: "src", schema: "schema.graphql", language: "typescript" });
  await write(
    "src/teams.ts",
    'import { graphql } from "relay-runtime";\nexport const teams = graphql`query teamsQuery { squads { id } }`;\n',
  );
  await expect(tool("relay-compiler")).rejects.toMatchObject({ stderr: expect.stringContaining("squads") });
});

ofExamples("gql.tada makes its types of it", { timeout }, async () => {
  const plugin = {
    name: "gql.tada/ts-plugin",
    schema: "schema.graphql",
    tadaOutputLocation: "src/graphql-env.d.ts",
  };
  await write("tsconfig.json", { compilerOptions: { strict: true, plugins: [plugin] } });
  await tool("gql.tada", "generate-output");
  expect(await readFile(join(folder, "src/graphql-env.d.ts"), "utf8")).toMatch(/'AccountConnection': \{/);
});

test("codegen makes types of it", { timeout }, async () => {
  const types = await codegen({
    schema: parse(await readFile(join(folder, "schema.graphql"), "utf8")),
    documents: [],
    filename: "types.ts",
    config: {},
    plugins: [{ typescript: {} }],
    pluginMap: { typescript },
  });
  expect(types).toContain("export type Account = ");
});
