import { parseArgs } from "node:util";
import { nearestName } from "../nearest-name.ts";
import { type Arguments, type Command, UsageError } from "./command.ts";
import { commands } from "./commands.ts";

/** A command line as it was understood. */
export interface CommandLine {
  /** @default the first of the commands */
  readonly command: Command;
  /** Whether the command was named. */
  readonly isNamed: boolean;
  /** Text that is asked for in place of the command. @default the command is to be run */
  readonly asks?: "help" | "version";
  readonly given: Arguments;
}

const flags = { help: { type: "boolean", short: "h" }, version: { type: "boolean" } } as const;

/**
 * Reads the arguments of the process.
 * @throws UsageError for a command, an argument or an option that there is not, and for one that is missing.
 */
export function readArguments(args: readonly string[]): CommandLine {
  const { command, isNamed } = commandIn(args);
  const { positionals, values } = parsed(command, args);
  const { help, version, ...options } = values;
  const operands = isNamed ? positionals.slice(1) : positionals;
  if (help) return { command, isNamed, asks: "help", given: { operands, options } };
  if (version) return { command, isNamed, asks: "version", given: { operands, options } };
  checkOperands(command, operands);
  return { command, isNamed, given: { operands, options } };
}

function parsed(command: Command, args: readonly string[]) {
  const { options = {} } = command;
  const ofCommand = Object.fromEntries(
    Object.keys(options).map((name) => [name, { type: "string" } as const]),
  );
  try {
    return parseArgs({ args: [...args], options: { ...ofCommand, ...flags }, allowPositionals: true });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // What follows the first sentence is about arguments that begin with a dash, which there are none.
    const [sentence = ""] = /^.*?\.(?=\s|$)/s.exec(`${message}.`) ?? [];
    const [, given = ""] = /'(--?[^\s',]+)/.exec(message) ?? [];
    const names = Object.keys({ ...options, ...flags }).map((name) => `--${name}`);
    const nearest = code === "ERR_PARSE_ARGS_UNKNOWN_OPTION" ? nearestName(given, names) : undefined;
    throw new UsageError(`${sentence}${didYouMean(nearest)}`);
  }
}

/** The command that the first argument names; options come behind it. */
function commandIn([name]: readonly string[]): Pick<CommandLine, "command" | "isNamed"> {
  if (name === undefined || name.startsWith("-")) return { command: commands[0], isNamed: false };
  const command = commands.find((each) => each.name === name);
  if (command) return { command, isNamed: true };
  const names = commands.map((each) => each.name);
  throw new UsageError(`There is no command ${name}.${didYouMean(nearestName(name, names))}`);
}

const didYouMean = (name: string | undefined): string => (name === undefined ? "" : ` Did you mean ${name}?`);

function checkOperands({ name, operands = [] }: Command, given: readonly string[]): void {
  const missing = operands[given.length];
  if (missing !== undefined) throw new UsageError(`${name} needs an argument: ${missing}.`);
  const excess = given[operands.length];
  if (excess !== undefined) throw new UsageError(`${name} takes no argument ${excess}.`);
}
