import { readdirSync } from "node:fs";
import type { NodeExample, NounExamples } from "./examples.ts";

const folder = new URL("../", import.meta.url);

const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".examples.ts"))
  .sort();

/** The examples of every noun: each stands in `test/<system>/<noun>/<noun>.examples.ts`. */
export const nounExamples: readonly NounExamples[] = await Promise.all(
  files.map(async (file) => (await import(new URL(file, folder).href)).examples as NounExamples),
);

/** Every type that can be fetched by its global id. */
export const nodeExamples: readonly NodeExample[] = nounExamples.flatMap(({ nodes = [] }) => nodes);
