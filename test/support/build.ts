import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { clearCounts } from "./planted-search.ts";

/** Builds once for all tests that start the gateway as a process: one that compiles what it loads starts three times as slowly. */
export async function setup(): Promise<void> {
  clearCounts();
  await promisify(execFile)("npm", ["run", "build", "--silent"], {
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
  });
}
