import type { FastifyReply } from "fastify";
import { Cancellation } from "../rest/cancellation.ts";
import { onceAnswered } from "./once-answered.ts";

/** Cancelled when the client closes its connection before the answer was sent. */
export function leaving(reply: FastifyReply): Cancellation {
  const cancellation = new Cancellation();
  onceAnswered(reply, () => {
    if (!reply.raw.writableFinished) cancellation.cancel();
  });
  return cancellation;
}
