import { readFileSync } from "node:fs";
import type { Run } from "./command.ts";

/** Prints the schema, as it stands in the repository and as it is served. */
export const schema: Run = async (_given, output) => {
  output.write(readFileSync(new URL("../../schema.graphql", import.meta.url), "utf8"));
  return 0;
};
