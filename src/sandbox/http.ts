import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { EmulatedRequest, Emulator } from "./emulator.ts";
import { ConnectionFault } from "./faults.ts";
import { readBody } from "./read-body.ts";
import { sendReply } from "./send-reply.ts";

/** An emulator behind a socket. */
export interface Listening {
  /** Origin without a final slash. */
  readonly url: string;
  /** Ends open connections as well, the silent ones included. */
  close(): Promise<void>;
}

/** Serves an emulator over HTTP; port 0 takes a free one. */
export async function listen(
  emulator: Emulator,
  address: { readonly host: string; readonly port: number },
): Promise<Listening> {
  const server = createServer((incoming, outgoing) => {
    serve(emulator, incoming, outgoing).catch(() => outgoing.destroy());
  });
  const open = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, address.host, () => {
        server.removeListener("error", reject);
        resolve();
      });
    });
  await open(address.port);
  const { port } = server.address() as AddressInfo;
  const host = address.host.includes(":") ? `[${address.host}]` : address.host;
  let isWanted = true;
  let opening: Promise<void> | undefined;
  const unwatch = emulator.watchDoor(async (isOpen) => {
    isWanted = isOpen;
    if (isOpen && !server.listening) {
      opening ??= open(port);
      await opening;
      opening = undefined;
    }
    // While it is being opened it cannot be closed: that is done once it is open.
    if (isWanted || !server.listening) return;
    // From here on the port is closed, which is all that a caller notices; nothing waits for the end of the rest.
    server.close();
    server.closeAllConnections();
  });
  return {
    url: `http://${host}:${port}`,
    close: () => {
      unwatch();
      if (!server.listening) return Promise.resolve();
      return new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      });
    },
  };
}

async function serve(emulator: Emulator, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const headers = headersOf(incoming);
  const body = await readBody(headers, incoming);
  if (body === undefined) {
    outgoing.writeHead(413, { connection: "close" }).end();
    return;
  }
  const { method = "GET", url: target = "/" } = incoming;
  const request: EmulatedRequest = { method, target, headers, body };
  try {
    await sendReply(outgoing, await emulator.handle(request));
  } catch (error) {
    if (!(error instanceof ConnectionFault)) {
      outgoing.writeHead(500).end();
    } else if (error.kind !== "silent") {
      outgoing.socket?.resetAndDestroy();
    }
    // A silent fault leaves the connection open: its caller gives up, or close() ends it.
  }
}

function headersOf(incoming: IncomingMessage): EmulatedRequest["headers"] {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return headers;
}
