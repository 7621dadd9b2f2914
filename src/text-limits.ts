import { badInput } from "./errors.ts";

/**
 * Most characters (UTF-16 code units) of texts that clients send, by what a text is. Each is checked before any parser
 * sees the text: a request may hold a megabyte, and Punycode takes time that grows with the square of a name.
 */
export const longestText = {
  /** RFC 1035, section 2.3.4: 255 octets on the wire are 253 characters. */
  host: 253,
  /** A name between the dots of a host (RFC 1035, section 2.3.4). */
  hostLabel: 63,
  /** The length that servers and proxies take everywhere; no document of a system names another one. */
  url: 2_048,
  /** RFC 5321, section 4.5.3.1.3: 256 with the brackets round it. */
  email: 254,
  /** Twice the longest name of the IANA database. */
  timeZone: 64,
  /** ISO 3166-1 alpha-2. */
  countryCode: 2,
  /** `2026-03-01`. */
  date: 10,
  /** `2026-03-01T09:30:00.123456789+01:00`. */
  dateTime: 35,
  /** An activity's key of 200 characters, each percent-encoded as three, behind its scheme, system and type. */
  globalId: 1_000,
  /** The offset and 101 digests of eight characters, as JSON and base64. */
  cursor: 1_150,
  /** A name in a map or an input, or a value of an enum: those that are not known are compared letter by letter with those that are. */
  name: 255,
  /** Filters and search texts of a list, which go into a URL. */
  filter: 255,
} as const;

/**
 * A text that is no longer than it may be.
 * @param name what it is called in the message, such as "filter.name".
 * @throws BAD_USER_INPUT with its length and the limit.
 */
export function within(value: string, most: number, name: string): string {
  if (value.length > most) throw badInput(tooLong(value, most, name));
  return value;
}

/** The message for a text that is too long; it holds nothing of the text itself. */
export const tooLong = (value: string, most: number, name: string): string =>
  `${name} holds ${value.length} characters; it may hold ${most}.`;
