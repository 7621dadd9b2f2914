import type { Socket } from "node:net";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { HttpError } from "../http-error.ts";
import type { Clock } from "../rest/clock.ts";
import type { ActiveRequests } from "./active-requests.ts";

/** Time for a client to send its headers, and its request whole; files are not counted. */
export const requestTimeoutMs = 15_000;
/** Time for what is left of a body when its request was answered. */
export const leftoverMs = 5_000;

/**
 * Refuses requests whose bodies come too slowly. Where an answer is ready before the body has come whole, what is left of
 * it is thrown away for a while before the connection is closed: closed at once, it would be reset, and the client might
 * never see the answer.
 */
export function limitRequestTime(
  app: FastifyInstance,
  { clock, activeRequests }: { readonly clock: Clock; readonly activeRequests: ActiveRequests },
): void {
  const waiting = new WeakMap<FastifyRequest, () => void>();
  /** Connections on which the last answer was sent, while what is left of its request is thrown away. */
  const ending = new WeakSet<Socket>();
  app.addHook("onRequest", async (request, reply) => {
    // Its client would never learn what it did (RFC 9112, section 9.6).
    if (ending.has(request.raw.socket)) throw new HttpError("The connection ends with the answer before.");
    const cancel = clock.after(requestTimeoutMs, () => {
      void reply.header("connection", "close").send(new HttpError("The request came too slowly.", 408));
    });
    waiting.set(request, cancel);
    reply.raw.once("close", cancel);
  });
  // The body is read, or is left to the handler.
  app.addHook("preHandler", async (request) => waiting.get(request)?.());

  app.addHook("onSend", async ({ raw }, reply) => {
    if (raw.complete) return;
    const { socket } = raw;
    let isToBeClosed = false;
    // What Node calls to close the connection behind the answer.
    socket.destroySoon = () => {
      isToBeClosed = true;
      ending.add(socket);
      socket.end();
    };
    reply.raw.once("finish", () => {
      const end = activeRequests.begin();
      const cancel = clock.after(leftoverMs, () => socket.destroy());
      const done = () => {
        cancel();
        end();
        raw.off("end", done);
        socket.off("close", done);
        Reflect.deleteProperty(socket, "destroySoon");
        if (isToBeClosed) socket.destroySoon();
      };
      if (raw.complete) return done();
      raw.once("end", done);
      socket.once("close", done);
      raw.unpipe();
      raw.resume();
    });
  });
}
