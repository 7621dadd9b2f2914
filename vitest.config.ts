import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  // Two copies of graphql load otherwise: vitest resolves the ES module build, Apollo's CommonJS parts the other.
  resolve: { alias: { graphql: fileURLToPath(new URL("./node_modules/graphql/index.js", import.meta.url)) } },
  test: {
    include: ["test/**/*.test.ts"],
    // By default one core is left alone, which of two is half.
    maxWorkers: 2,
    // A fifth of the time went into collecting what tests make and drop at once.
    execArgv: ["--min-semi-space-size=64", "--max-semi-space-size=128"],
    // Each file would load the whole gateway anew, which is half of the time. Nothing that a test changes outlives it.
    isolate: false,
    experimental: { fsModuleCache: true },
    globalSetup: ["test/support/build.ts"],
    setupFiles: ["test/support/setup.ts"],
  },
});
