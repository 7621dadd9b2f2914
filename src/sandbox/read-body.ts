import type { EmulatedRequest } from "./emulator.ts";
import { isForm, readForm } from "./form.ts";

/** The longest text that is read: more than any caller has a reason to send. Files of a form are not kept. */
const textCapBytes = 64 * 1024 * 1024;

/**
 * Reads the body of a request as it comes, to its end.
 * @returns undefined above the cap; a form that cannot be read is an empty text.
 * @throws what the chunks throw, such as a connection that breaks: then there is no request.
 */
export async function readBody(
  headers: EmulatedRequest["headers"],
  chunks: AsyncIterable<Uint8Array>,
): Promise<EmulatedRequest["body"] | undefined> {
  const contentType = headers["content-type"] ?? "";
  if (!isForm(contentType)) return readText(chunks);
  const form = await readForm(contentType, chunks, textCapBytes);
  if (form === "malformed") return "";
  return form === "tooLarge" ? undefined : form;
}

async function readText(chunks: AsyncIterable<Uint8Array>): Promise<string | undefined> {
  const kept: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    // Above the cap it is read to its end and thrown away, since a caller that still sends does not listen.
    if (bytes <= textCapBytes) kept.push(chunk);
  }
  return bytes > textCapBytes ? undefined : Buffer.concat(kept).toString("utf8");
}
