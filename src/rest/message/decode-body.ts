import type { Headers } from "../endpoint.ts";

/** First bytes of a body that say how it is encoded, which go before any header (RFC 3629, section 6; RFC 2781, 3.2). */
const marks: readonly (readonly [charset: string, bytes: Buffer])[] = [
  ["utf-8", Buffer.from([0xef, 0xbb, 0xbf])],
  ["utf-16be", Buffer.from([0xfe, 0xff])],
  ["utf-16le", Buffer.from([0xff, 0xfe])],
];

/**
 * The text of a body in the charset that its mark or else its `Content-Type` states, less the mark: UTF-8 where neither
 * does, as RFC 8259, section 8.1, has it.
 * @returns undefined for bytes that are none of the charset, and for a charset that is not known: a replacement character
 * would be data that nothing has stored.
 */
export function decodeBody(bytes: Buffer, headers: Headers): string | undefined {
  const marked = marks.find(([, mark]) => bytes.subarray(0, mark.length).equals(mark));
  try {
    return new TextDecoder(marked?.[0] ?? charsetOf(headers), { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const charsetOf = ({ "content-type": contentType = "" }: Headers): string => {
  const [, quoted, plain] = /;\s*charset\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(contentType) ?? [];
  return quoted ?? plain ?? "utf-8";
};

/** Codings that make a body smaller (the registry of RFC 9110, section 16.6.1). */
const compressions: ReadonlySet<string> = new Set([
  "br",
  "compress",
  "dcb",
  "dcz",
  "deflate",
  "exi",
  "gzip",
  "pack200-gzip",
  "x-compress",
  "x-gzip",
  "zstd",
]);

/** How a body stands in its message: as it is, made smaller, or in some other way. */
export type Coding = "plain" | "compressed" | "unknown";

/** Reads `Content-Encoding` (RFC 9110, section 8.4); a charset, which some servers put there, changes nothing. */
export function codingOf({ "content-encoding": encoding = "" }: Headers): Coding {
  const codings = encoding
    .toLowerCase()
    .split(",")
    .map((coding) => coding.trim())
    .filter((coding) => coding !== "" && coding !== "identity" && !isCharset(coding));
  if (codings.length === 0) return "plain";
  return codings.some((coding) => compressions.has(coding)) ? "compressed" : "unknown";
}

function isCharset(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== "";
  } catch {
    return false;
  }
}
