/** A body that is kept: copied where it is a slice of a larger buffer, which would stay in memory with it. */
export function unpooled(body: Buffer): Buffer {
  if (body.length === body.buffer.byteLength) return body;
  const own = Buffer.allocUnsafeSlow(body.length);
  body.copy(own);
  return own;
}
