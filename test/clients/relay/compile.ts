import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** What relay-compiler made of the documents of a module. */
export interface Compiled extends AsyncDisposable {
  /** The artifact of an operation or fragment, as relay-runtime takes it. */
  artifact(name: string): unknown;
}

/**
 * Runs relay-compiler over the documents of one module, in a folder of its own.
 * @param examples loads what `examples/` has installed.
 * @param options.module begins the names of all operations, as Relay wants it.
 */
export async function compile(
  examples: NodeJS.Require,
  options: { readonly schema: string; readonly module: string; readonly documents: readonly string[] },
): Promise<Compiled> {
  const folder = await mkdtemp(join(tmpdir(), "tributary-relay-"));
  const source = options.documents.map((document) => `graphql\`${document}\`;\n`).join("");
  const config = {
    src: "src",
    schema: "schema.graphql",
    language: "javascript",
    artifactDirectory: "compiled",
    // Node resolves no import without an extension.
    eagerEsModules: false,
  };
  await Promise.all(["src", "compiled"].map((name) => mkdir(join(folder, name))));
  await Promise.all([
    writeFile(join(folder, "schema.graphql"), options.schema),
    writeFile(join(folder, "relay.config.json"), JSON.stringify(config)),
    writeFile(join(folder, "src", `${options.module}.js`), source),
  ]);
  await promisify(execFile)(examples("relay-compiler") as string, ["relay.config.json"], { cwd: folder });
  const load = createRequire(join(folder, "compiled/"));
  return {
    artifact: (name) => load(`./${name}.graphql.js`),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}
