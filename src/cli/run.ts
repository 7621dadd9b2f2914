import { readFileSync } from "node:fs";
import { createLogOutput } from "../log-output.ts";
import { readArguments } from "./arguments.ts";
import { UsageError } from "./command.ts";
import { explain } from "./explain.ts";

/** Does what the arguments of the process ask for, and sets its exit code: 2 where they cannot be used, 1 where it failed. */
export async function run(args: readonly string[]): Promise<void> {
  const output = createLogOutput();
  try {
    const { asks, command, given, isNamed } = readArguments(args);
    if (asks === "version") output.write(`${version()}\n`);
    else if (asks === "help") output.write((await import("./usage.ts")).help(isNamed ? command : undefined));
    else {
      const start = await command.load();
      process.exitCode = await start(given, output);
    }
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n\n${(await import("./usage.ts")).usage()}`);
      process.exitCode = 2;
    } else {
      process.stderr.write(`${explain(error)}\n`);
      process.exitCode = 1;
    }
  }
}

function version(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
