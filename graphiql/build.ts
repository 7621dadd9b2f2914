/**
 * Builds the page that the gateway serves into `src/server/graphiql/built/`: `npm run build --prefix graphiql`. With `--check` it
 * writes nothing, and fails unless the files there are those that it would write.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { build, type Metafile, type Plugin } from "esbuild";
import { packageAt } from "../scripts/third-party.ts";

const root = import.meta.dirname;
const target = join(root, "../src/server/graphiql/built");

const entryPoints = {
  page: "src/main.tsx",
  "editor.worker": "monaco-editor/esm/vs/editor/editor.worker.js",
  "graphql.worker": "monaco-graphql/esm/graphql.worker.js",
  "json.worker": "monaco-editor/esm/vs/language/json/json.worker.js",
};

/** Leaves out parts of the packages that this page has no use for. */
const trimmed: Plugin = {
  name: "trimmed",
  setup({ onResolve }) {
    const own = (file: string) => ({ path: join(root, "src", file) });
    onResolve({ filter: /\/edcore\.main\.js$/ }, () => own("editor.js"));
    onResolve({ filter: /\/(multiD|d)iffEditorWidget\.js$/ }, () => own("no-diff-editor.js"));
    onResolve({ filter: /^prettier\// }, ({ importer }) =>
      importer.endsWith("/utility/jsonc.js") ? own("json-format.ts") : undefined,
    );
  },
};

const { metafile, outputFiles } = await build({
  absWorkingDir: root,
  entryPoints,
  bundle: true,
  // For subscriptions, of which the gateway has none.
  external: ["graphql-ws"],
  minify: true,
  splitting: true,
  format: "esm",
  target: "es2022",
  jsx: "automatic",
  legalComments: "none",
  define: { "process.env.NODE_ENV": '"production"' },
  loader: { ".ttf": "file" },
  outdir: "built",
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  metafile: true,
  write: false,
  plugins: [trimmed],
});

const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);

/** The names of the files that the page is made from, by what they are for. */
function entriesOf({ outputs }: Metafile) {
  const named = (beginning: string, ending: string): string => {
    const file = Object.keys(outputs)
      .map((path) => basename(path))
      .find((name) => name.startsWith(`${beginning}-`) && name.endsWith(ending));
    if (file === undefined) throw new Error(`Nothing was built for ${beginning}${ending}.`);
    return file;
  };
  const worker = (name: string): string => named(`${name}.worker`, ".js");
  return {
    script: named("page", ".js"),
    style: named("page", ".css"),
    workers: { editor: worker("editor"), graphql: worker("graphql"), json: worker("json") },
  };
}

/** The packages that went into the page, with their licences. */
function packagesOf({ inputs }: Metafile) {
  const folders = Object.keys(inputs).flatMap(
    (file) => /^.*node_modules\/(@[^/]+\/)?[^/]+\//.exec(file)?.[0] ?? [],
  );
  return [...new Set(folders)].sort().map((folder) => packageAt(pathToFileURL(join(root, folder))));
}

const entries = entriesOf(metafile);
const built = new Map<string, Uint8Array>([
  ["entries.json", json(entries)],
  ["third-party.json", json(packagesOf(metafile))],
]);
// The styles of all parts are in that of the page.
for (const { path, contents } of outputFiles) {
  const name = basename(path);
  if (!name.endsWith(".css") || name === entries.style) built.set(name, contents);
}

/** Files are stored compressed alone: every browser takes gzip, and whatever does not is sent them unpacked. */
const isPacked = (name: string): boolean => name !== "entries.json";
const storedAs = (name: string): string => (isPacked(name) ? `${name}.gz` : name);

const isStored = ([name, content]: readonly [string, Uint8Array]): boolean => {
  const file = join(target, storedAs(name));
  if (!existsSync(file)) return false;
  const stored = readFileSync(file);
  // Packed anew it may differ: another Node may have another zlib.
  return (isPacked(name) ? gunzipSync(stored) : stored).equals(content);
};

if (process.argv.includes("--check")) {
  const isWhole = existsSync(target) && readdirSync(target).length === built.size;
  if (!isWhole || ![...built].every(isStored)) {
    process.stderr.write("src/server/graphiql/built is behind graphiql/: npm run build --prefix graphiql\n");
    process.exitCode = 1;
  }
} else {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const [name, content] of built) {
    writeFileSync(join(target, storedAs(name)), isPacked(name) ? gzipSync(content, { level: 9 }) : content);
  }
}
