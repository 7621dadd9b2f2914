import { Readable } from "node:stream";

/** Made once: each body that ends closes its stream behind it. */
const brokenOff = new Error("The body broke off.");

/**
 * Reads a body to its end, as the chunks that it came in.
 * @throws the error of `tooLarge` once there are more than `mostBytes`; the stream ends then, and with it the connection.
 */
export async function readChunks(
  body: AsyncIterable<Uint8Array>,
  mostBytes: number,
  tooLarge: () => Error,
): Promise<readonly Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const take = (chunk: Uint8Array): void => {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) throw tooLarge();
    chunks.push(chunk);
  };
  if (body instanceof Readable) await heard(body, take);
  else for await (const chunk of body) take(chunk);
  return chunks;
}

/** Gives the chunks of a stream as they come, for a fraction of what its iterator costs. @throws what `take` throws */
const heard = (stream: Readable, take: (chunk: Uint8Array) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    if (stream.destroyed) return reject(stream.errored ?? brokenOff);
    const onData = (chunk: Uint8Array): void => {
      try {
        take(chunk);
      } catch (error) {
        reject(error);
        // What has come already would be given all the same.
        stream.off("data", onData).destroy();
      }
    };
    stream.on("data", onData);
    stream.on("end", resolve);
    stream.on("error", reject);
    stream.on("close", () => reject(brokenOff));
  });
