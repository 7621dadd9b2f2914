import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { EmulatedRequest, Emulator, Reply } from "./emulator.ts";
import { ConnectionFault, replyText } from "./faults.ts";

/** An emulator behind a socket. */
export interface Listening {
  /** Origin without a final slash. */
  readonly url: string;
  /** Ends open connections as well, the silent ones included. */
  close(): Promise<void>;
}

/** The largest body that is read: more than any caller has a reason to send. */
const bodyCapBytes = 64 * 1024 * 1024;

/** Serves an emulator over HTTP; port 0 takes a free one. */
export async function listen(
  emulator: Emulator,
  address: { readonly host: string; readonly port: number },
): Promise<Listening> {
  const server = createServer((incoming, outgoing) => {
    serve(emulator, incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(address.port, address.host, () => {
      server.removeListener("error", reject);
      resolve();
    });
  });
  const { port } = server.address() as AddressInfo;
  const host = address.host.includes(":") ? `[${address.host}]` : address.host;
  return {
    url: `http://${host}:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

async function serve(emulator: Emulator, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const body = await readBody(incoming);
  if (body === undefined) {
    outgoing.writeHead(413, { connection: "close" }).end();
    return;
  }
  try {
    send(outgoing, await emulator.handle(request(incoming, body)));
  } catch (error) {
    if (!(error instanceof ConnectionFault)) {
      outgoing.writeHead(500).end();
    } else if (error.kind === "reset") {
      outgoing.socket?.resetAndDestroy();
    }
    // A silent fault leaves the connection open: its caller gives up, or close() ends it.
  }
}

/** The text of a body; `undefined` above the cap. */
async function readBody(incoming: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // Above the cap it is read to its end and thrown away, since a caller that still sends does not listen.
    if (bytes <= bodyCapBytes) chunks.push(chunk);
  }
  return bytes > bodyCapBytes ? undefined : Buffer.concat(chunks).toString("utf8");
}

function request(incoming: IncomingMessage, body: string): EmulatedRequest {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return { method: incoming.method ?? "GET", target: incoming.url ?? "/", headers, body };
}

function send(outgoing: ServerResponse, reply: Reply): void {
  const text = replyText(reply);
  const declared = Number(reply.headers?.["content-length"] ?? Buffer.byteLength(text));
  const headers: Record<string, string> = { ...reply.headers };
  if (text !== "") {
    headers["content-type"] ??= "application/json";
    headers["content-length"] ??= String(declared);
  }
  outgoing.writeHead(reply.status, headers);
  if (declared > Buffer.byteLength(text)) {
    // Half of the announced body, and then the connection breaks.
    outgoing.write(text, () => outgoing.socket?.destroy());
    return;
  }
  outgoing.end(text);
}
