import { Unauthenticated } from "./unauthenticated.ts";

/** The parts of a request that may hold a credential. */
export interface CredentialSource {
  /** Names and values in turn, as they came: Node keeps but the first of two `Authorization` headers elsewhere. */
  readonly rawHeaders: readonly string[];
  readonly url?: string | undefined;
}

/** Longest key or token that is looked at; Node takes 16 KiB for all headers. */
const longest = 8_192;
const name = "authorization";
const scheme = "bearer ";
/** The form of a token (RFC 6750, section 2.1). */
const form = /^[\w.~+/-]+=*$/;
const inUrl = /[?&]access_token=/i;

/**
 * The key or token of a request (RFC 6750, section 2.1).
 * @throws UNAUTHENTICATED when there is none, or several, or it is in another place or form.
 */
export function credentialOf({ rawHeaders, url = "" }: CredentialSource): string {
  if (inUrl.test(url)) {
    throw Unauthenticated.invalid(
      "A token in the URL is not taken, since logs and histories keep it; get a new one, and send it as Authorization: Bearer.",
    );
  }
  const header = authorizationOf(rawHeaders);
  if (header === undefined || header.slice(0, scheme.length).toLowerCase() !== scheme) {
    throw Unauthenticated.missing("Send a key or token, as Authorization: Bearer and the key or token.");
  }
  const credential = header.slice(scheme.length).trim();
  if (credential === "") throw Unauthenticated.missing("Authorization: Bearer holds neither key nor token.");
  if (credential.length > longest) {
    throw Unauthenticated.invalid(`The token is longer than ${longest} characters.`);
  }
  if (!form.test(credential)) {
    throw Unauthenticated.invalid("The token holds characters that no token has.");
  }
  return credential;
}

function authorizationOf(rawHeaders: readonly string[]): string | undefined {
  let found: string | undefined;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const header = rawHeaders[at] ?? "";
    if (header.length !== name.length || header.toLowerCase() !== name) continue;
    if (found !== undefined) throw Unauthenticated.invalid("Send one Authorization header; several came.");
    found = rawHeaders[at + 1];
  }
  return found;
}
