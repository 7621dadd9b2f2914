import { existsSync, readFileSync, statSync } from "node:fs";
import { ConfigError } from "./config.ts";
import { hasUnseen } from "./env-text.ts";

/** `NAME=value`, with what some write around both. */
const assignment = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*=[ \t]*(.*)$/;
const blankOrComment = /^[ \t]*(?:#.*)?$/;
const quotes = ['"', "'", "`"];

/** The settings of a file. */
export interface EnvFile {
  readonly settings: Readonly<Record<string, string>>;
  /** Lines that other programs would read in another way; sentences without values. */
  readonly notes: readonly string[];
}

/** One setting of a file. */
interface Entry {
  readonly name: string;
  readonly value: string;
  /** The line it begins at, counted from 1. */
  readonly line: number;
  /** Lines that it takes. */
  readonly lines: number;
  /** A # in it that is not in quotes: some programs take it for the beginning of a comment. */
  readonly hasBareHash: boolean;
}

/**
 * Adds what a `.env` file sets to the environment of the process, which wins; without the file nothing happens.
 * @returns notes for the operator.
 * @throws ConfigError when the file cannot be read, and for every line of it that is not plainly one setting; in production
 * when other users may read it. Then nothing is told of its lines, nor read of them where the process is known to be in production.
 */
export function loadEnvFile(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  const open = mayBeReadByOthers(path)
    ? [`${path} may be read by other users of this machine; chmod 600 it.`]
    : [];
  const refuseOpen = (profile: string | undefined): void => {
    if (profile === "production" && open.length > 0) throw new ConfigError(open);
  };
  refuseOpen(process.env.NODE_ENV);
  const { notes, settings } = readEnv(bytesOf(path), path);
  refuseOpen(process.env.NODE_ENV ?? settings.NODE_ENV);
  for (const [name, value] of Object.entries(settings)) {
    if (process.env[name] === undefined) process.env[name] = value;
  }
  return [...open, ...notes];
}

/** Modes say nothing on Windows. */
const mayBeReadByOthers = (path: string): boolean =>
  process.platform !== "win32" && (statSync(path).mode & 0o077) !== 0;

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw new ConfigError([`${path} cannot be read.`]);
  }
}

/**
 * Reads the settings of a file: UTF-8, with or without a byte order mark and whatever its line ends. A value in quotes
 * (`"`, `'` or a backtick) is taken as it stands, over several lines if need be; within `"` `\n` is a line end.
 * @param path names the file in problems.
 * @throws ConfigError with all its problems by line, none of which holds a value: a line that could be read in two ways
 * would lose or change a setting without a word.
 */
export function readEnv(bytes: Uint8Array, path: string): EnvFile {
  const lines = linesOf(bytes, path);
  const problems: string[] = [];
  const entries = new Map<string, Entry>();
  for (let at = 0; at < lines.length; ) {
    const entry = entryAt(lines, at);
    if (typeof entry === "string") problems.push(`Line ${at + 1} of ${path} ${entry}.`);
    if (typeof entry !== "object") {
      at += 1;
      continue;
    }
    const { name } = entry;
    const earlier = entries.get(name);
    if (earlier) problems.push(`Line ${entry.line} of ${path} sets ${name}, as line ${earlier.line} does.`);
    entries.set(name, entry);
    at += entry.lines;
  }
  if (problems.length > 0) throw new ConfigError(problems);
  const read = [...entries.values()];
  return {
    settings: Object.fromEntries(read.map(({ name, value }) => [name, value])),
    notes: read
      .filter(({ hasBareHash }) => hasBareHash)
      .map(
        ({ name, line }) =>
          `Line ${line} of ${path}: the # is taken for a part of ${name}; put the value in quotes.`,
      ),
  };
}

function linesOf(bytes: Uint8Array, path: string): readonly string[] {
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  try {
    return utf8.decode(bytes).split(/\r\n|\n|\r/);
  } catch {
    throw new ConfigError([`${path} is not UTF-8; save it as that.`]);
  }
}

/** The setting that begins at a line, a problem with it, or undefined where there is none. */
function entryAt(lines: readonly string[], at: number): Entry | string | undefined {
  const line = lines[at] ?? "";
  // A character of these may pass for a line end, and what is behind it for a setting.
  if (/[\0\v\f\x85\u2028\u2029]/.test(line)) return "holds characters that cannot be seen";
  if (blankOrComment.test(line)) return undefined;
  const [, name, rest = ""] = assignment.exec(line) ?? [];
  if (name === undefined)
    return hasUnseen(line) ? "holds characters that cannot be seen" : "is not NAME=value";
  const quote = rest.charAt(0);
  if (quotes.includes(quote))
    return quotedEntry([rest.slice(1), ...lines.slice(at + 1)], quote, name, at + 1);
  const value = rest.replace(/[ \t]+$/, "");
  if (hasUnseen(value)) return `gives ${name} a value with characters that cannot be seen`;
  if (/(^|[ \t])#/.test(value)) {
    return `gives ${name} a value with a # behind a blank: put the value in quotes if that is part of it, or the comment on a line of its own`;
  }
  return { name, value, line: at + 1, lines: 1, hasBareHash: value.includes("#") };
}

/** @param lines from behind the opening quote to the end of the file. */
function quotedEntry(lines: readonly string[], quote: string, name: string, line: number): Entry | string {
  const last = lines.findIndex((text) => text.includes(quote));
  const [end = "", behind = ""] = splitAt(lines[last] ?? "", quote);
  if (last < 0) return `gives ${name} a value whose quotes do not end`;
  if (!/^[ \t]*$|^[ \t]+#/.test(behind)) return `has text behind the quotes of ${name}`;
  const text = [...lines.slice(0, last), end].join("\n");
  if (hasUnseen(text.replace(/[\n\t]/g, ""))) {
    return `gives ${name} a value with characters that cannot be seen`;
  }
  const value = quote === '"' ? text.replaceAll("\\n", "\n") : text;
  return { name, value, line, lines: last + 1, hasBareHash: false };
}

function splitAt(text: string, quote: string): [string, string] {
  const at = text.indexOf(quote);
  return [text.slice(0, at), text.slice(at + 1)];
}
