/**
 * A host as hosts are compared: lower case, punycode, without scheme, port, `www.` and final dot.
 * @param text a host, a URL, or a URL without its scheme.
 * @returns undefined when there is no host in it, and for user@host, which is an address or hides where it leads.
 */
export function comparableHost(text: string | null | undefined): string | undefined {
  if (!text) return undefined;
  // Only web schemes have their hosts brought into one form, so whichever there is gives way to one.
  const url = `https://${text.trim().replace(/^[a-z][a-z0-9+.-]*:\/\//i, "")}`;
  if (!URL.canParse(url)) return undefined;
  const { hostname, username, password } = new URL(url);
  if (username || password) return undefined;
  // A name such as www.example is the whole of somebody's domain.
  const host = hostname.replace(/\.$/, "").replace(/^www\.(?=.+\.)/, "");
  return /^[^.]+(?:\.[^.]+)+$/.test(host) ? host : undefined;
}

/** The host behind the last @ of an e-mail address, as hosts are compared. */
export function emailHost(email: string | null | undefined): string | undefined {
  const at = email?.lastIndexOf("@") ?? -1;
  return at < 0 ? undefined : comparableHost(email?.slice(at + 1));
}
