import { cp, rm } from "node:fs/promises";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

for (const folder of ["server/graphiql", "client/operations"]) {
  const target = join(root, "dist", folder);
  await rm(target, { recursive: true, force: true });
  await cp(join(root, "src", folder), target, { recursive: true });
}
await cp(
  join(root, "src/client/persisted-documents.json"),
  join(root, "dist/client/persisted-documents.json"),
);
