import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Client } from "../auth/client.ts";

/**
 * Tells which client sends a request, by its headers.
 * @throws UNAUTHENTICATED when it does not say so, or not so that it can be believed.
 */
export type Authenticate = (
  request: Pick<FastifyRequest, "headers" | "raw" | "url">,
) => Client | Promise<Client>;

declare module "fastify" {
  interface FastifyRequest {
    /** The client that sends it; known for requests of operations from before their bodies are read, and of no others. */
    client: Client;
  }
}

/** Makes the hook that finds the client of a request before anything of its body is read. */
export function authentication(
  app: FastifyInstance,
  authenticate: Authenticate,
): (request: FastifyRequest) => Promise<void> {
  app.decorateRequest("client");
  return async (request) => {
    request.client = await authenticate(request);
  };
}
