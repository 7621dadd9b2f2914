import { LRUCache } from "lru-cache";
import type { AuthConfig } from "../config/auth-config.ts";
import { ConfigError } from "../config/config.ts";
import type { Clock } from "../rest/clock.ts";
import type { Transport } from "../rest/exchange.ts";
import type { Client } from "./client.ts";
import { digestOf, looksLikeKey } from "./client-key.ts";
import type { KeyedClient } from "./clients-file.ts";
import { type CredentialSource, credentialOf } from "./credential.ts";
import { jwksFetcher } from "./fetch-jwks.ts";
import { keyClients } from "./key-clients.ts";
import { createKeySet } from "./key-set.ts";
import { readClientsFile } from "./read-clients-file.ts";
import { type Scope, scopesOf } from "./scopes.ts";
import { Unauthenticated } from "./unauthenticated.ts";
import { tokenVerifier, type Verified } from "./verify-token.ts";

/** Credentials that are known without being verified again; of a few hundred bytes each. */
const mostKnown = 10_000;

/** Tells clients from one another by what they send. */
export interface Authenticator {
  /**
   * The client that sends a request; at once where its key or token is known.
   * @throws UNAUTHENTICATED when it shows nothing, or nothing that is good; AUTHENTICATION_UNAVAILABLE when that cannot
   * be known for now.
   */
  clientOf(request: CredentialSource): Client | Promise<Client>;
  /** Reads the clients again, and has the keys of the issuer fetched again; clients of a file that is bad stay as they are. */
  reload(): void;
}

/** The parts that an authenticator is made from. */
export interface AuthenticatorParts {
  readonly clock: Clock;
  readonly transport: Transport;
  /** Names of all systems. */
  readonly systems: readonly string[];
  /** Told of what the operator should know, as sentences. */
  readonly note: (sentence: string) => void;
}

/**
 * Makes an authenticator.
 * @throws ConfigError when the clients cannot be read.
 */
export function createAuthenticator(
  { clientsFile, jwt }: AuthConfig,
  { clock, note, systems, transport }: AuthenticatorParts,
): Authenticator {
  // By digest, so that no credential stays in memory.
  const noneKnown = () => new LRUCache<string, Verified>({ max: mostKnown });
  let known = noneKnown();
  const readKeys = (clients: readonly KeyedClient[]) => ({
    count: clients.length,
    clientOf: keyClients(clients),
  });
  let keys = clientsFile === undefined ? undefined : readKeys(readClientsFile(clientsFile, systems));
  const keySet =
    jwt && createKeySet({ clock, note, fetchKeys: jwksFetcher(jwt.jwksUrl, { clock, transport }) });
  const scopes: ReadonlySet<unknown> = new Set(scopesOf(systems));
  const isScope = (text: unknown): text is Scope => scopes.has(text);
  const verify = jwt && keySet && tokenVerifier(jwt, { clock, isScope, keySet });

  const verified = async (text: string, digest: string): Promise<Client> => {
    if (!verify) throw Unauthenticated.invalid("The token is none that is taken here.");
    // One that is verified while the clients are read again is not known by what held before.
    const knownAtBegin = known;
    const token = await verify(text);
    knownAtBegin.set(digest, token);
    return token.client;
  };

  return {
    clientOf(request) {
      const credential = credentialOf(request);
      const digest = digestOf(credential);
      const found = known.get(digest);
      if (found && clock.dateMs() < found.endsOnMs && clock.nowMs() < found.verifyAtMs) return found.client;
      if (!keys || !looksLikeKey(credential)) return verified(credential, digest);
      const client = keys.clientOf(credential, digest);
      known.set(digest, { client, endsOnMs: Number.POSITIVE_INFINITY, verifyAtMs: Number.POSITIVE_INFINITY });
      return client;
    },
    reload() {
      keySet?.expire();
      known = noneKnown();
      if (clientsFile === undefined) return;
      try {
        keys = readKeys(readClientsFile(clientsFile, systems));
        note(`CLIENTS_FILE was read again: ${keys.count} clients.`);
      } catch (error) {
        if (!(error instanceof ConfigError)) throw error;
        note(`CLIENTS_FILE was not taken, and the clients stay as they were. ${error.problems.join(" ")}`);
      }
    },
  };
}
