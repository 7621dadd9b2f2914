import type { ImageType } from "./image-type.ts";

/** In pixels, as the header of an image states it. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** The bytes that a reader of a header wants next, to look at or to pass over. */
interface Step {
  readonly bytes: number;
  readonly isKept: boolean;
}

/** Reads a header from its first byte; ends with undefined where none is. */
type HeaderReader = Generator<Step, ImageSize | undefined, Buffer>;

const take = (bytes: number): Step => ({ bytes, isKept: true });
const skip = (bytes: number): Step => ({ bytes, isKept: false });

/** The first chunk, IHDR, behind the signature. */
function* pngSize(): HeaderReader {
  const header = yield take(24);
  if (header.toString("latin1", 12, 16) !== "IHDR") return undefined;
  return { width: header.readUInt32BE(16), height: header.readUInt32BE(20) };
}

/** The logical screen, behind the signature. */
function* gifSize(): HeaderReader {
  const header = yield take(10);
  return { width: header.readUInt16LE(6), height: header.readUInt16LE(8) };
}

/** The frame header, behind any number of other segments. */
function* jpegSize(): HeaderReader {
  yield skip(2);
  for (;;) {
    const marker = yield* jpegMarker();
    if (isFrame(marker)) {
      const frame = yield take(7);
      return { width: frame.readUInt16BE(5), height: frame.readUInt16BE(3) };
    }
    if (isBare(marker)) continue;
    // Pixels, or the end, without a frame before them.
    if (marker < 0xc0 || (marker >= 0xd8 && marker <= 0xda)) return undefined;
    const length = (yield take(2)).readUInt16BE();
    if (length < 2) return undefined;
    yield skip(length - 2);
  }
}

/** The next marker, before which there may be any number of fill bytes; zero where there is none. */
function* jpegMarker(): Generator<Step, number, Buffer> {
  if ((yield take(1)).readUInt8() !== 0xff) return 0;
  for (;;) {
    const marker = (yield take(1)).readUInt8();
    if (marker !== 0xff) return marker;
  }
}

/** SOF0 to SOF15, among which stand three tables. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** TEM and RST0 to RST7, which have no length. */
const isBare = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

const readers: Readonly<Partial<Record<ImageType, () => HeaderReader>>> = {
  "image/jpeg": jpegSize,
  "image/png": pngSize,
  "image/gif": gifSize,
};

/**
 * Begins to read the size of an image; of its bytes, no more than a few are held.
 * @returns what takes its chunks in order: undefined until the header has come, then its size, or `none` where it states none.
 */
export function sizeReader(type: ImageType): (chunk: Uint8Array) => ImageSize | "none" | undefined {
  const reader = readers[type]?.();
  if (!reader) return () => "none";
  let step = reader.next(Buffer.alloc(0));
  let kept = Buffer.alloc(0);
  let missingBytes = step.done ? 0 : step.value.bytes;
  return (chunk) => {
    let at = 0;
    while (!step.done) {
      const part = chunk.subarray(at, at + missingBytes);
      at += part.byteLength;
      missingBytes -= part.byteLength;
      if (step.value.isKept) kept = Buffer.concat([kept, part]);
      if (missingBytes > 0) return undefined;
      step = reader.next(kept);
      kept = Buffer.alloc(0);
      missingBytes = step.done ? 0 : step.value.bytes;
    }
    return step.value ?? "none";
  };
}
