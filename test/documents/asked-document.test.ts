import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  createDocuments,
  type DocumentParameters,
  type DocumentsMode,
} from "../../src/documents/asked-document.ts";
import { createKnownDocuments } from "../../src/documents/known-documents.ts";

const hash = (algorithm: string, text: string) => createHash(algorithm).update(text).digest("hex");
const trusted = "{ labels { name } }";
const shipped = "{ teams { name } }";
const sha256 = hash("sha256", trusted);
const sha1 = hash("sha1", trusted);
const unknown = hash("sha256", "other");
const known = createKnownDocuments(new Map([[sha1, trusted]]), [shipped]);

/** The outcome of a request: its parameters, or the code or message that it is refused with. */
function find(mode: DocumentsMode, parameters: DocumentParameters): unknown {
  try {
    const { document, parameters: found } = createDocuments(known, mode).find(parameters);
    return { isTrusted: document?.isTrusted, parameters: found };
  } catch (error) {
    return error instanceof Error && "code" in error ? error.code : String(error);
  }
}
const persistedQuery = (sha256Hash: unknown) => ({
  extensions: { persistedQuery: { version: 1, sha256Hash } },
});

describe.each(["any", "prefer", "only"] as const)("under %s", (mode) => {
  const inPlace = { isTrusted: true, parameters: { query: trusted, extensions: null } };

  test.each<[string, DocumentParameters]>([
    ["documentId", { documentId: sha1 }],
    ["documentId, by SHA-256 although the manifest has its SHA-1", { documentId: sha256 }],
    ["documentId with the prefix of the draft", { documentId: `sha256:${sha256}` }],
    ["Apollo's extension", persistedQuery(sha256)],
    [
      "Apollo's extension, beside an empty documentId",
      { ...persistedQuery(sha1), documentId: null, query: null },
    ],
  ])("a trusted document is named by %s", (_, parameters) => {
    expect(find(mode, parameters)).toEqual(inPlace);
  });

  test("other extensions stay when one is named", () => {
    const extensions = { ...persistedQuery(sha1).extensions, clientLibrary: { name: "client" } };
    expect(find(mode, { extensions })).toEqual({
      isTrusted: true,
      parameters: { query: trusted, extensions: { clientLibrary: { name: "client" } } },
    });
  });

  test("its text is taken as it is", () => {
    expect(find(mode, { query: trusted })).toEqual({ isTrusted: true, parameters: undefined });
  });

  test.each([
    ["an id that is no text", { documentId: 5 }, "documentId is the hash of a document, as a text."],
    ["a hash in a list", persistedQuery([sha256]), "sha256Hash is the hash of a document, as a text."],
    ["a text beside an id", { documentId: sha1, query: trusted }, "Send documentId or query, not both."],
  ])("%s is a mistake", (_, parameters, message) => {
    expect(find(mode, parameters)).toBe(`HttpError: ${message}`);
  });

  test("a request without any document is left to be refused as that", () => {
    expect(find(mode, {})).toEqual({ isTrusted: undefined, parameters: undefined });
  });
});

describe("what is not trusted", () => {
  const others: readonly [string, DocumentParameters, unknown][] = [
    ["a text", { query: "{ sites { name } }" }, { isTrusted: undefined }],
    ["a trusted text with one more blank", { query: `${trusted} ` }, { isTrusted: undefined }],
    ["an operation that is shipped", { query: shipped }, { isTrusted: false }],
    [
      "a text that registers itself",
      { query: "{ a }", ...persistedQuery(unknown) },
      { isTrusted: undefined },
    ],
    ["another hash", persistedQuery(unknown), { isTrusted: undefined }],
    [
      "the hash of an operation that is shipped",
      persistedQuery(hash("sha256", shipped)),
      { isTrusted: false },
    ],
    ["another id", { documentId: unknown }, { isTrusted: undefined, parameters: persistedQuery(unknown) }],
    ["no text", { query: 7 }, { isTrusted: undefined }],
  ];

  test.each(others)("%s is refused under only", (_, parameters) => {
    expect(find("only", parameters)).toBe("FORBIDDEN");
  });

  test.each(others)("%s goes on under any and prefer", (_, parameters, expected) => {
    for (const mode of ["any", "prefer"] as const) {
      expect(find(mode, parameters)).toEqual({ parameters: undefined, ...(expected as object) });
    }
  });
});
