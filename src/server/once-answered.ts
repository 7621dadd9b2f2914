import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { FastifyReply } from "fastify";

/** Functions to be called when a connection closes. */
const openOn = new WeakMap<Socket, Set<() => void>>();

/**
 * Calls a function once, when an answer was sent or its connection closed before. Node does not tell an answer that waits
 * behind others on its connection that the connection has closed.
 */
export const onceAnswered = ({ raw }: FastifyReply, done: () => void): void => onceClosed(raw, done);

/** As `onceAnswered`, for an answer that Fastify does not know. */
export function onceClosed(response: ServerResponse, done: () => void): void {
  const { socket } = response.req;
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
  response.once("close", end);
}
