import { lookup } from "node:dns/promises";
import { createServer as createListener, type Server as Listener } from "node:net";
import type { FastifyInstance } from "fastify";

/** Addresses that a `HOST` stands for: `localhost` may have one of each version of IP. */
export async function addressesOf(host: string): Promise<readonly string[]> {
  if (host !== "localhost") return [host];
  return (await lookup(host, { all: true })).map(({ address }) => address);
}

/**
 * Listens on a port of several addresses, and resolves with what listens on those after the first. Fastify would make each a
 * server of its own, which goes on listening while the first one ends; here all connections are of one server.
 * @param hosts of which all but the first may be missing on this machine.
 */
export async function listen(
  app: FastifyInstance,
  { hosts, port }: { readonly hosts: readonly string[]; readonly port: number },
): Promise<readonly Listener[]> {
  const [first = "127.0.0.1", ...others] = hosts;
  await app.listen({ host: first, port });
  const listening = app.server.address();
  const taken = typeof listening === "object" && listening !== null ? listening.port : port;
  const listeners = await Promise.all(others.map((host) => listenAlso(app, host, taken)));
  return listeners.filter((listener) => listener.listening);
}

function listenAlso({ server }: FastifyInstance, host: string, port: number): Promise<Listener> {
  // As Node's HTTP server opens its own.
  const options = { allowHalfOpen: true, noDelay: true };
  const listener = createListener(options, (socket) => void server.emit("connection", socket));
  return new Promise((resolve) => {
    listener.once("error", () => resolve(listener));
    listener.listen(port, host, () => resolve(listener));
  });
}
