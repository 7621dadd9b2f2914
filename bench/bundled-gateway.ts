import { build } from "vite";

const outDir = "bench/dist";

/** The process of the gateway under test as plain JavaScript: what compiles while it loads would count as its memory. */
export const bundledGateway = `${outDir}/gateway.js`;

/** Writes it, below the folder that the bench is started in. */
export async function bundleGateway(): Promise<void> {
  await build({
    configFile: false,
    logLevel: "error",
    build: { ssr: "bench/processes/gateway.ts", outDir, minify: false, target: "node20" },
  });
}
