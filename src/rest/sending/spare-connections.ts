import { connect as connectTcp, isIP, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";

/** Connections on which nothing was sent yet, each for one write that is about to come. */
export interface SpareConnections {
  /** Opens a connection to the host of a URL. Nothing happens where there are as many as may be, or none can be made. */
  open(url: URL): void;
  /** Takes the oldest connection to the host of a URL that may still be used, made or not; undefined where there is none. */
  take(url: URL): Socket | undefined;
  /** Closes those that were not taken. */
  close(): void;
}

/** The connections to one host. */
interface Spares {
  /** Not taken yet, with the timer that closes it. */
  readonly idle: Map<Socket, NodeJS.Timeout>;
  /** Open ones, those that were taken included. */
  open: number;
}

/**
 * Creates a store of spare connections.
 * @param options.most open connections to one host at a time, those that were taken included.
 * @param options.spareMs time after which one that was not taken is closed.
 * @param options.onOpen is told of each before it is made.
 */
export function createSpareConnections({
  most,
  onOpen,
  spareMs,
}: {
  readonly most: number;
  readonly spareMs: number;
  readonly onOpen: (socket: Socket, isSecure: boolean) => void;
}): SpareConnections {
  const byHost = new Map<string, Spares>();
  const sparesFor = (url: URL): Spares => {
    const known = byHost.get(url.origin) ?? { idle: new Map(), open: 0 };
    byHost.set(url.origin, known);
    return known;
  };
  return {
    open(url) {
      const spares = sparesFor(url);
      if (spares.open >= most) return;
      const socket = connect(url);
      onOpen(socket, url.protocol === "https:");
      spares.open += 1;
      const timer = setTimeout(() => socket.destroy(), spareMs);
      spares.idle.set(socket, timer);
      // The process may end although one waits.
      timer.unref();
      socket.unref();
      // The write opens a connection of its own then, and tells why it fails.
      socket.on("error", () => {});
      socket.once("close", () => {
        clearTimeout(timer);
        spares.idle.delete(socket);
        spares.open -= 1;
      });
    },
    take(url) {
      const { idle } = sparesFor(url);
      for (const [socket, timer] of idle) {
        idle.delete(socket);
        clearTimeout(timer);
        if (isUnused(socket)) return socket.ref();
        socket.destroy();
      }
      return undefined;
    },
    close() {
      for (const { idle } of byHost.values()) for (const socket of idle.keys()) socket.destroy();
    },
  };
}

/** Whether the other side has neither said anything nor hung up. What it says unasked is no answer to a write. */
const isUnused = (socket: Socket): boolean =>
  (socket.connecting || (socket.readable && socket.writable)) && socket.readableLength === 0;

function connect({ hostname, port, protocol }: URL): Socket {
  // A URL has an IPv6 address in brackets.
  const host = hostname.replace(/^\[|\]$/g, "");
  if (protocol !== "https:") return connectTcp({ host, port: Number(port || 80) });
  const servername = isIP(host) ? "" : host;
  return connectTls({ host, port: Number(port || 443), servername, ALPNProtocols: ["http/1.1"] });
}
