import { compareExecutors } from "../test/execution/differential.ts";

/**
 * Compares the compiled executor with graphql-js over generated operations.
 * @param runs how many operations.
 * @returns what must not be.
 */
export async function runExecutors(runs: number): Promise<readonly string[]> {
  try {
    const seen = await compareExecutors(runs);
    const told = Object.entries(seen).map(([kind, times]) => `${times} ${kind}`);
    process.stdout.write(`${told.join(", ")}\n`);
    return [];
  } catch (error) {
    return [error instanceof Error ? `${error.message}\n${String(error.cause)}` : String(error)];
  }
}
