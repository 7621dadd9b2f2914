import { helpText } from "../config/help-text.ts";
import { listed } from "../config/in-words.ts";
import { systems } from "../systems.ts";
import type { Command } from "./command.ts";
import { commands } from "./commands.ts";

/** The usage of a command: its arguments, and what they are for. */
export function usageOf({ about, name, operands = [], options = {} }: Command): string {
  const flags = Object.entries(options).map(([option, { about, value }]) =>
    row(`--${option} ${value}`, about),
  );
  const inBrackets = Object.entries(options).map(([option, { value }]) => `[--${option} ${value}]`);
  return [`Usage: ${["tributary", name, ...operands, ...inBrackets].join(" ")}`, "", about, "", ...flags, ""]
    .join("\n")
    .replace(/\n{3,}$/, "\n");
}

/** The usage of all commands. */
export const usage = (): string =>
  [
    "Usage: tributary [COMMAND] [OPTION …]",
    "",
    `One GraphQL schema over ${listed(systems.map(({ title }) => title))}.`,
    "",
    ...commands.map(({ about, name, operands = [] }) => row([name, ...operands].join(" "), about)),
    row("-h, --help", "Prints this, and with a command its options."),
    row("--version", "Prints the version."),
    "",
  ].join("\n");

/** The text for a person who asks for help. @param command that it is asked about. @default all of them */
export function help(command?: Command): string {
  const text = command ? usageOf(command) : usage();
  return command && !command.takesSettings ? text : `${text}\n${helpText(systems)}`;
}

const row = (left: string, about: string): string => `  ${left.padEnd(18)} ${about}`;
