import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** An answer as its bytes were. */
export interface RawAnswer {
  readonly status: number;
  /** All header lines in order of their names, but for the date. */
  readonly headers: readonly string[];
  readonly body: string;
}

/** A connection over which bytes go as they are. */
export interface RawConnection extends Disposable {
  readonly socket: Socket;
  send(bytes: string): void;
  /** The next answer, once it is whole. Rejects when the connection ends before. */
  answer(): Promise<RawAnswer>;
  /** Sends a request, and gives its answer. */
  ask(bytes: string): Promise<RawAnswer>;
}

/** Opens a connection to the server at a URL. */
export async function openConnection(url: string): Promise<RawConnection> {
  const { hostname, port } = new URL(url);
  const socket = connect({ port: Number(port), host: hostname, noDelay: true });
  await once(socket, "connect");
  let received = "";
  socket.setEncoding("latin1").on("data", (text: string) => {
    received += text;
  });
  const send = (bytes: string) => void socket.write(bytes);
  const answer = async (): Promise<RawAnswer> => {
    for (;;) {
      const [head, rest] = cut(received, received.indexOf("\r\n\r\n"), 4);
      const length = Number(/^content-length: (\d+)$/im.exec(head ?? "")?.[1] ?? 0);
      if (head !== undefined && rest.length >= length) {
        received = rest.slice(length);
        const [first = "", ...headers] = head.split("\r\n");
        const told = headers.filter((line) => !/^date:/i.test(line));
        return { status: Number(first.split(" ")[1]), headers: told.sort(), body: rest.slice(0, length) };
      }
      if (socket.destroyed || socket.readableEnded) throw new Error(`The connection ended: ${received}`);
      await Promise.race([once(socket, "data"), once(socket, "close")]);
    }
  };
  return {
    socket,
    send,
    answer,
    ask(bytes) {
      send(bytes);
      return answer();
    },
    [Symbol.dispose]: () => void socket.destroy(),
  };
}

const cut = (text: string, at: number, width: number): readonly [string | undefined, string] =>
  at < 0 ? [undefined, text] : [text.slice(0, at), text.slice(at + width)];

/** The bytes of a request that posts an operation. */
export function postOf(operation: string | object, headers: Readonly<Record<string, string>> = {}): string {
  const body = typeof operation === "string" ? operation : JSON.stringify(operation);
  const all = {
    host: "localhost",
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(body)),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `POST /graphql HTTP/1.1\r\n${lines.join("")}\r\n${body}`;
}
