import { HeaderMap } from "@apollo/server";
import type { FastifyRequest } from "fastify";

/** The headers of a request as Apollo Server takes them. */
export function headerMap({ headers }: Pick<FastifyRequest, "headers">): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value) map.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  return map;
}
