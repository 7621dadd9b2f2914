import { portNumber } from "../config/parsers.ts";
import { type Arguments, UsageError } from "./command.ts";

/**
 * The port that an option gives; undefined where it is not given.
 * @throws UsageError when it is none.
 */
export function portIn(options: Arguments["options"], name: string): number | undefined {
  const text = options[name];
  if (text === undefined) return undefined;
  const parsed = portNumber(text);
  if ("problems" in parsed) throw new UsageError(`--${name} ${parsed.problems.join(", ")}.`);
  return parsed.value;
}
