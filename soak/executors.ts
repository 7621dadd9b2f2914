import { compareExecutors } from "../test/execution/differential.ts";

/**
 * Compares the compiled executor with graphql-js over generated operations.
 * @param runs how many operations.
 * @returns what must not be.
 */
export async function runExecutors(runs: number): Promise<readonly string[]> {
  let unhandled = 0;
  const count = () => {
    unhandled += 1;
  };
  process.on("unhandledRejection", count);
  try {
    const seen = await compareExecutors(runs);
    process.stdout.write(
      `${Object.entries(seen)
        .map(([kind, times]) => `${times} ${kind}`)
        .join(", ")}\n`,
    );
  } catch (error) {
    return [error instanceof Error ? `${error.message}\n${String(error.cause)}` : String(error)];
  } finally {
    process.off("unhandledRejection", count);
  }
  process.stdout.write(`${unhandled} rejections that nothing handled, most of them made by graphql-js\n`);
  return [];
}
