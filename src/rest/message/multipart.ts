import { randomBytes } from "node:crypto";
import type { RequestBody } from "../exchange.ts";
import type { FileParts, Form, FormValue } from "../form.ts";

/**
 * Encodes a form as `multipart/form-data` (RFC 7578, with names escaped as WHATWG's "multipart/form-data encoding
 * algorithm" does): texts first, then files as they arrive, those of one field before those of the next. With texts
 * alone the body is whole and has a length; with files its chunks are passed on as they come.
 */
export function encodeForm(form: Form): RequestBody {
  // A client that chooses the bytes of a file cannot know the boundary that would end it.
  const boundary = `tributary-${randomBytes(24).toString("hex")}`;
  const contentType = `multipart/form-data; boundary=${boundary}`;
  const start = (name: string, more = ""): string =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(name)}"${more}\r\n`;
  const end = `--${boundary}--\r\n`;

  const fields = Object.entries(form);
  const texts = fields
    .flatMap(([name, value]) => textsOf(value).map((text) => `${start(name)}\r\n${text}\r\n`))
    .join("");
  const files = fields.flatMap(([name, value]) => (isFiles(value) ? [{ name, parts: value }] : []));
  if (files.length === 0) return { contentType, content: texts + end };

  const state = { isSpent: false, isWhole: false };
  async function* chunks(): AsyncGenerator<Uint8Array> {
    if (texts !== "") yield Buffer.from(texts);
    state.isSpent = true;
    for (const { name, parts } of files) {
      for await (const { filename, contentType, bytes } of parts) {
        const type = mediaType.test(contentType) ? contentType : "application/octet-stream";
        yield Buffer.from(`${start(name, `; filename="${escaped(filename)}"`)}Content-Type: ${type}\r\n\r\n`);
        yield* bytes;
        yield lineEnd;
      }
    }
    state.isWhole = true;
    yield Buffer.from(end);
  }
  return {
    contentType,
    chunks,
    get isSpent() {
      return state.isSpent;
    },
    get isWhole() {
      return state.isWhole;
    },
  };
}

const lineEnd = Buffer.from("\r\n");

/** Of a type, and of parameters whose values are tokens or quoted (RFC 9110, section 8.3.1). */
const mediaType =
  /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+(?:[ \t]*;[ \t]*[\w!#$%&'*+.^`|~-]+=(?:[\w!#$%&'*+.^`|~-]+|"(?:[\t !#-[\]-~]|\\[\t -~])*"))*$/;

/** A name between quotes: what would end it is escaped, all else may stand in it. */
const escaped = (name: string): string =>
  name.replaceAll("\n", "%0A").replaceAll("\r", "%0D").replaceAll('"', "%22");

const textsOf = (value: FormValue): readonly string[] =>
  typeof value === "string" ? [value] : Array.isArray(value) ? value : [];

const isFiles = (value: FormValue): value is FileParts =>
  typeof value === "object" && Symbol.asyncIterator in value;
