import { createHash, scryptSync } from "node:crypto";
import type { UpstreamDefinition } from "../rest/upstream.ts";

/**
 * Names the place where replicas keep what they share of a system: that of one credential at one address. The credential may
 * be an address of e-mail, which its digest must not give away to those who try many.
 */
export function placeOf({
  baseUrl,
  credential,
  name,
}: Pick<UpstreamDefinition, "baseUrl" | "credential" | "name">): string {
  const of = scryptSync(JSON.stringify([baseUrl, credential.identity]), `tributary ${name}`, 12);
  return `tributary:{${name}:${of.toString("base64url")}}`;
}

/** Names something in a place without telling what it is called. */
export const digestIn = (place: string, name: string): string =>
  createHash("sha256").update(`${place} ${name}`).digest("base64url").slice(0, 22);
