import { timingSafeEqual } from "node:crypto";
import type { Client } from "./client.ts";
import { isWholeKey } from "./client-key.ts";
import type { KeyedClient } from "./clients-file.ts";
import { Unauthenticated } from "./unauthenticated.ts";

/**
 * Makes the function that tells whose a key is.
 * @returns a function of the key and of its SHA-256 in hexadecimal; it throws UNAUTHENTICATED for a key of no client.
 */
export function keyClients(clients: readonly KeyedClient[]): (key: string, digest: string) => Client {
  const entries = clients.flatMap(({ client, digests }) =>
    digests.map((digest) => ({ client, digest: Buffer.from(digest, "hex") })),
  );
  return (key, digest) => {
    if (!isWholeKey(key)) throw Unauthenticated.invalid("The key was not copied whole, or is none.");
    const given = Buffer.from(digest, "hex");
    let found: Client | undefined;
    // All are looked at, so that the time says nothing of whose key is nearly this one.
    for (const entry of entries) if (timingSafeEqual(entry.digest, given)) found = entry.client;
    if (!found) throw Unauthenticated.invalid("The key is that of no client.");
    return found;
  };
}
