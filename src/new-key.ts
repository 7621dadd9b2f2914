import { parseArgs } from "node:util";
import { createKey, digestOf } from "./auth/client-key.ts";
import { readClients } from "./auth/clients-file.ts";
import { scopesOf } from "./auth/scopes.ts";
import { ConfigError } from "./config/config.ts";
import { entriesOf } from "./config/parsers.ts";
import { systems } from "./systems.ts";

const names = systems.map(({ name }) => name);
const usage = `npm run new-key -- NAME --scopes SCOPE,…

Prints a new key for the client NAME, and the entry for it in CLIENTS_FILE. The key is kept nowhere.
In the container: node dist/new-key.js NAME --scopes SCOPE,…

Scopes: ${scopesOf(names).join(", ")}
`;

try {
  process.stdout.write(newKey());
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? error.problems.join("\n") : usage}\n`);
  process.exitCode = 1;
}

/** The text for a client as the arguments of the process name it. */
function newKey(): string {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { scopes: { type: "string", default: "" } },
  });
  const [name, ...others] = positionals;
  const scopes = entriesOf(values.scopes);
  if (name === undefined || others.length > 0 || scopes.length === 0) throw new Error(usage);
  const key = createKey();
  const entry = JSON.stringify({ name, sha256: [digestOf(key)], scopes }, null, 2);
  // An entry that would be refused is of no use.
  readClients(`{ "clients": [${entry}] }`, names);
  return `${key}\n\nGive this key to the client; it is kept nowhere. Its entry in the clients of CLIENTS_FILE:\n\n${entry}\n`;
}
