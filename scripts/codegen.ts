import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { codegen } from "@graphql-codegen/core";
import {
  type CodegenPlugin,
  createNoopProfiler,
  getCachedDocumentNodeFromSchema,
  normalizeConfig,
  normalizeImportExtension,
  normalizeInstanceOrArray,
  normalizeOutputParam,
  type Types,
} from "@graphql-codegen/plugin-helpers";
import { makeExecutableSchema } from "@graphql-tools/schema";
import { lexicographicSortSchema, parse, print, Source } from "graphql";
import config from "../codegen.ts";

/**
 * Writes what `codegen.ts` says, or with `--check` tells which files are behind it. The command that comes with codegen loads
 * schemas from everywhere, for which it brings two hundred packages; here they are files.
 */
const staleFiles: string[] = [];
for (const [path, output] of Object.entries(config.generates)) {
  for (const { content, filename } of await generate(path, output)) {
    if (existsSync(filename) && readFileSync(filename, "utf8") === content) continue;
    staleFiles.push(filename);
    if (process.argv.includes("--check")) continue;
    mkdirSync(dirname(filename), { recursive: true });
    writeFileSync(filename, content);
  }
}
if (process.argv.includes("--check") && staleFiles.length > 0) {
  process.stderr.write(
    `These are behind the schema; npm run codegen writes them: ${staleFiles.join(", ")}\n`,
  );
  process.exitCode = 1;
}

async function generate(path: string, given: Types.ConfiguredOutput | Types.ConfiguredPlugin[]) {
  const output = normalizeOutputParam(given);
  const plugins = normalizeConfig(output.plugins ?? []);
  const schemaAst = schemaIn(config.schema);
  const importExtension = normalizeImportExtension({
    importExtension: output.config?.importExtension,
    emitLegacyCommonJSImports: undefined,
  });
  const shared = {
    plugins,
    pluginMap: Object.fromEntries(await Promise.all(plugins.flatMap(Object.keys).map(loadPlugin))),
    schema: getCachedDocumentNodeFromSchema(schemaAst),
    schemaAst,
    documents: sourcesIn(output.documents).map(({ body, name }) => ({
      location: name,
      rawSDL: print(parse(body)),
      document: parse(body),
    })),
    config: { emitLegacyCommonJSImports: true, ...output.config, importExtension },
    profiler: createNoopProfiler(),
    documentTransforms: [],
  };
  const preset = await presetOf(output);
  const files = preset
    ? await preset.buildGeneratesSection({
        ...shared,
        baseOutputDir: path,
        presetConfig: output.presetConfig ?? {},
      })
    : [{ ...shared, filename: path }];
  return Promise.all(
    files.map(async (file) => ({
      filename: file.filename,
      content: await codegen({ ...file, importExtension, emitLegacyCommonJSImports: true }),
    })),
  );
}

async function loadPlugin(name: string): Promise<[string, CodegenPlugin]> {
  return [name, await import(`@graphql-codegen/${name}`)];
}

async function presetOf({ preset }: Types.ConfiguredOutput): Promise<Types.OutputPreset | undefined> {
  if (typeof preset !== "string") return preset;
  return (await import(`@graphql-codegen/${preset}-preset`)).preset;
}

function schemaIn(pattern: Types.Config["schema"]) {
  const typeDefs = sourcesIn(pattern).map((source) => parse(source));
  return lexicographicSortSchema(makeExecutableSchema({ typeDefs, assumeValidSDL: true }));
}

/** The files that patterns name: those of a folder that end with `.graphql`, with `**` those of its folders as well. */
function sourcesIn(
  patterns: Types.Config["schema"] | Types.OperationDocument | Types.OperationDocument[],
): Source[] {
  return normalizeInstanceOrArray<unknown>(patterns).flatMap((pattern) => {
    const [, folder, deep] = /^([\w/-]+)\/(\*\*\/)?\*\.graphql$/.exec(String(pattern)) ?? [];
    if (folder === undefined)
      throw new Error(`${pattern} is no pattern of files such as schema/**/*.graphql.`);
    return readdirSync(folder, { recursive: deep !== undefined, encoding: "utf8" })
      .filter((file) => file.endsWith(".graphql"))
      .sort()
      .map((file) => new Source(readFileSync(`${folder}/${file}`, "utf8"), `${folder}/${file}`));
  });
}
