import { hash, randomBytes } from "node:crypto";
import { crc32 } from "node:zlib";

/** The beginning of every key, by which scanners for secrets know one. */
const prefix = "trib_";
const secretBytes = 32;
const form = /^trib_[\w-]{43}[\w-]{6}$/;
const checksumLength = 6;

/** The prefix is part of it, so that another program's text does not pass by chance. */
const checksumOf = (text: string): string => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(text));
  return bytes.toString("base64url");
};

/** Makes a key: `trib_`, 32 random bytes and their CRC-32 in base64url, 54 characters in all. */
export function createKey(): string {
  const text = `${prefix}${randomBytes(secretBytes).toString("base64url")}`;
  return `${text}${checksumOf(text)}`;
}

/** Whether a credential is meant to be a key. */
export const looksLikeKey = (credential: string): boolean => credential.startsWith(prefix);

/** Whether a text is a key that was copied whole; scanners and the gateway need no list of keys to tell. */
export const isWholeKey = (text: string): boolean =>
  form.test(text) && checksumOf(text.slice(0, -checksumLength)) === text.slice(-checksumLength);

/** SHA-256 of a credential, in hexadecimal. A key is 32 random bytes, so nothing slower is needed to hide it. */
export const digestOf = (credential: string): string => hash("sha256", credential, "hex");
