/** In pixels. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** Whether the first bytes are those of an image whose size can be read. */
export const isSizedImage = (head: string): boolean =>
  /^(?:ffd8ff|89504e470d0a1a0a|474946383[79]61)/.test(head);

/** The size of a JPEG, PNG or GIF, as its header states it. */
export function sizeOfImage(bytes: Buffer): PixelSize | undefined {
  try {
    if (bytes[0] === 0xff) return sizeOfJpeg(bytes);
    if (bytes[0] === 0x47) return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
    if (bytes.toString("latin1", 12, 16) !== "IHDR") return undefined;
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  } catch {
    return undefined; // it ends too early
  }
}

/** Finds the frame among the segments; the codes of frames are those from C0 to CF but for three. */
function sizeOfJpeg(bytes: Buffer): PixelSize | undefined {
  let at = 2;
  while (bytes.readUInt8(at) === 0xff) {
    const code = bytes.readUInt8(at + 1);
    if (code === 0xff) at += 1;
    else if (code >> 4 === 0xc && ![0xc4, 0xc8, 0xcc].includes(code)) {
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    } else at += 2 + (code === 1 || (code & 0xf8) === 0xd0 ? 0 : Math.max(2, bytes.readUInt16BE(at + 2)));
  }
  return undefined;
}
