const bytesOf = (size: number, write: (bytes: Buffer) => void): Buffer => {
  const bytes = Buffer.alloc(size);
  write(bytes);
  return bytes;
};

const big32 = (value: number) => bytesOf(4, (bytes) => bytes.writeUInt32BE(value));
const big16 = (value: number) => bytesOf(2, (bytes) => bytes.writeUInt16BE(value));
const little16 = (value: number) => bytesOf(2, (bytes) => bytes.writeUInt16LE(value));

/** A PNG as far as its header, and something behind it. */
export const png = (width: number, height: number): Buffer =>
  Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    big32(13),
    Buffer.from("IHDR"),
    big32(width),
    big32(height),
    Buffer.from("0806000000deadbeef0000", "hex"),
  ]);

/** A GIF as far as its logical screen, and something behind it. */
export const gif = (width: number, height: number, version = "GIF89a"): Buffer =>
  Buffer.concat([Buffer.from(version), little16(width), little16(height), Buffer.from("f7000000ff", "hex")]);

/** A segment of a JPEG, behind as many fill bytes as wanted. */
export const segment = (code: number, content: Uint8Array, fillBytes = 0): Buffer =>
  Buffer.concat([Buffer.alloc(1 + fillBytes, 0xff), Buffer.of(code), big16(content.byteLength + 2), content]);

/** A JPEG as far as its frame, and something behind it. @param before what precedes the frame. */
export const jpeg = (width: number, height: number, before: readonly Buffer[] = [], frame = 0xc0): Buffer =>
  Buffer.concat([
    Buffer.of(0xff, 0xd8),
    ...before,
    segment(
      frame,
      Buffer.concat([Buffer.of(8), big16(height), big16(width), Buffer.from("03011100", "hex")]),
    ),
    Buffer.from("ffda000801010000", "hex"),
  ]);

/** First bytes of an image whose size is not looked at, in as many as it takes. */
export const starts = {
  "image/webp": Buffer.from("RIFF\x24\0\0\0WEBPVP8 ", "latin1"),
  "image/bmp": Buffer.from("BM\x46\0\0\0\0\0\0\0\x36\0\0\0", "latin1"),
  "image/avif": Buffer.from("\0\0\0\x1cftypavif\0\0\0\0", "latin1"),
  "image/heic": Buffer.from("\0\0\0\x18ftypheic\0\0\0\0", "latin1"),
  "image/heif": Buffer.from("\0\0\0\x18ftypmif1\0\0\0\0", "latin1"),
};
