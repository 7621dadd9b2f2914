import type { Server } from "node:http";
import type { Socket } from "node:net";
import { setImmediate } from "node:timers/promises";
import type { InFlight } from "./in-flight.ts";
import type { Clock } from "./rest/clock.ts";

/**
 * Lets a server close idle connections only. Node takes a connection for idle as soon as its answer was made, and would
 * close it while that is still being sent.
 */
export function keepBusyConnections(server: Server, inFlight: InFlight): void {
  const open = new Set<Socket>();
  server.on("connection", (socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
  });
  server.closeIdleConnections = () => {
    for (const socket of open) {
      if (!inFlight.isBusy(socket) && socket.writableLength === 0) socket.destroy();
    }
  };
}

/** Takes no more connections, waits for everything under way, and closes. */
export async function closeServer(server: Server, inFlight: InFlight, clock: Clock): Promise<void> {
  await turnWithoutConnection(server, clock);
  const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
  await inFlight.none();
  // Node takes a connection on which nothing was ever sent for a busy one.
  server.closeAllConnections();
  await closed;
}

/** Bounds the wait for such a turn, should connections come in each: they do where the machine is short of time. */
const longestWaitMs = 1_000;

/**
 * Resolves in a turn of the event loop that brought no connection. The system accepts connections ahead of the process,
 * and those that still wait for it when it stops listening are reset: their clients cannot tell whether a request arrived.
 */
async function turnWithoutConnection(server: Server, clock: Clock): Promise<void> {
  let came = 0;
  const count = () => {
    came += 1;
  };
  server.on("connection", count);
  const untilMs = clock.nowMs() + longestWaitMs;
  for (let before = -1; came !== before && clock.nowMs() < untilMs; ) {
    before = came;
    await setImmediate();
  }
  server.off("connection", count);
}
