import { expect } from "vitest";
import { GatewayError } from "../../src/errors.ts";
import type { FileParts } from "../../src/rest/form.ts";
import type { Upload } from "../../src/uploads/upload.ts";
import { fieldsFor, formBody, inPieces, type SentPart, uploadsIn } from "./form-body.ts";

const whole = 65_536;
/** Files of any type that are smaller than this pass. */
export const large = { mostBytes: 1_000_000 };

/** Reads files to their end. */
export async function read(
  files: FileParts,
): Promise<{ filename: string; contentType: string; content: Buffer }[]> {
  const found: { filename: string; contentType: string; content: Buffer }[] = [];
  for await (const { bytes, contentType, filename } of files) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of bytes) chunks.push(chunk);
    found.push({ filename, contentType, content: Buffer.concat(chunks) });
  }
  return found;
}

/** Names of files that were read to their end, or why they were not. */
export const outcomeOf = (read: () => Promise<readonly { filename: string }[]>): Promise<string> =>
  Promise.resolve()
    .then(read)
    .then(
      (files) => files.map(({ filename }) => filename).join(" "),
      (error) => {
        expect(error).toBeInstanceOf(GatewayError);
        expect(error.code).toBe("BAD_USER_INPUT");
        return error.message as string;
      },
    );

/** A part that brings a file. */
export const file = (name: string, content: string | Uint8Array = name): SentPart => ({
  name,
  content,
  filename: `${name}.txt`,
  type: "text/plain",
});

/** Uploads of a form with these names in its map and these files behind it. */
export const sent = (names: readonly string[], files: readonly SentPart[], pieceBytes = whole) =>
  uploadsIn(inPieces(formBody([...fieldsFor(names), ...files]), pieceBytes));

/** Some of them, by their places. */
export const pick = (uploads: readonly Upload[], ...at: readonly number[]): Upload[] =>
  uploads.filter((_, index) => at.includes(index));
