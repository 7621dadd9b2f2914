import type { Server } from "node:http";
import type { Server as Listener } from "node:net";
import { setImmediate } from "node:timers/promises";
import type { Clock } from "../rest/clock.ts";
import type { ActiveRequests } from "./active-requests.ts";

/** The parts that the end of a server depends on. */
export interface Closing {
  readonly clock: Clock;
  readonly activeRequests: ActiveRequests;
  /** Further listeners that bring the server connections. */
  readonly listeners: readonly Listener[];
  /** Longest time for clients to use up the connections they have, in milliseconds. */
  readonly lingerMs: number;
}

/** Takes no more connections, lets clients use up those they have, waits for everything under way, and closes. */
export async function closeServer(
  server: Server,
  { clock, activeRequests, listeners, lingerMs }: Closing,
): Promise<void> {
  await turnsWithoutConnection(server);
  // On a connection that Node takes for idle an answer may still be sent, or a request be on its way.
  server.closeIdleConnections = () => {};
  const closed = Promise.all([server, ...listeners].map(stopListening));
  if (lingerMs > 0) {
    await new Promise<void>((resolve) => {
      const cancel = clock.after(lingerMs, resolve);
      void closed.then(cancel).then(resolve);
    });
  }
  await activeRequests.none();
  // Those that are left carry no request, or half of one.
  server.closeAllConnections();
  await closed;
}

/** Resolves once it has no connection any more. */
const stopListening = (listener: Listener): Promise<void> =>
  new Promise((resolve) => void listener.close(() => resolve()));

/** So many in a row show that none is waiting: the system hands them over one a turn. */
const quietTurns = 10;
/** Bounds the wait, should connections come all the time. Counted in turns, since a turn may last where the machine is short of time. */
const mostTurns = 1_000;

/**
 * Resolves after turns of the event loop that brought no connection. The system accepts connections ahead of the process,
 * and those that still wait for it when it stops listening are reset: their clients cannot tell whether a request arrived.
 */
async function turnsWithoutConnection(server: Server): Promise<void> {
  let quiet = 0;
  const interrupt = () => {
    quiet = 0;
  };
  server.on("connection", interrupt);
  for (let turn = 0; quiet < quietTurns && turn < mostTurns; turn += 1) {
    quiet += 1;
    await setImmediate();
  }
  server.off("connection", interrupt);
}
