import { introspectScope, type Scope, scopesOf } from "./scopes.ts";

/** How much a client may do; a limit that is left out is that of all clients. */
export interface ClientLimits {
  /** Operations a second. */
  readonly operationsPerSecond?: number;
  /** Calls a second to each system, by its name. */
  readonly callsPerSecond?: Readonly<Record<string, number>>;
  /** Requests with files under way at once. */
  readonly filesAtOnce?: number;
}

/** A program or person that sends operations, as it has shown who it is. */
export interface Client {
  /** As operators know it, in log, metrics and audit; it holds no secret. */
  readonly name: string;
  readonly scopes: ReadonlySet<Scope>;
  /** The scopes as text: clients with the same text may be given the same answers. */
  readonly rights: string;
  readonly limits: ClientLimits;
}

/** Makes a client. */
export const createClient = (name: string, scopes: readonly Scope[], limits: ClientLimits = {}): Client => ({
  name,
  scopes: new Set(scopes),
  rights: [...new Set(scopes)].sort().join(" "),
  limits,
});

/** The name of the client that every request is of where clients do not say who they are. */
export const anonymousName = "anonymous";

/**
 * The client of every request where clients do not say who they are; it may read and write all, and ask for the schema
 * where that is open to all.
 * @param systems by name.
 */
export const anonymousClient = (systems: readonly string[]): Client =>
  createClient(
    anonymousName,
    scopesOf(systems).filter((scope) => scope !== introspectScope),
  );
