import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import { HttpError } from "../http-error.ts";
import type { Clock } from "../rest/clock.ts";
import type { ActiveRequests } from "./active-requests.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** The waiting for its body; undefined where it was refused before. */
    bodyWait: BodyWait | undefined;
  }
}

interface BodyWait {
  isOver: boolean;
  cancel: (() => void) | undefined;
}

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
  app.decorateRequest("bodyWait");
  /** Those of this turn of the event loop, in which nearly every body comes whole: a timer is only for the others. */
  let begun: (() => void)[] = [];
  const watch = (): void => {
    const starts = begun;
    begun = [];
    for (const start of starts) start();
  };
  /** Connections on which the last answer was sent, while what is left of its request is thrown away. */
  const ending = new WeakSet<Socket>();
  app.addHook("onRequest", (request, reply, next) => {
    // Its client would never learn what it did (RFC 9112, section 9.6).
    if (ending.has(request.raw.socket)) throw new HttpError("The connection ends with the answer before.");
    const wait: BodyWait = { isOver: false, cancel: undefined };
    request.bodyWait = wait;
    if (begun.length === 0) setImmediate(watch);
    begun.push(() => {
      if (wait.isOver || reply.raw.closed) return;
      const cancel = clock.after(requestTimeoutMs, () => {
        void reply.header("connection", "close").send(new HttpError("The request came too slowly.", 408));
      });
      wait.cancel = cancel;
      reply.raw.once("close", cancel);
    });
    next();
  });
  // The body is read, or is left to the handler.
  app.addHook("preHandler", ({ bodyWait }, _reply, next) => {
    if (bodyWait) bodyWait.isOver = true;
    bodyWait?.cancel?.();
    next();
  });

  app.addHook("onSend", ({ raw }, reply, _payload, next) => {
    if (raw.complete) return next();
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
    next();
  });
}
