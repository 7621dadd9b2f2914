import type { Server } from "node:http";
import type { Socket } from "node:net";
import type { Clock } from "../rest/clock.ts";

/** Longest time for which a connection is not read because others come behind it. */
const mostHeldMs = 250;

const ignore = () => {};

/**
 * Takes connections that come at once before any but the first is read. Node takes one in each turn of the event loop, and
 * would answer the requests of all that it has in between, so that the last of some hundreds waited for seconds; a health
 * check may be the last.
 * @param tookConnection told of each, so that operations leave the thread to them.
 */
export function takeNewcomersFirst(
  server: Server,
  { clock, tookConnection }: { readonly clock: Clock; readonly tookConnection: () => void },
): void {
  // A paused socket is read all the same once HTTP has it, so it gets it later.
  const readers = server.listeners("connection");
  server.removeAllListeners("connection");
  const read = (socket: Socket): void => {
    socket.off("error", ignore);
    if (!socket.destroyed) for (const reader of readers) reader.call(server, socket);
  };

  const held: Socket[] = [];
  let heldSinceMs = 0;
  let cameInThisTurn = false;
  let cameInLastTurn = false;
  const nextTurn = (): void => {
    const isOver = !cameInThisTurn || (held.length > 0 && clock.nowMs() - heldSinceMs >= mostHeldMs);
    cameInLastTurn = cameInThisTurn;
    cameInThisTurn = false;
    if (isOver) for (const socket of held.splice(0)) read(socket);
    if (cameInLastTurn || held.length > 0) setImmediate(nextTurn);
  };

  server.on("connection", (socket: Socket) => {
    tookConnection();
    const isFirst = !cameInThisTurn && !cameInLastTurn;
    if (isFirst) setImmediate(nextTurn);
    cameInThisTurn = true;
    if (isFirst) return read(socket);
    if (held.length === 0) heldSinceMs = clock.nowMs();
    socket.on("error", ignore);
    held.push(socket);
  });
}
