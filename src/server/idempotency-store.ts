import { createHash } from "node:crypto";
import { weightOf } from "../rest/cache/weight.ts";
import type { Clock } from "../rest/clock.ts";
import type { StoreNumbers } from "../rest/store-numbers.ts";
import type { SerializedResponse } from "./serialized-response.ts";
import { unpooled } from "./unpooled.ts";

/** A request that its client has given an idempotency key. */
export interface KeyedRequest {
  /** Name of the client; keys of others are other keys. */
  readonly client: string;
  readonly key: string;
  /** Tells the request from others that come with the same key. */
  readonly fingerprint: string;
}

/**
 * The fate of a key: it is new and belongs to this request, its request was answered, is under way or was another one,
 * or there is no room to promise anything.
 */
export type Claim =
  | {
      readonly state: "new";
      /** Keeps the answer. @returns false where it is too large for that: a smaller one has to stand in its place. */
      keep(response: SerializedResponse): boolean;
      /** Gives the key up, since nothing was done. */
      release(): void;
    }
  | { readonly state: "answered"; readonly response: SerializedResponse }
  | { readonly state: "underWay" }
  | { readonly state: "reused" }
  | { readonly state: "full"; readonly retryAfterMs: number };

/** Remembers keys and the answers to their requests. A store that several gateways share would have this form, too. */
export interface IdempotencyStore {
  /** Takes a key for a request, or tells what became of it. */
  claim(request: KeyedRequest): Promise<Claim>;
  /** How full it is, and how many keys were answered already, or new. */
  readonly numbers: StoreNumbers;
}

/** For how long a key counts, from its first request. */
export const keyLifetimeMs = 24 * 60 * 60 * 1_000;
/** Bytes that an entry takes beside its answer, as measured. */
const entryBytes = 1_000;
/** Room that a request is given before its answer is known; one that says that the real one is too large fits in. */
const reservedBytes = 4_096;
/** Share of the store that one client may fill. */
const mostShareOfClient = 0.5;

interface Entry {
  readonly client: string;
  readonly fingerprint: string;
  readonly expiresAtMs: number;
  bytes: number;
  response: SerializedResponse | undefined;
}

/**
 * Makes an empty store in the memory of this process. A key that it has taken is never forgotten before its time, since its
 * client relies on that: once there is no room left, new keys are refused.
 */
export function createIdempotencyStore(
  clock: Clock,
  { mostBytes }: { readonly mostBytes: number },
): IdempotencyStore {
  /** In the order in which they expire. */
  const entries = new Map<string, Entry>();
  const bytesByClient = new Map<string, number>();
  const asked = { hits: 0, misses: 0 };
  let bytes = 0;

  const add = (client: string, more: number): void => {
    bytes += more;
    const left = (bytesByClient.get(client) ?? 0) + more;
    if (left > 0) bytesByClient.set(client, left);
    else bytesByClient.delete(client);
  };
  const fits = (ofAll: number, ofClient: number): boolean =>
    ofAll <= mostBytes && ofClient <= mostBytes * mostShareOfClient;
  const hasRoom = (client: string, more: number): boolean =>
    fits(bytes + more, (bytesByClient.get(client) ?? 0) + more);
  /** Until enough of the oldest entries have ended for a new one of a client. */
  const roomInMs = (client: string, nowMs: number): number => {
    let ofAll = bytes + reservedBytes;
    let ofClient = (bytesByClient.get(client) ?? 0) + reservedBytes;
    for (const entry of entries.values()) {
      ofAll -= entry.bytes;
      if (entry.client === client) ofClient -= entry.bytes;
      if (fits(ofAll, ofClient)) return entry.expiresAtMs - nowMs;
    }
    return keyLifetimeMs;
  };
  const remove = (id: string, { bytes: freed, client }: Entry): void => {
    if (entries.delete(id)) add(client, -freed);
  };
  const removeExpired = (nowMs: number): void => {
    for (const [id, entry] of entries) {
      // One that is under way, however late, is still to be kept or given up.
      if (entry.expiresAtMs > nowMs || !entry.response) return;
      remove(id, entry);
    }
  };

  const begin = (id: string, { client, fingerprint }: KeyedRequest, nowMs: number): Claim => {
    const expiresAtMs = nowMs + keyLifetimeMs;
    const entry: Entry = { client, fingerprint, expiresAtMs, bytes: reservedBytes, response: undefined };
    entries.set(id, entry);
    asked.misses += 1;
    add(client, reservedBytes);
    return {
      state: "new",
      keep(response) {
        const taken = bytesOf(response);
        if (taken > reservedBytes && !hasRoom(client, taken - entry.bytes)) return false;
        add(client, taken - entry.bytes);
        entry.bytes = taken;
        entry.response = { ...response, body: unpooled(response.body) };
        return true;
      },
      release: () => remove(id, entry),
    };
  };

  return {
    async claim(request) {
      const nowMs = clock.nowMs();
      removeExpired(nowMs);
      const id = digestOf([request.client, request.key]);
      const entry = entries.get(id);
      if (entry) {
        const claim = stateOf(entry, request);
        if (claim.state === "answered") asked.hits += 1;
        return claim;
      }
      if (hasRoom(request.client, reservedBytes)) return begin(id, request, nowMs);
      return { state: "full", retryAfterMs: roomInMs(request.client, nowMs) };
    },
    get numbers() {
      return { ...asked, bytes, entries: entries.size };
    },
  };
}

function stateOf({ fingerprint, response }: Entry, request: KeyedRequest): Claim {
  if (fingerprint !== request.fingerprint) return { state: "reused" };
  return response ? { state: "answered", response } : { state: "underWay" };
}

const bytesOf = ({ body, headers, report }: SerializedResponse): number =>
  entryBytes + body.length + weightOf(headers) + weightOf(report);

/** Names something by texts of any length and content, in a text that is short and tells none of them. */
export const digestOf = (texts: readonly unknown[]): string =>
  createHash("sha256").update(JSON.stringify(texts)).digest("base64");
