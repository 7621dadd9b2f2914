import { examplePackages } from "./example-packages.ts";

/** The part of esbuild that tests use. */
export interface Esbuild {
  build(options: object): Promise<{ readonly outputFiles: readonly { readonly text: string }[] }>;
}

/** Loads esbuild from the package of examples; skips the test where that is not installed, or fails in CI. */
export const loadEsbuild = (skip: (reason: string) => void): Esbuild =>
  examplePackages(skip)("esbuild") as Esbuild;

/** Bundles code, and gives its text. */
export async function bundle(esbuild: Esbuild, options: object): Promise<string> {
  const { outputFiles } = await esbuild.build({ ...options, bundle: true, write: false, logLevel: "silent" });
  return outputFiles[0]?.text ?? "";
}
