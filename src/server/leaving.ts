import type { FastifyReply } from "fastify";

/** A signal that is aborted when the client closes its connection before the answer was sent. */
export function leaving(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once("close", () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}
