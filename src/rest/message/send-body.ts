import { once } from "node:events";
import type { Writable } from "node:stream";

/**
 * Sends a request's head and body to a connection that is ready. What the body throws breaks the request off; how the
 * request ends is told by its own events.
 */
export function sendBody(outgoing: Writable, body: string | AsyncIterable<Uint8Array> | undefined): void {
  if (body === undefined || typeof body === "string") return void outgoing.end(body);
  sendChunks(outgoing, body).catch((error: unknown) =>
    outgoing.destroy(error instanceof Error ? error : new Error("The body broke off.")),
  );
}

async function sendChunks(outgoing: Writable, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  // No chunk may be asked for that is not taken.
  const closed = new AbortController();
  outgoing.once("close", () => closed.abort());
  for await (const chunk of chunks) {
    if (closed.signal.aborted) return;
    if (!outgoing.write(chunk)) await once(outgoing, "drain", { signal: closed.signal });
  }
  outgoing.end();
}
