import { constants } from "node:os";
import { readConfig } from "../config/config.ts";
import { loadEnvFile } from "../config/env-file.ts";
import { createLog, type LogDestination } from "../log.ts";
import type { LogOutput } from "../log-output.ts";
import { systems } from "../systems.ts";
import type { Run } from "./command.ts";
import { portIn } from "./port.ts";

/** Longer than an operation may take that brings no files; what is not done by then is given up. */
const drainLimitMs = 12_000;
/** Time for the last lines of the log to be taken. */
const lastLinesMs = 1_000;

/**
 * Starts the gateway; on a signal, or when the start fails, closes all that was opened again in reverse order. A second signal
 * ends the process at once, with 128 and the number of the signal as its exit code, as a shell tells it.
 */
export const start: Run = async ({ options }, output) => {
  const port = portIn(options, "port");
  const notes = loadEnvFile(".env");
  const config = readConfig({ ...process.env, ...(port !== undefined && { PORT: String(port) }) }, systems);
  const isTerminal = process.stdout.isTTY;
  const log = createLog(isTerminal ? await readable(output) : output, config.logLevel);
  for (const note of [...notes, ...config.notes]) log.note(note);
  const opened: (() => Promise<void>)[] = [];
  // Loaded only now: a configuration that is refused is told at once.
  const starting = import("../start/start.ts").then(({ start }) =>
    start(config, { log, terminal: isTerminal ? output : undefined }, (close) => void opened.unshift(close)),
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
    log.note(`${signal} came; it stops once what is under way has ended.`);
    // Should a connection not end, the process must.
    setTimeout(() => {
      log.note("What was under way did not end in time; it is given up.");
      process.exit(1);
    }, config.drainDelayMs + drainLimitMs).unref();
    await stop();
    log.note("Tributary has stopped.");
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
  return 0;
};

/** Has lines of the log made readable; the library for that is loaded here alone. */
async function readable(output: LogOutput): Promise<LogDestination> {
  const { prettyFactory } = await import("pino-pretty");
  const pretty = prettyFactory({
    colorize: process.stdout.hasColors(),
    singleLine: true,
    translateTime: "SYS:HH:MM:ss",
  });
  return {
    write: (line) => output.write(pretty(line)),
    onRecovery: output.onRecovery,
    get droppedLines() {
      return output.droppedLines;
    },
  };
}
