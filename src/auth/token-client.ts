import { createHash } from "node:crypto";
import type { JWTPayload } from "jose";
import { type Client, createClient } from "./client.ts";
import type { Scope } from "./scopes.ts";

/** Subjects that may stand in a log line or metric label as they are. */
const plainSubject = /^[\w.@|:-]{1,64}$/;
const shownOfOthers = 40;

/**
 * The name of the client of a token: `jwt:` and its subject. One that is long or has other characters is cut and marked
 * with a digest of the whole, so that no two subjects have one name. Clients of the file with keys have no `:` in theirs.
 */
export function nameOfSubject(subject: string): string {
  if (plainSubject.test(subject)) return `jwt:${subject}`;
  const shown = subject.slice(0, shownOfOthers).replace(/[^\w.@|:-]/g, "_");
  return `jwt:${shown}~${createHash("sha256").update(subject).digest("hex").slice(0, 16)}`;
}

/**
 * The client of a token that was verified. Its scopes are those of `scope` (RFC 8693, section 4.2: text with blanks), or
 * else of `scp`, either as text or as a list.
 * @param isScope tells scopes that there are; others are dropped, since they are the affair of other services.
 * @returns undefined for a token whose subject is none.
 */
export function clientOfToken(
  { scope, scp, sub }: JWTPayload,
  isScope: (text: unknown) => text is Scope,
): Client | undefined {
  if (typeof sub !== "string" || sub === "") return undefined;
  const granted = scope ?? scp;
  const texts: readonly unknown[] = typeof granted === "string" ? granted.split(" ") : listOf(granted);
  return createClient(nameOfSubject(sub), texts.filter(isScope));
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
