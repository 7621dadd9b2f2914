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

/** Tells the client of each request once, however often it is asked: a request may be looked at before it is routed. */
export function oncePerRequest(authenticate: Authenticate): Authenticate {
  const told = new WeakMap<object, () => ReturnType<Authenticate>>();
  return (request) => {
    const known = told.get(request.raw);
    if (known) return known();
    try {
      const client = authenticate(request);
      told.set(request.raw, () => client);
      return client;
    } catch (error) {
      told.set(request.raw, () => {
        throw error;
      });
      throw error;
    }
  };
}

/**
 * Makes the check that finds the client of a request before anything of its body is read.
 * @returns a promise where the client is not known at once.
 */
export function authentication(
  app: FastifyInstance,
  authenticate: Authenticate,
): (request: FastifyRequest) => Promise<void> | undefined {
  app.decorateRequest("client");
  return (request) => {
    const found = authenticate(request);
    if (found instanceof Promise) {
      return found.then((client) => {
        request.client = client;
      });
    }
    request.client = found;
    return undefined;
  };
}
