import { createHash } from "node:crypto";
import type { Manifest } from "./manifest.ts";

/** A document that the operator knows. */
export interface KnownDocument {
  readonly text: string;
  /** Whether it is in the manifest; others are shipped with the gateway. */
  readonly isTrusted: boolean;
}

/** The documents that the operator knows, by hash and by text. */
export interface KnownDocuments {
  /** @param hash SHA-256 of its text, or its name in the manifest; in hexadecimal. */
  ofHash(hash: string): KnownDocument | undefined;
  /** @param text as it was sent; one that differs in a blank is another. */
  ofText(text: string): KnownDocument | undefined;
}

/**
 * Makes the lookup of documents. Each is found by its SHA-256, too, where the manifest has another hash: clients that hash
 * by themselves do so by SHA-256.
 * @param shipped texts of the operations that the gateway ships.
 */
export function createKnownDocuments(trusted: Manifest, shipped: readonly string[] = []): KnownDocuments {
  const byHash = new Map<string, KnownDocument>();
  const byText = new Map<string, KnownDocument>();
  const add = (text: string, isTrusted: boolean): KnownDocument => {
    const document = { text, isTrusted };
    byText.set(text, document);
    byHash.set(createHash("sha256").update(text).digest("hex"), document);
    return document;
  };
  for (const text of shipped) add(text, false);
  for (const [hash, text] of trusted) byHash.set(hash, add(text, true));
  return { ofHash: (hash) => byHash.get(hash), ofText: (text) => byText.get(text) };
}
