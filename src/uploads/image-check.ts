import { badInput } from "../errors.ts";
import { type ImageSize, sizeReader } from "./image-size.ts";
import { type ImageType, imageTypeOf, namesOf, signatureBytes } from "./image-type.ts";

/** Conditions that an image must meet. */
export interface ImageLimits {
  /** Told by its first bytes, whatever its sender claims. */
  readonly types: readonly ImageType[];
  /** The least width and height of a square, where it must be one. @default any size */
  readonly leastSquarePixels?: number;
}

/** An image that is checked while it is read. */
export interface CheckedImage {
  readonly contentType: ImageType;
  /** @throws BAD_USER_INPUT once its size is known to be wrong, or it ends without one. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

/**
 * Checks an image.
 * @param shown the file, as messages name it.
 * @throws BAD_USER_INPUT at once if its type is known to be wrong.
 */
export async function checkedImage(
  bytes: AsyncGenerator<Uint8Array>,
  { types, leastSquarePixels }: ImageLimits,
  shown: string,
): Promise<CheckedImage> {
  const start = await startOf(bytes);
  const contentType = imageTypeOf(start);
  if (!contentType || !types.includes(contentType)) {
    throw badInput(`File ${shown} is no ${namesOf(types)} image.`);
  }
  const whole = joined(start, bytes);
  if (leastSquarePixels === undefined) return { contentType, bytes: whole };
  return { contentType, bytes: square(whole, contentType, leastSquarePixels, shown) };
}

async function* square(
  bytes: AsyncIterable<Uint8Array>,
  type: ImageType,
  leastPixels: number,
  shown: string,
): AsyncGenerator<Uint8Array> {
  const read = sizeReader(type);
  let size: ImageSize | "none" | undefined;
  for await (const chunk of bytes) {
    if (!size) {
      size = read(chunk);
      if (size) refuseUnlessSquare(size, leastPixels, shown);
    }
    yield chunk;
  }
  if (!size) refuseUnlessSquare("none", leastPixels, shown);
}

function refuseUnlessSquare(size: ImageSize | "none", leastPixels: number, shown: string): void {
  if (size === "none") throw badInput(`File ${shown} has no header that states the size of its image.`);
  const { width, height } = size;
  if (width === height && width >= leastPixels) return;
  throw badInput(
    `File ${shown} is ${width} pixels wide and ${height} high; it has to be a square of ${leastPixels} or more.`,
  );
}

/** Enough of a file to tell its type; chunks may be as short as a byte. */
async function startOf(bytes: AsyncGenerator<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length < signatureBytes) {
    const { done, value } = await bytes.next();
    if (done) break;
    chunks.push(value);
    length += value.byteLength;
  }
  return Buffer.concat(chunks);
}

async function* joined(start: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield start;
  yield* rest;
}
