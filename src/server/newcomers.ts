import type { Server } from "node:http";
import type { Socket } from "node:net";
import type { Clock } from "../rest/clock.ts";

/** Longest time for which connections are not read because others come behind them. */
const mostHeldMs = 250;
/** Most connections that are begun to be read in one turn of the event loop, once no other comes. */
const mostATurn = 8;

/** The connections of a server that wait to be read. */
export interface Connections {
  /** Begins to read one again that was paused, after all that are new. */
  readAgain(socket: Socket): void;
}

const ignore = () => {};

/**
 * Takes connections that come at once before any but the first is read, and then begins to read a few in each turn of the
 * event loop. Node takes one in each turn, and would answer the requests of all that it has in between, so that the last of
 * some hundreds waited for seconds; a health check may be the last. The latest is read first for the same reason; none is
 * forgotten, since fewer come in a turn than are read.
 * @param options.tookConnection told of each, so that operations leave the thread to them.
 */
export function takeNewcomersFirst(
  server: Server,
  { clock, tookConnection }: { readonly clock: Clock; readonly tookConnection: () => void },
): Connections {
  // A paused socket is read all the same once HTTP has it, so it gets it later.
  const readers = server.listeners("connection");
  server.removeAllListeners("connection");
  const read = (socket: Socket): void => {
    socket.off("error", ignore);
    if (!socket.destroyed) for (const reader of readers) reader.call(server, socket);
  };

  const held: Socket[] = [];
  const paused: Socket[] = [];
  /** Undefined while none is held. */
  let heldSinceMs: number | undefined;
  let cameInThisTurn = false;
  let cameInLastTurn = false;
  let isWatching = false;
  const nextTurn = (): void => {
    if (!cameInThisTurn) heldSinceMs = undefined;
    const isOver = heldSinceMs === undefined || clock.nowMs() - heldSinceMs >= mostHeldMs;
    cameInLastTurn = cameInThisTurn;
    cameInThisTurn = false;
    if (isOver) {
      const now = held.splice(-mostATurn).reverse();
      for (const socket of paused.splice(0, mostATurn - now.length)) socket.resume();
      for (const socket of now) read(socket);
    }
    isWatching = cameInLastTurn || held.length + paused.length > 0;
    if (isWatching) setImmediate(nextTurn);
  };
  const watch = (): void => {
    if (!isWatching) setImmediate(nextTurn);
    isWatching = true;
  };

  server.on("connection", (socket: Socket) => {
    tookConnection();
    const isFirst = !cameInThisTurn && !cameInLastTurn;
    cameInThisTurn = true;
    watch();
    if (isFirst) return read(socket);
    heldSinceMs ??= clock.nowMs();
    socket.on("error", ignore);
    held.push(socket);
  });
  return {
    readAgain(socket) {
      paused.push(socket);
      watch();
    },
  };
}
