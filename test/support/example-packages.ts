import { existsSync } from "node:fs";
import { createRequire } from "node:module";

const folder = new URL("../../examples/", import.meta.url);

/**
 * Loads the clients that `examples/` has, which is a package of its own. Where they are not installed, the test is skipped
 * with the reason, or fails in CI.
 */
export function examplePackages(skip: (reason: string) => void): NodeJS.Require {
  if (!existsSync(new URL("node_modules/", folder))) {
    const reason = "The clients are not installed: npm ci --prefix examples";
    if (process.env.CI === "true") throw new Error(reason);
    skip(reason);
  }
  return createRequire(new URL("package.json", folder));
}
