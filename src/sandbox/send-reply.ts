import type { ServerResponse } from "node:http";
import type { Reply } from "./emulator.ts";
import { replyText } from "./faults.ts";

/**
 * Sends an answer; what its stream makes is sent as it comes, for as long as the client stays.
 * @throws what the stream throws.
 */
export async function sendReply(outgoing: ServerResponse, reply: Reply): Promise<void> {
  const headers: Record<string, string> = { ...reply.headers };
  if (reply.stream) {
    headers["content-type"] ??= "application/json";
    outgoing.writeHead(reply.status, headers).flushHeaders();
    return sendStream(outgoing, reply.stream);
  }
  const text = replyText(reply);
  if (text !== "") {
    headers["content-type"] ??= "application/json";
    headers["content-length"] ??= String(Buffer.byteLength(text));
  }
  outgoing.writeHead(reply.status, headers).end(text);
}

async function sendStream(outgoing: ServerResponse, stream: AsyncIterable<Uint8Array>): Promise<void> {
  const left = new Promise<"left">((resolve) => void outgoing.once("close", () => resolve("left")));
  const chunks = stream[Symbol.asyncIterator]();
  for (;;) {
    const next = await Promise.race([chunks.next(), left]);
    if (next === "left") break;
    if (next.done) return void outgoing.end();
    // Written whole before the next is made, so that memory stays small and what breaks off has been sent.
    const written = new Promise<void>((resolve) => void outgoing.write(next.value, () => resolve()));
    if ((await Promise.race([written, left])) === "left") break;
  }
  // A stream that waits for ever does not end, so its end is not waited for.
  void chunks.return?.();
}
