import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { buildSchema, findBreakingChanges } from "graphql";
import { schemaText } from "./schema-text.ts";

/** Writes `schema.graphql`. A change that breaks clients is named and refused, unless `--breaking` says that it is meant. */
const file = new URL("../schema.graphql", import.meta.url);
const text = schemaText();
const changes = existsSync(file)
  ? findBreakingChanges(buildSchema(readFileSync(file, "utf8")), buildSchema(text))
  : [];
for (const { description } of changes) process.stderr.write(`Breaks clients: ${description}\n`);
if (changes.length > 0 && !process.argv.includes("--breaking")) {
  process.stderr.write("Nothing is written; give --breaking if this is meant, and say so in CHANGELOG.md.\n");
  process.exitCode = 1;
} else {
  writeFileSync(file, text);
}
