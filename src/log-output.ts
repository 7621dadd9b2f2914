import type { Writable } from "node:stream";

/** Takes lines without ever holding up or ending the process. */
export interface LogOutput {
  /** Writes a line with its line end, or drops it. */
  write(line: string): void;
  /** Lines since the start that were dropped: the reader had left or stalled, or the disk was full. */
  readonly droppedLines: number;
  /** Sets the listener that is called when lines are taken again after some were dropped. */
  onRecovery(listener: () => void): void;
  /** Resolves once everything was written, or after `withinMs`. */
  flushed(withinMs: number): Promise<void>;
}

/** May wait for a slow reader: some 5 000 lines, which is seconds of a busy gateway. */
const mostWaitingBytes = 1_048_576;

/**
 * Makes the output of the log over a stream. Lines are handed to the system at once, so that the last ones before a crash
 * are there; a buffer of our own would lose them, and pino's, which is flushed at exit, never exits where the disk is full
 * or the reader stalls.
 * @param stream @default standard output
 */
export function createLogOutput(stream: Writable = process.stdout): LogOutput {
  let droppedLines = 0;
  let toldLines = 0;
  let recovered = () => {};
  // Without a listener the error would end the process; each write learns of its own.
  stream.on("error", () => {});

  const written = (error?: Error | null): void => {
    if (error) droppedLines += 1;
    // Where lines come faster than they are read, it is told once in a while and not behind every line.
    else if (droppedLines > toldLines && stream.writableLength < mostWaitingBytes / 2) {
      toldLines = droppedLines;
      recovered();
    }
  };
  return {
    write(line) {
      if (stream.writableLength + line.length > mostWaitingBytes) droppedLines += 1;
      else stream.write(line, written);
    },
    get droppedLines() {
      return droppedLines;
    },
    onRecovery(listener) {
      recovered = listener;
    },
    async flushed(withinMs) {
      if (stream.writableLength === 0) return;
      await new Promise<void>((resolve) => {
        setTimeout(resolve, withinMs).unref();
        stream.write("", () => resolve());
      });
    },
  };
}
