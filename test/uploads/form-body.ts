import { Readable } from "node:stream";
import { receiveOperation } from "../../src/uploads/receive-operation.ts";
import type { Upload } from "../../src/uploads/upload.ts";
import { type TestClock, testClock } from "../support/clock.ts";

/** A part as a client sends it. */
export interface SentPart {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly filename?: string;
  readonly type?: string;
}

export const formType = "multipart/form-data; boundary=edge";

/** The body of a form, with its end. */
export function formBody(parts: readonly SentPart[]): Buffer {
  const encoded = parts.flatMap(({ content, filename, name, type }) => [
    Buffer.from(
      `--edge\r\nContent-Disposition: form-data; name="${name}"${filename === undefined ? "" : `; filename="${filename}"`}\r\n${type === undefined ? "" : `Content-Type: ${type}\r\n`}\r\n`,
    ),
    Buffer.from(content),
    Buffer.from("\r\n"),
  ]);
  return Buffer.concat([...encoded, Buffer.from("--edge--\r\n")]);
}

/** The fields before the files, each of which has a place of its own in the list `files`. */
export function fieldsFor(names: readonly string[]): SentPart[] {
  const operation = { query: "{ __typename }", variables: { files: names.map(() => null) } };
  const map = Object.fromEntries(names.map((name, at) => [name, [`variables.files.${at}`]]));
  return [
    { name: "operations", content: JSON.stringify(operation) },
    { name: "map", content: JSON.stringify(map) },
  ];
}

/** A body that comes in pieces of a size. */
export function inPieces(body: Buffer, pieceBytes: number): Readable {
  function* pieces() {
    for (let at = 0; at < body.length; at += pieceBytes) yield body.subarray(at, at + pieceBytes);
  }
  return Readable.from(pieces(), { objectMode: false });
}

/** A body that comes when the test says so. */
export const openSource = (): Readable => new Readable({ read() {} });

/** Receives an operation. */
export const received = (source: Readable, clock: TestClock = testClock(), type = formType) =>
  receiveOperation(source, type, {
    clock,
    timeoutMs: 15_000,
    parseJson: async (text): Promise<unknown> => JSON.parse(text),
  });

/** Receives what `fieldsFor` asks for, and gives its uploads in the order of their names. */
export async function uploadsIn(source: Readable, clock?: TestClock): Promise<readonly Upload[]> {
  const { body } = await received(source, clock);
  return (body as { readonly variables: { readonly files: readonly Upload[] } }).variables.files;
}
