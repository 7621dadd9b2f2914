import type { LogOutput } from "../log-output.ts";

/** The arguments of a command, as they were given. */
export interface Arguments {
  /** In the order of `Command.operands`, each of which is given. */
  readonly operands: readonly string[];
  /** By name; an option that is not given is undefined. */
  readonly options: Readonly<Record<string, string | undefined>>;
}

/**
 * Runs a command.
 * @param output takes its text.
 * @returns its exit code, once it has ended or goes on by itself.
 * @throws UsageError when an argument cannot be used; ConfigError when a setting cannot.
 */
export type Run = (given: Arguments, output: LogOutput) => Promise<number>;

/** An option with a value. */
export interface Option {
  /** Stands for the value in the usage: `PORT`. */
  readonly value: string;
  /** Its purpose, with its default. */
  readonly about: string;
}

/** One command of the command line. */
export interface Command {
  readonly name: string;
  /** Its purpose in one sentence. */
  readonly about: string;
  /** Names of the arguments that it needs: `FILE`. @default none */
  readonly operands?: readonly string[];
  /** By name, without the dashes. @default none */
  readonly options?: Readonly<Record<string, Option>>;
  /** Whether its help has the settings, too. @default it has not */
  readonly takesSettings?: boolean;
  /** Loads its code, which nothing else does. */
  load(): Promise<Run>;
}

/** Arguments that cannot be used; its message is a sentence for the person who typed them. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
