import { readFileSync, type Stats, statSync } from "node:fs";
import { ConfigError } from "../config/config.ts";
import { type KeyedClient, readClients } from "./clients-file.ts";

/** Far above any number of clients that one gateway has. */
const mostBytes = 1024 * 1024;
/** Bits of a mode: its group may write, and others may read, write and run. */
const openToOthers = 0o027;

/**
 * Reads the file with the clients; a link is followed, as secrets that are mounted are links.
 * @throws ConfigError with all its problems: that it cannot be read, may be read by others, or is not as it must be.
 */
export function readClientsFile(path: string, systems: readonly string[]): readonly KeyedClient[] {
  return readClients(textOf(path), systems);
}

function textOf(path: string): string {
  const stats = statsOf(path);
  if (!stats?.isFile()) throw new ConfigError(["CLIENTS_FILE names no file."]);
  if ((stats.mode & openToOthers) !== 0) {
    throw new ConfigError(["CLIENTS_FILE may be read or written by others; take that away with chmod 640."]);
  }
  if (stats.size > mostBytes) throw new ConfigError([`CLIENTS_FILE is larger than ${mostBytes} bytes.`]);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    if (error instanceof TypeError) throw new ConfigError(["CLIENTS_FILE is not UTF-8."]);
    throw new ConfigError(["CLIENTS_FILE cannot be read."]);
  }
}

/** @returns undefined where there is nothing, or the way to it is closed. */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
