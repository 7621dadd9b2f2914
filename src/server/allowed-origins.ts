import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isPreflight } from "./preflight.ts";

/** Origins whose pages may call; those of loopback when undefined. */
export type AllowedOrigins = readonly string[] | undefined;

const loopbackOrigin = /^https?:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/;

/** Whether the pages of an origin may call. */
export const isAllowedOrigin = (allowed: AllowedOrigins, origin: string): boolean =>
  allowed ? allowed.includes(origin) : loopbackOrigin.test(origin);

const ofAll = [
  "vary",
  "Origin",
  "access-control-expose-headers",
  "x-request-id, retry-after, idempotency-replayed",
];

/**
 * The headers that tell a browser whether a page may read an answer, names and values in turn.
 * @param origin of the page; undefined for a request of no page of another origin.
 */
export const corsHeaders = (allowed: AllowedOrigins, origin: string | undefined): readonly string[] =>
  origin !== undefined && isAllowedOrigin(allowed, origin)
    ? [...ofAll, "access-control-allow-origin", origin]
    : ofAll;

/** Tells browsers which pages may call, and read the answers. */
export function allowOrigins(app: FastifyInstance, allowed: AllowedOrigins): void {
  app.addHook("onRequest", (request, reply, next) => {
    const headers = corsHeaders(allowed, request.headers.origin);
    for (let at = 0; at < headers.length; at += 2) reply.header(headers[at] ?? "", headers[at + 1]);
    if (isPreflight(request)) answerPreflight(request, reply);
    else next();
  });
  // The hook answers; with a route the path is a known one.
  app.options("*", (_request, reply) => reply.callNotFound());
}

function answerPreflight({ headers }: FastifyRequest, reply: FastifyReply): void {
  if (!headers.origin || !headers["access-control-request-method"]) {
    reply.code(400).type("text/plain").send("Invalid Preflight Request");
    return;
  }
  const asked = headers["access-control-request-headers"];
  if (asked !== undefined) reply.header("access-control-allow-headers", asked);
  reply
    .code(204)
    .header("vary", "Origin, Access-Control-Request-Headers")
    .header("access-control-allow-methods", "GET, POST")
    .header("access-control-max-age", "600")
    .header("content-length", "0")
    .send();
}
