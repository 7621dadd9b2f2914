import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import type { Clock } from "../rest/clock.ts";

/** How often it is looked at whether a client has taken anything of its answer. */
const lookEveryMs = 5_000;
/** Looks in a row, 30 s, that find nothing taken. Counted, so that a blocked event loop makes no client late. */
const mostIdleLooks = 6;
/** Answers go out in pieces, each once there is room for it: only so it shows how far the client has read. */
export const longestPieceBytes = 65_536;

/** Closes the connections of clients that do not read their answers, which would be held for ever. */
export function closeUnreadAnswers(app: FastifyInstance, clock: Clock): void {
  app.addHook("onSend", (_request, reply, payload, next) => {
    closeUnread(reply.raw, clock);
    const bytes = typeof payload === "string" ? Buffer.from(payload) : payload;
    if (!Buffer.isBuffer(bytes) || bytes.length <= longestPieceBytes) return next(null, payload);
    reply.header("content-length", bytes.length);
    next(null, Readable.from(piecesOf(bytes), { objectMode: false, highWaterMark: longestPieceBytes }));
  });
}

function* piecesOf(bytes: Buffer): Generator<Buffer> {
  for (let from = 0; from < bytes.length; from += longestPieceBytes)
    yield bytes.subarray(from, from + longestPieceBytes);
}

/** Closes the connection of an answer that is being sent, once its client has taken nothing of it for a while. */
export function closeUnread(response: ServerResponse, clock: Clock): void {
  const { socket } = response.req;
  let sentBytes = socket.bytesWritten;
  let idleLooks = 0;
  const look = () => {
    idleLooks = socket.bytesWritten === sentBytes ? idleLooks + 1 : 0;
    sentBytes = socket.bytesWritten;
    if (idleLooks >= mostIdleLooks) socket.destroy();
    else cancel = clock.after(lookEveryMs, look);
  };
  let cancel = clock.after(lookEveryMs, look);
  response.once("close", () => cancel());
}
