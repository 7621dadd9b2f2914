import type { FastifyReply } from "fastify";
import { onceAnswered } from "./once-answered.ts";

/** A signal that is aborted when the client closes its connection before the answer was sent. */
export function leaving(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  onceAnswered(reply, () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}
