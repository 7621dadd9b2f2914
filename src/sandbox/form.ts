import { createHash } from "node:crypto";
import { Busboy, type BusboyInstance } from "@fastify/busboy";
import { isSizedImage, type PixelSize, sizeOfImage } from "./image-header.ts";

/** A text of a form. */
export interface ReceivedText {
  readonly field: string;
  readonly value: string;
}

/** The facts of a file in a form. Its bytes are gone once they have come, those of an image once its size is found. */
export interface ReceivedFile {
  readonly field: string;
  readonly filename: string;
  /** As its sender states it. */
  readonly contentType: string;
  readonly bytes: number;
  /** Of the bytes, in hex. */
  readonly sha256: string;
  /** The first bytes in hex, by which many types are told. */
  readonly head: string;
  /** Of a JPEG, PNG or GIF whose header states it. */
  readonly size?: PixelSize;
}

/** A `multipart/form-data` body that has come whole, in the order of its parts. */
export interface ReceivedForm {
  readonly texts: readonly ReceivedText[];
  readonly files: readonly ReceivedFile[];
}

/** Whether a body of this type is read by `readForm`. */
export const isForm = (contentType = ""): boolean => /^multipart\/form-data\s*(?:;|$)/i.test(contentType);

/** Enough for the signatures of images. */
const headBytes = 12;
/** The most of an image that is kept until its size is found, which may stand behind long comments. */
const keptImageBytes = 8 * 1024 * 1024;

/**
 * Reads a form as it comes, always to its end, since a caller that still sends does not listen.
 * @param textCapBytes for the texts together.
 * @returns `malformed` when it is no form, `tooLarge` when its texts are above the cap.
 * @throws what the chunks throw.
 */
export async function readForm(
  contentType: string,
  chunks: AsyncIterable<Uint8Array>,
  textCapBytes: number,
): Promise<ReceivedForm | "malformed" | "tooLarge"> {
  const texts: ReceivedText[] = [];
  const files: ReceivedFile[] = [];
  let textLength = 0;
  let isTooLarge = false;
  const parser = parserFor(contentType, textCapBytes);
  parser?.on("field", (field, value, _isNameCut, isCut) => {
    textLength += value.length;
    isTooLarge ||= isCut || textLength > textCapBytes;
    if (!isTooLarge) texts.push({ field, value });
  });
  parser?.on("file", (field, bytes, filename, _encoding, type) => {
    const { take, told } = reader();
    bytes.on("data", take).on("end", () => files.push({ field, filename, contentType: type, ...told() }));
    // The form as a whole tells that it breaks off.
    bytes.on("error", () => {});
  });
  const ended = new Promise<boolean>((resolve) => {
    parser?.once("finish", () => resolve(true)).once("error", () => resolve(false));
  });
  for await (const chunk of chunks) {
    if (!parser || parser.destroyed) continue;
    const written = new Promise<void>((resolve) => void parser.write(chunk, () => resolve()));
    await Promise.race([written, ended]);
  }
  parser?.end();
  if (!parser || !(await ended)) return "malformed";
  return isTooLarge ? "tooLarge" : { texts, files };
}

function parserFor(contentType: string, fieldSize: number): BusboyInstance | undefined {
  try {
    return new Busboy({ headers: { "content-type": contentType }, limits: { fieldSize } });
  } catch {
    return undefined; // without a boundary
  }
}

function reader() {
  const hash = createHash("sha256");
  let bytes = 0;
  let head = Buffer.alloc(0);
  let kept: Buffer[] = [];
  let size: PixelSize | undefined;
  return {
    take(chunk: Buffer): void {
      hash.update(chunk);
      bytes += chunk.length;
      if (head.length < headBytes) head = Buffer.concat([head, chunk.subarray(0, headBytes - head.length)]);
      if (size) return;
      const isImage = isSizedImage(head.toString("hex"));
      kept = (isImage || head.length < headBytes) && bytes <= keptImageBytes ? [...kept, chunk] : [];
      if (isImage) size = sizeOfImage(Buffer.concat(kept));
      if (size) kept = [];
    },
    told: () => ({
      bytes,
      sha256: hash.digest("hex"),
      head: head.toString("hex"),
      ...(size && { size }),
    }),
  };
}
