import { once } from "node:events";
import { createServer } from "node:net";

/** Finds the first of some ports in a row that are free. */
export async function freePorts(count: number): Promise<number> {
  for (;;) {
    const first = await listenFor(0);
    const servers = await Promise.all(
      Array.from({ length: count }, (_, place) => listenFor(first + place).catch(() => undefined)),
    );
    if (servers.every((port) => port !== undefined)) return first;
  }
}

/** Listens for a moment. @returns the port. */
async function listenFor(port: number): Promise<number> {
  const server = createServer().listen(port, "127.0.0.1");
  await once(server, "listening");
  const { port: listened } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return listened;
}
