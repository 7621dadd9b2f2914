import { existsSync, readFileSync } from "node:fs";
import { ConfigError } from "./config.ts";

const assignment = /^\s*(?:export\s+)?[\w.-]+\s*=/;
const blankOrComment = /^\s*(?:#|$)/;
/** Quoted values may go over several lines. */
const quoted = /^([ \t]*(?:export[ \t]+)?[\w.-]+[ \t]*=[ \t]*)(["'`])[\s\S]*?\2/gm;

/**
 * Adds what a `.env` file sets to the environment of the process, which wins; without the file nothing happens.
 * @throws ConfigError when the file cannot be read, and for every line of it that sets nothing: Node would take such a
 * line for part of the next one's name.
 */
export function loadEnvFile(path: string): void {
  if (!existsSync(path)) return;
  const lines = textOf(path)
    .replace(quoted, (value, head: string) => head + value.slice(head.length).replace(/[^\n]/g, ""))
    .split("\n");
  const problems = lines.flatMap((line, index) =>
    assignment.test(line) || blankOrComment.test(line)
      ? []
      : [`Line ${index + 1} of ${path} is not NAME=value.`],
  );
  if (problems.length > 0) throw new ConfigError(problems);
  process.loadEnvFile(path);
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new ConfigError([`${path} cannot be read.`]);
  }
}
