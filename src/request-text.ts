import { HttpError } from "./http-error.ts";

/** Keeps a byte order mark, which the reader of the JSON skips. */
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * The text of a request's bytes.
 * @throws HttpError when they are no UTF-8: read leniently, other letters would be written to a system.
 */
export function utf8Text(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new HttpError("The request holds bytes that are no UTF-8; encode it as UTF-8.");
  }
}

/** The headers that say how a body is written. */
interface BodyHeaders {
  readonly "content-type"?: string | undefined;
  readonly "content-encoding"?: string | undefined;
}

/** @throws HttpError, 415, when a body says that it is written otherwise than in plain UTF-8. */
export function refuseOtherEncodings(headers: BodyHeaders): void {
  const charset = /;\s*charset\s*=\s*"?([^\s";]*)/i.exec(headers["content-type"] ?? "")?.[1];
  if (charset !== undefined && !/^utf-?8$/i.test(charset)) {
    throw new HttpError("The request is in another charset than UTF-8; encode it as UTF-8.", 415);
  }
  if (!/^(|identity)$/i.test(headers["content-encoding"] ?? "")) {
    throw new HttpError("The request is compressed; send it without Content-Encoding.", 415);
  }
}

/** @throws HttpError when a URL's query does not encode UTF-8: `%FF`, a `%` by itself, or bytes that need encoding. */
export function refuseUnreadableQuery(url: string): void {
  const query = url.includes("?") ? url.slice(url.indexOf("?") + 1) : "";
  try {
    if (/[^\x21-\x7e]/.test(query)) throw new URIError();
    decodeURIComponent(query);
  } catch {
    throw new HttpError("The URL's query is no percent-encoded UTF-8; encode it as encodeURIComponent does.");
  }
}
