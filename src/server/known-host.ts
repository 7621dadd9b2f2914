import type { IncomingMessage, Server } from "node:http";
import type { FastifyInstance } from "fastify";
import { isLoopback } from "../config/loopback.ts";
import { parseUrl } from "../parse-url.ts";
import { refusal } from "./refuse.ts";

/** Whether a request is for this server, by the host that it names. */
export type IsForThisServer = (request: Pick<IncomingMessage, "headers" | "url">) => boolean;

/**
 * A page may have its own name resolve to the gateway; for the browser it is then of one origin with it, and nothing but the
 * name that it asks for tells it apart.
 *
 * Names of the gateway's own machine are always good, since no page has one. Health checks come by the address of a pod or
 * container: where the gateway listens to more than its own machine, they are answered whatever host they name.
 * @param allowedHosts in lower case, without ports. @default any, but on a loopback address none beside its own names
 */
export function knownHosts(server: Server, allowedHosts?: readonly string[]): IsForThisServer {
  const allowed = allowedHosts && new Set(allowedHosts);
  if (allowed?.has("*")) return () => true;
  return ({ headers: { host }, url }) => {
    // Health checks by HTTP/1.0 need not say it, and browsers always do.
    if (!host) return true;
    const name = host.toLowerCase().replace(/:\d*$/, "");
    if (isLoopback(name) || allowed?.has(name)) return true;
    return !listensOnLoopback(server) && (!allowed || url?.startsWith("/health/") === true);
  };
}

const otherHost =
  "The request names a host that is not the gateway's: it takes localhost, 127.0.0.1, and those of ALLOWED_HOSTS.";

/**
 * Refuses requests that name another host, or none.
 * @param allowedHosts as `knownHosts` takes them.
 * @returns whether a request is not refused.
 */
export function refuseOtherHosts(
  app: FastifyInstance,
  allowedHosts: readonly string[] | undefined,
): (request: IncomingMessage) => boolean {
  const isForThisServer = knownHosts(app.server, allowedHosts);
  const namesThisServer = (request: IncomingMessage) => namesOneHost(request) && isForThisServer(request);
  app.addHook("onRequest", (request, reply, next) => {
    if (!namesOneHost(request.raw)) {
      reply.code(400).send(refusal(request, "A request of HTTP/1.1 names its host, and only one."));
    } else if (isForThisServer(request)) next();
    else reply.code(421).send(refusal(request, otherHost));
  });
  return namesThisServer;
}

function listensOnLoopback(server: Server): boolean {
  const listening = server.address();
  return typeof listening === "object" && listening !== null && isLoopback(listening.address);
}

/** Whether a request says which one host it is for (RFC 9112, section 3.2); one of HTTP/1.0 need not. */
function namesOneHost({ headers: { host }, httpVersion, rawHeaders, url = "" }: IncomingMessage): boolean {
  const hosts = hostsIn(rawHeaders);
  if (hosts === 0) return httpVersion !== "1.1";
  // A whole URL in the first line stands above the header, which the gateway goes by.
  const ofUrl = url.startsWith("/") || url === "*" ? host : parseUrl(url)?.host;
  return hosts === 1 && host !== "" && ofUrl?.toLowerCase() === host?.toLowerCase();
}

/** How often a host is named. @param rawHeaders names and values in turn. */
function hostsIn(rawHeaders: readonly string[]): number {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at];
    if (name?.length === 4 && name.toLowerCase() === "host") hosts += 1;
  }
  return hosts;
}
