import type { Socket } from "node:net";
import type { FastifyReply } from "fastify";

/** Functions to be called when a connection closes. */
const openOn = new WeakMap<Socket, Set<() => void>>();

/**
 * Calls a function once, when an answer was sent or its connection closed before. Node does not tell an answer that waits
 * behind others on its connection that the connection has closed.
 */
export function onceAnswered(reply: FastifyReply, done: () => void): void {
  const { socket } = reply.request.raw;
  const known = openOn.get(socket);
  const open = known ?? new Set();
  if (!known) {
    openOn.set(socket, open);
    socket.once("close", () => {
      for (const end of [...open]) end();
    });
  }
  const end = (): void => {
    if (open.delete(end)) done();
  };
  open.add(end);
  reply.raw.once("close", end);
}
