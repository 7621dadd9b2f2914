import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Client } from "../auth/client.ts";
import { introspectScope } from "../auth/scopes.ts";
import { GatewayError } from "../errors.ts";
import { compressedAnswers } from "./compress-answers.ts";

const url = "/schema.graphql";

/** The parts of the route of the schema. */
export interface SchemaRouteParts {
  /** Finds the client of a request, and refuses it as operations are refused; undefined where that is done at once. */
  admit(request: FastifyRequest): Promise<void> | undefined;
  mayReadSchema(client: Client): boolean;
  /** The SDL that routers get, where the gateway is a subgraph. @default the schema as it stands in the repository */
  readonly subgraphSdl: string | undefined;
}

/**
 * Serves the schema as one file, as it stands in the repository unless it is that of a subgraph, to clients that may ask for it by introspection. It is the
 * same for all of them: `@requiresScopes` tells which parts of it take scopes that a client lacks.
 */
export function routeSchema(
  app: FastifyInstance,
  { admit, mayReadSchema, subgraphSdl }: SchemaRouteParts,
): void {
  const text = subgraphSdl ?? readFileSync(new URL("../../schema.graphql", import.meta.url), "utf8");
  // A weak one, since it holds for the compressed text as well.
  const etag = `W/"${createHash("sha256").update(text).digest("base64url")}"`;
  const headers = {
    etag,
    "content-type": "text/plain; charset=utf-8",
    "x-content-type-options": "nosniff",
    // Scopes may be taken away, so each use is asked for again; that makes it a 304.
    "cache-control": "private, no-cache",
  };
  app.get(url, {
    compress: compressedAnswers,
    onRequest: (request, _reply, next) => admit(request) ?? next(),
    async handler(request, reply) {
      if (!mayReadSchema(request.client)) throw forbidden();
      const isKnown = isNamed(etag, request.headers["if-none-match"]);
      return isKnown ? reply.code(304).headers(headers).send() : reply.headers(headers).send(text);
    },
  });
}

const forbidden = () => new GatewayError("FORBIDDEN", `${url} needs the scope ${introspectScope}.`);

/** Whether a client has the text already (RFC 9110, section 13.1.2); weak and strong tags are compared alike. */
const isNamed = (etag: string, tags = ""): boolean =>
  tags.split(",").some((tag) => tag.trim() === "*" || opaque(tag.trim()) === opaque(etag));

const opaque = (tag: string): string => tag.replace(/^W\//, "");
