import { loadTabs } from "./client/tabs.ts";
import { type Config, ConfigError, readConfig } from "./config.ts";
import { loadEnvFile } from "./env-file.ts";
import { createGateway } from "./gateway.ts";
import { createLog, type Log } from "./log.ts";
import { systemClock } from "./rest/clock.ts";
import { createHttpTransport } from "./rest/transport.ts";
import { addSandbox } from "./sandboxed.ts";
import { addressOf, createServer } from "./server.ts";
import { helpText } from "./settings-text.ts";

/** Longer than an operation may take that brings no files; what is not done by then is given up. */
const drainLimitMs = 12_000;

if (process.argv.includes("--help")) {
  process.stdout.write(helpText());
} else {
  try {
    loadEnvFile(".env");
    await run(readConfig(process.env));
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  }
}

/** Starts everything; on a signal, or when the start fails, closes it again in reverse order. */
async function run(config: Config): Promise<void> {
  const log = createLog();
  const opened: (() => Promise<void>)[] = [];
  const starting = start(config, log, (close) => void opened.unshift(close));

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    // Should a connection not end, the process must.
    const giveUp = setTimeout(() => {
      log.note("What was under way did not end in time; it is given up.");
      process.exit(1);
    }, drainLimitMs);
    giveUp.unref();
    // A start that is under way goes on opening things.
    await starting.catch(() => undefined);
    for (const close of opened) await close();
  };
  process.on("SIGTERM", () => void stop());
  process.on("SIGINT", () => void stop());

  try {
    await starting;
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(config: Config, log: Log, onStop: (close: () => Promise<void>) => void): Promise<void> {
  const clock = systemClock;
  const { allowedOrigins, host, mayExplain, port } = config;
  const { addresses, emulated, closeSandbox } = await addSandbox(config);
  onStop(closeSandbox);
  const transport = createHttpTransport();
  onStop(transport.close);
  const gateway = createGateway(addresses, { transport: transport.send, clock }, log);
  const server = await createServer({
    gateway,
    log,
    clock,
    allowedOrigins,
    mayExplain,
    tabs: loadTabs(clock.dateMs()),
  });
  onStop(server.drain);
  await server.app.listen({ host, port });
  if (emulated.length > 0) log.note(`Emulated, with made-up data: ${emulated.join(", ")}.`);
  process.stdout.write(welcome(addressOf(server.app.server)));
}

function welcome(address: string): string {
  return `
Tributary answers at ${address}/graphql

  GraphiQL   ${address}/graphql
  Example    curl -s ${address}/graphql -H 'content-type: application/json' \\
               -d '{"query":"{ account(by: {domain: \\"acme.example\\"}) { name organization { name users(first: 3) { nodes { displayName person { firstName site { name } } } } } } }"}'

`;
}

function explain(error: unknown): string {
  if (error instanceof ConfigError) return `${error.message}\nRun with --help for all settings.`;
  if (error instanceof Error && "code" in error) {
    if (error.code === "EADDRINUSE")
      return "The port is taken. Stop the other program, or set PORT to another one.";
    if (error.code === "EACCES") return "The port may not be used. Set PORT to one above 1023.";
    if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
      return "HOST is no address of this machine. Set it to 127.0.0.1 or 0.0.0.0.";
    }
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
