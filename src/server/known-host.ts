import type { Server } from "node:http";
import type { FastifyRequest } from "fastify";
import { isLoopback } from "../config/loopback.ts";

/**
 * A page may have its own name resolve to this machine; for the browser it is then of one origin with the gateway, and
 * nothing but the name that it asks for tells it apart.
 */
export function isForThisServer(server: Server, { headers }: FastifyRequest): boolean {
  const listening = server.address();
  if (typeof listening !== "object" || listening === null || !isLoopback(listening.address)) return true;
  // Health checks by HTTP/1.0 need not say it, and browsers always do.
  return !headers.host || isLoopback(headers.host.toLowerCase().replace(/:\d*$/, ""));
}
