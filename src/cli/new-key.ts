import { createKey, digestOf } from "../auth/client-key.ts";
import { readClients } from "../auth/clients-file.ts";
import { scopesOf } from "../auth/scopes.ts";
import { ConfigError } from "../config/config.ts";
import { entriesOf } from "../config/parsers.ts";
import { systems } from "../systems.ts";
import { type Run, UsageError } from "./command.ts";

/** Prints a new key for a client, and the entry for it. */
export const newKey: Run = async ({ operands: [name = ""], options }, output) => {
  const names = systems.map((system) => system.name);
  const scopes = entriesOf(options.scopes ?? "");
  if (scopes.length === 0) {
    throw new UsageError(`--scopes is missing; it takes of ${scopesOf(names).join(", ")}.`);
  }
  const key = createKey();
  const entry = JSON.stringify({ name, sha256: [digestOf(key)], scopes }, null, 2);
  try {
    // An entry that would be refused is of no use.
    readClients(`{ "clients": [${entry}] }`, names);
  } catch (error) {
    throw error instanceof ConfigError ? new UsageError(error.problems.join("\n")) : error;
  }
  output.write(
    `${key}\n\nGive this key to the client; it is kept nowhere. Its entry in the clients of CLIENTS_FILE:\n\n${entry}\n`,
  );
  return 0;
};
