import { execFileSync } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { context } from "esbuild";
import relayCompiler from "relay-compiler";

const folder = fileURLToPath(new URL("./", import.meta.url));
const taggedDocument = /graphql`\s*(?:query|mutation|fragment)\s+(\w+)[^`]*`/g;

/** Puts what relay-compiler made of a document in the document's place, as Relay's plugin for Babel does. */
const artifacts = {
  name: "relay-artifacts",
  setup({ onLoad }) {
    onLoad({ filter: /relay[\\/][\w-]+\.tsx$/ }, async ({ path }) => {
      const imports = [];
      const text = (await readFile(path, "utf8")).replace(taggedDocument, (_document, name) => {
        imports.push(`import ${name}Artifact from "./__generated__/${name}.graphql.ts";`);
        return `${name}Artifact`;
      });
      return { contents: [...imports, text].join("\n"), loader: "tsx" };
    });
  },
};

await mkdir(new URL("__generated__/", import.meta.url), { recursive: true });
execFileSync(relayCompiler, ["relay.config.json"], { cwd: folder });
const bundle = await context({
  absWorkingDir: folder,
  entryPoints: ["main.tsx"],
  outdir: "dist",
  bundle: true,
  format: "esm",
  minify: true,
  jsx: "automatic",
  define: { "process.env.NODE_ENV": '"production"' },
  plugins: [artifacts],
});
await bundle.rebuild();
if (process.argv.includes("--serve")) {
  const { port } = await bundle.serve({ host: "127.0.0.1", port: 8000, servedir: folder });
  process.stdout.write(`http://localhost:${port}\n`);
} else {
  await bundle.dispose();
}
