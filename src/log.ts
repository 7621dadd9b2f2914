import { type Logger, pino } from "pino";
import type { LogLevel } from "./config/observation-settings.ts";
import { type LogOutput, standardOutput } from "./log-output.ts";
import type { Audit, AuditEntry, Observer } from "./observation/events.ts";

/**
 * The log, for the operator of the gateway. Every line is made from named fields that cannot hold a secret: no URL, header,
 * body, variable or error message of others goes into the log.
 */
export interface Log extends Required<Observer> {
  /** One field of a mutation. */
  readonly audit: Audit;
  /** A line of the audit that its file did not take. @param cause code of the system's error. */
  auditFailed(entry: AuditEntry, cause: string): void;
  /** A sentence of our own on something that the operator has to look after. @param cause code of the system's error. */
  alarm(message: string, cause: string): void;
  /** A fault of the gateway itself. */
  fault(error: unknown): void;
  /** An upstream gave an enum value that the schema does not know, at this `Type.field`. */
  unknownEnumValue(field: string): void;
  /** The collector of traces takes them again, or no more, and they are dropped. */
  tracesTaken(areTaken: boolean): void;
  /** A sentence of our own. */
  note(message: string): void;
  /**
   * The gateway answers.
   * @param address its origin.
   * @param systems where each is, or that it is emulated, by title.
   */
  listening(address: string, systems: Readonly<Record<string, string>>): void;
  /** Lines since the start that could not be written. */
  readonly droppedLines: number;
  /** Lines of the audit since the start that its file did not take. */
  readonly failedAuditLines: number;
}

/** Where lines go: a `LogOutput`, or one that takes every line. */
export interface LogDestination extends Partial<Pick<LogOutput, "droppedLines" | "onRecovery">> {
  write(line: string): void;
}

const createLogger = (destination: Pick<LogDestination, "write">, level: LogLevel = "info"): Logger =>
  pino({ base: null, level, timestamp: isoTimes() }, destination);

const { epochTime, isoTime } = pino.stdTimeFunctions;

/** Writes the time of a line; its text is made once a millisecond. */
function isoTimes(): () => string {
  let at = "";
  let text = "";
  return () => {
    const now = epochTime();
    if (now !== at) text = isoTime();
    at = now;
    return text;
  };
}

/** Writes the lines of the audit as JSON, all of them. */
export function createAudit(destination: Pick<LogDestination, "write">): Audit {
  const logger = createLogger(destination);
  return (entry) => logger.info(auditFields(entry), "mutation");
}

/**
 * Writes JSON lines to standard output, or to another `destination`.
 * @param level the least that is written, the audit aside. @default "info"
 */
export function createLog(destination: LogDestination = standardOutput(), level?: LogLevel): Log {
  const logger = createLogger(destination, level);
  const droppedLines = () => destination.droppedLines ?? 0;
  destination.onRecovery?.(() => logger.warn({ droppedLines: droppedLines() }, "log lines were dropped"));
  const known = new Set<string>();
  let failedAuditLines = 0;
  return {
    request: ({ requestId, client, method, route, status, code, durationMs }) =>
      logger.info({ requestId, client, method, route, status, code, durationMs }, "request"),
    refused: ({ requestId, reason, status }) => logger.info({ requestId, reason, status }, "request refused"),
    operation({ requestId, client, name, kind, trusted, status, errorCodes, answeredBy, calls, durationMs }) {
      const errors = Object.values(errorCodes).reduce((sum, count) => sum + count, 0);
      const went = { status, errors, errorCodes, answeredBy, calls: calls.length, durationMs };
      logger.info({ requestId, client, name, kind, trusted, ...went }, "operation");
    },
    audit: createAudit(destination),
    auditFailed(entry, cause) {
      failedAuditLines += 1;
      logger.error({ ...auditFields(entry), cause }, "mutation that AUDIT_FILE did not take");
    },
    alarm: (message, cause) => logger.error({ cause }, message),
    // Failures are worth a warning.
    call: ({ system, endpoint, status, code, cause, setting, durationMs }) => {
      const line = { system, endpoint, status, code, cause, setting, durationMs };
      // What does not exist is an answer, and what is withdrawn for a client's file says nothing of the system.
      const isFine = code === undefined || code === "NOT_FOUND" || code === "BAD_USER_INPUT";
      if (isFine) logger.debug(line, "upstream call");
      else logger.warn(line, "upstream call failed");
    },
    fault: (error) => logger.error(describeFault(error), "fault"),
    unknownEnumValue: (field) => {
      // Once a field: a whole page of rows may carry the value.
      if (known.has(field)) return;
      known.add(field);
      logger.warn({ field }, "unknown enum value");
    },
    tracesTaken: (areTaken) =>
      areTaken
        ? logger.info("the collector takes traces again")
        : logger.warn("the collector takes no traces; they are dropped"),
    note: (message) => logger.info(message),
    listening: (address, systems) =>
      logger.info({ address, systems }, `Tributary answers at ${address}/graphql`),
    get droppedLines() {
      return droppedLines();
    },
    get failedAuditLines() {
      return failedAuditLines;
    },
  };
}

function auditFields(entry: AuditEntry) {
  const { requestId, client, operation, field, ids, idsLeftOut, outcome, attempts, parts, durationMs } =
    entry;
  const ended = { outcome, attempts, parts, durationMs };
  return { audit: true, requestId, client, operation, field, ids, idsLeftOut, ...ended };
}

/** The class and place of an error; its message may hold anything. */
function describeFault(error: unknown): { error: string; at: string[] } {
  if (!(error instanceof Error)) return { error: typeof error, at: [] };
  // The message stands in the stack, too, and may have lines that look like frames.
  const stack = (error.stack ?? "").replace(error.message, "");
  const frames = stack.split("\n").filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line));
  return { error: error.name, at: frames.slice(0, 10).map((line) => line.trim()) };
}
