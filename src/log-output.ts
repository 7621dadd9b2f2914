import { writeSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";

/** Takes lines without ever holding up or ending the process. */
export interface LogOutput {
  /** Takes a line with its line end, which is written at the end of this turn of the event loop, or drops it. */
  write(line: string): void;
  /** Lines since the start that were dropped: the reader had left or stalled, or the disk was full. */
  readonly droppedLines: number;
  /** Sets the listener that is called when lines are taken again after some were dropped. */
  onRecovery(listener: () => void): void;
  /** Resolves once everything was written, or after `withinMs`. */
  flushed(withinMs: number): Promise<void>;
  /** Writes everything that waits, and from now on each line as it comes: the process ends, and no turn of the event loop follows. */
  endNow(): void;
}

/**
 * Writes bytes without waiting.
 * @returns how many of them were taken.
 * @throws an error of the system: `EAGAIN` where none is taken just now, any other where none will be.
 */
export type WriteNow = (bytes: Uint8Array) => number;

/** May wait for a slow reader: some 5 000 lines, which is seconds of a busy gateway. */
const mostWaitingBytes = 1_048_576;
/** Lines of a turn that are written before it ends. A line beside others costs a tenth of one by itself; more of them spare no more. */
const batchCharacters = 16_384;
/** Until a reader that stalls is tried again. */
const retryMs = 10;
/** Longest time for which the end of the process waits for a reader that stalls. */
const longestEndMs = 200;

const lineFeed = 10;
const lineEnd = Uint8Array.of(lineFeed);
const nothing = new Uint8Array(0);

/**
 * Makes an output that hands lines to the system in batches, those of one turn of the event loop together: so many, and no
 * others, does a crash take along that lets nothing run any more. pino's own destination batches by time, and at its end
 * tries again for ever where the disk is full or the reader stalls.
 */
export function createLogOutput(writeNow: WriteNow): LogOutput {
  let droppedLines = 0;
  let toldLines = 0;
  let recovered = () => {};
  /** Lines that came since the last batch. */
  let text = "";
  /** The rest of the last batch. */
  let rest = nothing;
  /** Whether the last byte that was taken stands within a line. */
  let isInLine = false;
  /** Whether the end of a line was dropped whose beginning was taken. */
  let isTorn = false;
  let isScheduled = false;
  let isEnding = false;

  const waitingBytes = () => text.length + rest.length;

  const take = (): void => {
    if (isTorn) writeNow(lineEnd);
    isTorn = false;
    const taken = writeNow(rest);
    if (taken > 0) isInLine = rest[taken - 1] !== lineFeed;
    rest = rest.subarray(taken);
    // Where lines come faster than they are read, it is told once in a while and not behind every line.
    if (droppedLines === toldLines || waitingBytes() > mostWaitingBytes / 2) return;
    toldLines = droppedLines;
    recovered();
  };

  /** @returns whether all was taken or dropped, so that nothing waits. */
  const writeAll = (): boolean => {
    while (waitingBytes() > 0) {
      if (rest.length === 0) {
        rest = Buffer.from(text);
        text = "";
      }
      try {
        take();
      } catch (error) {
        if (isStall(error)) return false;
        droppedLines += lineEndsIn(rest);
        rest = nothing;
        isTorn ||= isInLine;
        isInLine = false;
      }
    }
    return true;
  };

  const flush = (): void => {
    isScheduled = !writeAll();
    if (isScheduled) setTimeout(flush, retryMs);
  };

  return {
    write(line) {
      if (waitingBytes() + line.length > mostWaitingBytes) {
        droppedLines += 1;
        return;
      }
      text += line;
      if (isEnding) writeAll();
      else if (!isScheduled) {
        isScheduled = true;
        setImmediate(flush);
      } else if (rest.length === 0 && text.length >= batchCharacters) writeAll();
    },
    get droppedLines() {
      return droppedLines;
    },
    onRecovery(listener) {
      recovered = listener;
    },
    async flushed(withinMs) {
      for (let waitedMs = 0; !writeAll() && waitedMs < withinMs; waitedMs += retryMs) await delay(retryMs);
    },
    endNow() {
      isEnding = true;
      const never = new Int32Array(new SharedArrayBuffer(4));
      for (let waitedMs = 0; !writeAll() && waitedMs < longestEndMs; waitedMs += retryMs)
        Atomics.wait(never, 0, 0, retryMs);
    },
  };
}

/** Makes the output that writes to standard output, which the end of the process flushes, whatever ends it but a signal that nothing handles. */
export function standardOutput(): LogOutput {
  // Making the stream has Node set a pipe to answer EAGAIN rather than wait; a write past it leaves out what a stream costs.
  const { fd } = process.stdout;
  const output = createLogOutput((bytes) => writeSync(fd, bytes));
  process.once("exit", output.endNow);
  return output;
}

const isStall = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === "EAGAIN" || error.code === "EBUSY");

const lineEndsIn = (bytes: Uint8Array): number =>
  bytes.reduce((lines, byte) => (byte === lineFeed ? lines + 1 : lines), 0);
