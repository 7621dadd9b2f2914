const encoder = new TextEncoder();

/** The bytes of a text in a buffer of their own. Most answers are plain ASCII, which is written in one pass. */
export function utf8Bytes(text: string): Buffer {
  const bytes = Buffer.allocUnsafeSlow(text.length);
  const { read, written } = encoder.encodeInto(text, bytes);
  return read === text.length && written === text.length ? bytes : Buffer.from(text);
}
