import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  // Two copies of graphql load otherwise: vitest resolves the ES module build, Apollo's CommonJS parts the other.
  resolve: {
    alias: [
      {
        find: /^graphql$/,
        replacement: fileURLToPath(new URL("./node_modules/graphql/index.js", import.meta.url)),
      },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    // By default one core is left alone, which of two is half.
    maxWorkers: 2,
    // Nets for tests that hang: a machine that is busy with other things may take four times as long.
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // Tests make much and drop it at once; a larger nursery saves a tenth of their time.
    execArgv: ["--max-semi-space-size=32"],
    // Each file would load the whole gateway anew, which is half of the time. Nothing that a test changes outlives it.
    isolate: false,
    // A second run need not compile the sources again.
    experimental: { fsModuleCache: true },
    globalSetup: ["test/support/build.ts"],
    setupFiles: ["test/support/setup.ts"],
  },
});
