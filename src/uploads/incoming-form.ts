import { Readable } from "node:stream";
import { Busboy, type BusboyInstance } from "@fastify/busboy";
import { badInput } from "../errors.ts";
import { HttpError } from "../http-error.ts";
import { operationLimits } from "../limits.ts";
import { utf8Text } from "../request-text.ts";
import type { Clock } from "../rest/clock.ts";
import { cleanFilename } from "./shown-file.ts";
import { uploadLimits } from "./upload-limits.ts";

/** A part of a form that is read whole. */
export interface TextPart {
  readonly kind: "text";
  readonly name: string;
  readonly text: string;
  /** Whether it was longer than an operation may be; it is then left out. */
  readonly isCut: boolean;
}

/** A part of a form that is read as it comes. */
export interface ArrivingFile {
  readonly kind: "file";
  readonly name: string;
  readonly filename: string;
  /** As its sender states it. */
  readonly contentType: string;
  /** Its bytes, to be read once. @throws what ends the form early, or an error once the next part was asked for. */
  chunks(): AsyncGenerator<Uint8Array>;
}

/** A `multipart/form-data` body that is read part by part, as fast as it is asked for. */
export interface IncomingForm {
  /** When the last byte came: a moment of the clock, in milliseconds. */
  readonly lastByteAtMs: number;
  /**
   * The next part, or undefined after the last. A file before it that was not read is thrown away as it comes.
   * @throws GatewayError, when what comes is no form or breaks off.
   */
  next(): Promise<TextPart | ArrivingFile | undefined>;
  /** Waits for parts or bytes of the form. @throws BAD_USER_INPUT once nothing of it came for too long. */
  coming<Value>(work: Promise<Value>): Promise<Value>;
  /** Gives the form up: its readers are told why. */
  fail(reason: Error): void;
}

/** `operations`, `map`, the files and one more, which is then known to be too many. */
const mostParts = uploadLimits.files + 3;
const partHeaders = { pairs: 20, bytes: 8_192 };

/**
 * Reads a request's body as a form. Only parts by the names of `texts` are read whole.
 * @throws HttpError when its content type is none of a form.
 */
export function openForm(
  source: Readable,
  contentType: string,
  texts: readonly string[],
  clock: Clock,
): IncomingForm {
  const form = parserFor(contentType);
  const arrived = new Readable({ objectMode: true, read() {} });
  const parts: AsyncIterator<PartInParser> = arrived.iterator({ destroyOnReturn: false });
  const unread = new Set<Readable>();
  let lastByteAtMs = clock.nowMs();
  let bytes = 0;
  let failure: Error | undefined;
  let isOver = false;
  let current: PartInParser | undefined;

  const fail = (reason: Error): void => {
    if (failure || isOver) return;
    failure = reason;
    arrived.destroy();
    for (const stream of unread) stream.destroy();
  };

  source.on("data", (chunk: Uint8Array) => {
    lastByteAtMs = clock.nowMs();
    bytes += chunk.byteLength;
    if (bytes > uploadLimits.bodyBytes) {
      fail(badInput(`The request is larger than ${uploadLimits.bodyBytes} bytes; send fewer files at once.`));
    }
  });
  source.once("close", () => {
    if (!source.readableEnded) fail(badInput("The upload broke off before its end."));
  });
  form.on("file", (name, stream, filename, _, type) => {
    unread.add(stream);
    stream.once("end", () => unread.delete(stream));
    // Told to its reader, if it has one.
    stream.on("error", () => {});
    arrived.push({ name: name ?? "", stream, filename, type, isSkipped: false } satisfies PartInParser);
  });
  form.on("partsLimit", () =>
    fail(badInput(`A request may bring ${uploadLimits.files} files; it has more.`)),
  );
  form.on("error", () => fail(badInput("The body is no whole multipart/form-data; it ends too early.")));
  form.on("finish", () => {
    isOver = true;
    arrived.push(null);
  });
  source.pipe(form);

  /** A form that ends early shows as a stream that was closed. */
  const orFailure = async <Value>(work: Promise<Value>): Promise<Value> => {
    try {
      return await work;
    } catch (error) {
      throw failure ?? error;
    }
  };

  /** Gives the form up when nothing came of it for so long since now. */
  const watch = (): (() => void) => {
    const beganAtMs = clock.nowMs();
    let cancel = () => {};
    const look = () => {
      const leftMs = Math.max(lastByteAtMs, beganAtMs) + uploadLimits.stallMs - clock.nowMs();
      if (leftMs > 0) cancel = clock.after(leftMs, look);
      else fail(badInput(`The upload stalled: nothing came for ${uploadLimits.stallMs / 1_000} s.`));
    };
    look();
    return () => cancel();
  };

  async function* chunksOf(file: PartInParser): AsyncGenerator<Uint8Array> {
    const chunks: AsyncIterator<Uint8Array> = file.stream.iterator({ destroyOnReturn: false });
    try {
      for (;;) {
        const { done, value } = await orFailure(chunks.next());
        if (file.isSkipped) throw new Error("A file was read after the one behind it was asked for.");
        if (done) return;
        yield value;
      }
    } finally {
      // Not waited for: it would wait for the next chunk.
      chunks.return?.().catch(() => undefined);
    }
  }

  return {
    get lastByteAtMs() {
      return lastByteAtMs;
    },
    async next() {
      if (current && unread.has(current.stream)) {
        current.isSkipped = true;
        // A reader that has begun would keep it from flowing.
        current.stream.removeAllListeners("readable").resume();
      }
      const { done, value } = await orFailure(parts.next());
      if (failure) throw failure;
      if (done) return undefined;
      const { name, type } = value;
      if (texts.includes(name)) return await orFailure(textOf(value));
      current = value;
      // The parser makes it of bytes that are no UTF-8.
      if (value.filename?.includes("\ufffd"))
        throw badInput("The name of a file is no UTF-8; encode it as UTF-8.");
      const filename = cleanFilename(value.filename);
      return { kind: "file", name, filename, contentType: type, chunks: () => chunksOf(value) };
    },
    async coming(work) {
      const stop = watch();
      try {
        return await work;
      } finally {
        stop();
      }
    },
    fail,
  };
}

/** Reads a part whole, up to the length that an operation may have. */
async function textOf({ name, stream }: PartInParser): Promise<TextPart> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes <= operationLimits.bodyBytes) chunks.push(chunk);
  }
  const isCut = bytes > operationLimits.bodyBytes;
  return { kind: "text", name, text: isCut ? "" : utf8Text(Buffer.concat(chunks)), isCut };
}

interface PartInParser {
  readonly name: string;
  readonly stream: Readable;
  readonly filename: string | undefined;
  readonly type: string;
  isSkipped: boolean;
}

function parserFor(contentType: string): BusboyInstance {
  try {
    return new Busboy({
      headers: { "content-type": contentType },
      // As text it would be decoded leniently.
      isPartAFile: () => true,
      limits: {
        parts: mostParts,
        headerPairs: partHeaders.pairs,
        headerSize: partHeaders.bytes,
      },
    });
  } catch {
    throw new HttpError("The content type names no boundary; multipart/form-data has to.");
  }
}
