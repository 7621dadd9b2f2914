import { closeSync, constants, openSync, writeSync } from "node:fs";

/** A file that lines are appended to, each before its call returns. */
export interface AuditFile {
  /** Appends a line with its line end. @throws an error of the system when the whole line could not be written. */
  write(line: string): void;
  /** Opens the path again, since the file was moved away. @throws an error of the system; the old file is written on then. */
  reopen(): void;
  close(): void;
}

// A named pipe that nothing reads would hold up the start.
const flags = constants.O_APPEND | constants.O_CREAT | constants.O_WRONLY | constants.O_NONBLOCK;
/** Of a file that is made here: it says who did what. */
const mode = 0o600;

/**
 * Opens a file of the audit. A line is handed to the system at once, since mutations are few, as upstreams limit them, and one that
 * waits in the process ends with it.
 * @throws an error of the system.
 */
export function openAuditFile(path: string): AuditFile {
  let descriptor = openSync(path, flags, mode);
  let isTorn = false;
  return {
    write(line) {
      // What is left of a line that broke off must not make the next one unreadable.
      const bytes = Buffer.from(isTorn ? `\n${line}` : line);
      let written = 0;
      try {
        while (written < bytes.length) written += writeSync(descriptor, bytes, written);
        isTorn = false;
      } catch (error) {
        isTorn ||= written > 0;
        throw error;
      }
    },
    reopen() {
      const next = openSync(path, flags, mode);
      closeSync(descriptor);
      descriptor = next;
      isTorn = false;
    },
    close: () => closeSync(descriptor),
  };
}
