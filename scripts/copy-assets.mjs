import { cp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const root = join(import.meta.dirname, "..");
const { resolve } = createRequire(import.meta.url);
const bundle = join(dirname(resolve("@graphql-yoga/graphiql/package.json")), "dist");

const graphiql = join(root, "dist/server/graphiql");
await rm(graphiql, { recursive: true, force: true });
await cp(join(root, "src/server/graphiql"), graphiql, { recursive: true });
// The page loads the UMD build; the other one is the same code and two megabytes more.
await cp(bundle, graphiql, { recursive: true, filter: (file) => !file.endsWith(".es.js") });

const operations = join(root, "dist/client/operations");
await rm(operations, { recursive: true, force: true });
await cp(join(root, "src/client/operations"), operations, { recursive: true });
await cp(
  join(root, "src/client/persisted-documents.json"),
  join(root, "dist/client/persisted-documents.json"),
);
