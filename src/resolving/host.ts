import { parseUrl } from "../parse-url.ts";
import { longestText } from "../text-limits.ts";

/**
 * A name between the dots of a host, as a source of regular expressions with the flag `u`: letters of any script with
 * their combining marks and joiners.
 */
export const hostLabel = String.raw`[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\u200c\u200d_-]{0,61}[\p{L}\p{M}\p{N}])?`;

// The signs that IDNA takes for dots as well.
const dots = /[.\u3002\uff0e\uff61]/;

/** The part between the scheme and the path of a URL; of a text without a scheme, the part before its path. */
function authorityOf(url: string): string {
  const [authority = ""] = url.replace(/^(?:[a-z][a-z0-9+.-]*:)?[/\\]{2,}/i, "").split(/[/\\?#]/, 1);
  return authority;
}

/**
 * Whether the host of a URL is no longer than hosts are, nor any of its names. No parser may see it otherwise: Punycode
 * takes time that grows with the square of a name.
 */
export function hasHostLength(url: string): boolean {
  const host = authorityOf(url).replace(/^.*@/s, "").replace(/:\d*$/, "").replace(/\.$/, "");
  return (
    host.length <= longestText.host &&
    host.split(dots).every((label) => label.length <= longestText.hostLabel)
  );
}

// Nothing of such a host changes but its case, and a list of ten thousand rows need not be parsed for it.
const plainHost = /^(?:[a-z\d-]+\.)+[a-z][a-z\d-]*$/i;

/** The host of an authority, in lower case and punycode, without port and final dot; undefined where there is none. */
function hostIn(authority: string): string | undefined {
  // Only web schemes have their hosts brought into one form.
  const url = `https://${authority}`;
  if (!hasHostLength(url)) return undefined;
  if (plainHost.test(authority) && !/xn--/i.test(authority)) return authority.toLowerCase();
  const parsed = parseUrl(url);
  return !parsed || parsed.username || parsed.password ? undefined : parsed.hostname.replace(/\.$/, "");
}

function websiteHost(host: string | undefined): string | undefined {
  // A name such as www.example is the whole of a company's domain.
  const name = host?.replace(/^www\.(?=.+\.)/, "");
  return name && /^[^.]+(?:\.[^.]+)+$/.test(name) ? name : undefined;
}

/**
 * A host as hosts are compared: lower case, punycode, without scheme, port, `www.` and final dot.
 * @param value a host, a URL, or a URL without its scheme; any JSON value that an upstream may have in their place.
 * @returns undefined when there is no host in it, and for user@host, which is an address or hides where it leads.
 */
export function comparableHost(value: unknown): string | undefined {
  if (typeof value !== "string" || value.length > longestText.url) return undefined;
  return websiteHost(hostIn(authorityOf(value.trim())));
}

/**
 * A host that stands by itself, in lower case and punycode without final dot; unlike `comparableHost` it keeps `www.`.
 * @returns undefined for any other JSON value, a URL included.
 */
export function asciiHost(value: unknown): string | undefined {
  return typeof value !== "string" || /[/\\?#:@\s]/.test(value) ? undefined : hostIn(value);
}

/** Both sides of the last @ of an e-mail address, as they are compared. */
function addressParts(value: unknown): { readonly local: string; readonly host: string } | undefined {
  if (typeof value !== "string") return undefined;
  const address = value.trim();
  const at = address.lastIndexOf("@");
  if (at < 1 || address.length > longestText.email + 1 || /[\s\p{Cc}]/u.test(address)) return undefined;
  const host = asciiHost(address.slice(at + 1));
  return host ? { local: address.slice(0, at).toLowerCase().normalize("NFC"), host } : undefined;
}

/** The host behind the last @ of an e-mail address, as hosts are compared; undefined for what is no address. */
export const emailHost = (value: unknown): string | undefined => websiteHost(addressParts(value)?.host);

/**
 * An e-mail address as addresses are compared: lower case and Unicode's form C, the host in punycode without a final
 * dot, no blanks round it. Unlike that of a website, the host keeps its `www.`.
 * @param value an address; any JSON value that an upstream may have in its place.
 * @returns undefined when it is no address.
 */
export function comparableEmail(value: unknown): string | undefined {
  const parts = addressParts(value);
  return parts && `${parts.local}@${parts.host}`;
}
