/** Copies a body that is kept, since a small buffer is a slice of a larger one, which would stay in memory with it. */
export function unpooled(body: Buffer): Buffer {
  const own = Buffer.allocUnsafeSlow(body.length);
  body.copy(own);
  return own;
}
