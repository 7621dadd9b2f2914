/** Room that answers are written to one after the other: memory of its own for each would cost more than the writing. */
const slabBytes = 262_144;
/** Longer answers have memory of their own, so that a client that reads slowly holds little else. */
const longestInSlab = slabBytes / 4;
/** Most bytes of UTF-8 for one unit of UTF-16. */
const mostBytesPerUnit = 3;

let slab = Buffer.allocUnsafeSlow(slabBytes);
let usedBytes = 0;

/** The bytes of a text, written in one pass. They may be a slice of memory that other answers are in, too. */
export function utf8Bytes(text: string): Buffer {
  const mostBytes = text.length * mostBytesPerUnit;
  if (mostBytes > longestInSlab) return Buffer.from(text);
  if (usedBytes + mostBytes > slabBytes) {
    slab = Buffer.allocUnsafeSlow(slabBytes);
    usedBytes = 0;
  }
  const from = usedBytes;
  usedBytes += slab.write(text, from);
  return slab.subarray(from, usedBytes);
}
