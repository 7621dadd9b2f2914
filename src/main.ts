import { constants } from "node:os";
import { type Config, ConfigError, readConfig } from "./config/config.ts";
import { loadEnvFile } from "./config/env-file.ts";
import { helpText } from "./config/help-text.ts";
import { createLog } from "./log.ts";
import { createLogOutput, type LogOutput } from "./log-output.ts";
import { systems } from "./systems.ts";

/** Longer than an operation may take that brings no files; what is not done by then is given up. */
const drainLimitMs = 12_000;
/** Time for the last lines of the log to be taken. */
const lastLinesMs = 1_000;

const output = createLogOutput();
if (process.argv.includes("--help")) {
  output.write(helpText(systems));
} else {
  try {
    const notes = loadEnvFile(".env");
    const config = readConfig(process.env, systems);
    await run(config, output, [...notes, ...config.notes]);
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  }
}

/**
 * Starts everything; on a signal, or when the start fails, closes it again in reverse order. A second signal ends the
 * process at once, with 128 and the number of the signal as its exit code, as a shell tells it.
 * @param notes on the configuration, for the log.
 */
async function run(config: Config, output: LogOutput, notes: readonly string[]): Promise<void> {
  const log = createLog(output);
  for (const note of notes) log.note(note);
  const opened: (() => Promise<void>)[] = [];
  // Loaded only now: a configuration that is refused, and the help, are told at once.
  const starting = import("./start/start.ts").then(({ start }) =>
    start(config, { log, output }, (close) => void opened.unshift(close)),
  );

  const stop = async () => {
    // A start that is under way goes on opening things.
    await starting.catch(() => undefined);
    for (const close of opened) await close();
  };
  let signals = 0;
  const onSignal = async (signal: "SIGINT" | "SIGTERM") => {
    signals += 1;
    if (signals > 1) {
      log.note("A second signal came; what was under way is given up.");
      process.exit(128 + constants.signals[signal]);
    }
    // Should a connection not end, the process must.
    setTimeout(() => {
      log.note("What was under way did not end in time; it is given up.");
      process.exit(1);
    }, config.drainDelayMs + drainLimitMs).unref();
    await stop();
    await output.flushed(lastLinesMs);
    process.exit();
  };
  process.on("SIGTERM", onSignal);
  process.on("SIGINT", onSignal);

  try {
    await starting;
  } catch (error) {
    await stop();
    throw error;
  }
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
