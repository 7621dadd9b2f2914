import { readFileSync } from "node:fs";
import { type LogOutput, standardOutput } from "../log-output.ts";
import { readArguments } from "./arguments.ts";
import { UsageError } from "./command.ts";
import { explain } from "./explain.ts";

/**
 * Does what the arguments of the process ask for.
 * @param output takes the text that is asked for. @default standard output
 * @param complain takes the text about what went wrong. @default to standard error
 * @returns its exit code: 2 where the arguments cannot be used, 1 where it failed.
 */
export async function run(
  args: readonly string[],
  output: LogOutput = standardOutput(),
  complain: (text: string) => void = (text) => void process.stderr.write(text),
): Promise<number> {
  try {
    const { asks, command, given, isNamed } = readArguments(args);
    if (asks === "version") output.write(`${version()}\n`);
    else if (asks === "help") output.write((await import("./usage.ts")).help(isNamed ? command : undefined));
    else {
      const start = await command.load();
      return await start(given, output);
    }
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      complain(`${error.message}\n\n${(await import("./usage.ts")).usage()}`);
      return 2;
    }
    complain(`${explain(error)}\n`);
    return 1;
  }
}

function version(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
