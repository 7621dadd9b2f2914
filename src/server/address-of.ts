import type { Server } from "node:http";

/** The address that a listening server can be reached at from its own machine. */
export function addressOf(server: Server): string {
  const listening = server.address();
  if (typeof listening !== "object" || listening === null) throw new Error("The server does not listen.");
  const { address, family, port } = listening;
  const host = /^(0\.0\.0\.0|::)$/.test(address) ? "localhost" : family === "IPv6" ? `[${address}]` : address;
  return `http://${host}:${port}`;
}
