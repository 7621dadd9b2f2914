import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from "fastify";
import { nothingThere, refusal } from "./refuse.ts";

/** Whether a browser asks if a page of another origin may call. */
const isPreflight = ({ headers }: FastifyRequest): boolean =>
  headers.origin !== undefined && headers["access-control-request-method"] !== undefined;

/** Answers OPTIONS, but for preflights, which are for CORS. */
export function answerOptions(app: FastifyInstance): void {
  app.addHook("onRequest", (request, reply, next) => {
    if (request.method === "OPTIONS" && !isPreflight(request)) tellMethods(app, request, reply);
    else next();
  });
}

/** Tells which methods a path takes (RFC 9110, section 9.3.7); `*` stands for the server as a whole. */
function tellMethods(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const [url = ""] = request.url.split("?");
  const methods = ["GET", "HEAD", "POST"].filter(
    (method) => url === "*" || app.hasRoute({ method: method as HTTPMethods, url }),
  );
  if (methods.length === 0) return reply.code(404).send(refusal(request, nothingThere));
  return reply.code(204).header("allow", methods.join(", ")).send();
}
