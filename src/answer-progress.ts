import { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import type { Clock } from "./rest/clock.ts";

/** Longest time in which a client takes nothing of its answer. */
export const stalledAfterMs = 30_000;
/** How often it is looked at. */
const lookEveryMs = 5_000;
/** Answers go out in pieces, each once there is room for it: only so it shows how far the client has read. */
const pieceBytes = 65_536;

/** Closes the connections of clients that do not read their answers, which would be held for ever. */
export function closeUnreadAnswers(app: FastifyInstance, clock: Clock): void {
  app.addHook("onSend", async ({ raw: { socket } }, reply, payload) => {
    let sentBytes = socket.bytesWritten;
    let movedAtMs = clock.nowMs();
    const look = () => {
      const nowMs = clock.nowMs();
      if (socket.bytesWritten !== sentBytes) {
        sentBytes = socket.bytesWritten;
        movedAtMs = nowMs;
      }
      if (nowMs - movedAtMs >= stalledAfterMs) socket.destroy();
      else cancel = clock.after(lookEveryMs, look);
    };
    let cancel = clock.after(lookEveryMs, look);
    reply.raw.once("close", () => cancel());

    const bytes = typeof payload === "string" ? Buffer.from(payload) : payload;
    if (!Buffer.isBuffer(bytes) || bytes.length <= pieceBytes) return payload;
    reply.header("content-length", bytes.length);
    return Readable.from(piecesOf(bytes), { objectMode: false, highWaterMark: pieceBytes });
  });
}

function* piecesOf(bytes: Buffer): Generator<Buffer> {
  for (let from = 0; from < bytes.length; from += pieceBytes) yield bytes.subarray(from, from + pieceBytes);
}
