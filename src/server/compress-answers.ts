import compress, { type FastifyCompressOptions } from "@fastify/compress";
import type { FastifyInstance } from "fastify";

/**
 * Answers of fewer bytes go out as they are. One that is kept takes a tenth of a millisecond, and compressing it takes longer
 * than sending it to a service nearby; the schema, of 470 kB, shrinks to a tenth.
 */
export const compressedFromBytes = 32_768;

/**
 * How the answers of a route are compressed. Compressing tells something of a text by its length to those who see the connection
 * and can have a part of it chosen (BREACH). Nothing secret is in answers, and no browser adds a credential by itself.
 */
export const compressedAnswers: FastifyCompressOptions = {
  threshold: compressedFromBytes,
  // All off the event loop.
  syncThreshold: 0,
  encodings: ["br", "gzip"],
};

/** Lets routes have their answers compressed. Bodies of requests are never unpacked: a small one could hold any amount. */
export async function allowCompression(app: FastifyInstance): Promise<void> {
  await app.register(compress, { global: false, globalDecompression: false });
}
