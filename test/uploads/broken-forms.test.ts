import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filesOf, type Upload } from "../../src/uploads/upload.ts";
import { fieldsFor, formBody, inPieces, received, type SentPart, uploadsIn } from "./form-body.ts";
import { file, large, outcomeOf, pick, read, sent } from "./read-files.ts";

describe("a form that does not keep its word", () => {
  test.each<[string, readonly string[], readonly SentPart[], string]>([
    ["a file that never comes", ["a", "b"], [file("a")], 'The map names files that did not come: "b".'],
    ["a file that is in no map", ["a"], [file("x"), file("a")], 'Part "x" of the form is not in the map.'],
    ["another one at the end", ["a"], [file("a"), file("x")], 'Part "x" of the form is not in the map.'],
    ["a file that comes twice", ["a", "b"], [file("a"), file("a")], 'Part "a" of the form comes twice.'],
    [
      "a file that comes again at the end",
      ["a"],
      [file("a"), file("a")],
      'Part "a" of the form comes twice.',
    ],
    ["a part without a name", ["a"], [file("")], 'Part "" of the form is not in the map.'],
    [
      "operations again",
      ["a"],
      [fieldsFor([])[0] ?? file("a")],
      'Part "operations" of the form is not in the map.',
    ],
    [
      "a name that is long",
      ["a"],
      [file("x".repeat(4_000))],
      `Part "${"x".repeat(60)}" of the form is not in the map.`,
    ],
  ])("%s", async (_, names, files, message) => {
    const uploads = await sent(names, files, 100);
    expect(await outcomeOf(() => read(filesOf(uploads, large)))).toBe(message);
  });

  test("more parts than there may be files", async () => {
    const names = Array.from({ length: 10 }, (_, at) => String(at));
    const files = [...names, "10", "11"].map((name) => file(name));
    await expect(sent(names, files)).rejects.toThrow("A request may bring 10 files; it has more.");
  });

  test("wherever it is cut, no file is taken for whole, and nothing hangs", async () => {
    const body = formBody([...fieldsFor(["a", "b"]), file("a", "a".repeat(300)), file("b", "b".repeat(300))]);
    const end = body.lastIndexOf("--") + 2;
    await fc.assert(
      fc.asyncProperty(fc.nat(body.length), fc.integer({ min: 1, max: 400 }), async (length, pieceBytes) => {
        const cut = inPieces(body.subarray(0, length), pieceBytes);
        const outcome = await uploadsIn(cut).then(
          (uploads) => outcomeOf(() => read(filesOf(uploads, large))),
          (error) => error.message as string,
        );
        expect(outcome).toMatch(length >= end ? /^a.txt b.txt$/ : /ends too early|did not come/);
      }),
      { numRuns: 300 },
    );
  });

  test("whatever comes, it is read or refused", async () => {
    const body = formBody([...fieldsFor(["a"]), file("a", "\r\n--edg".repeat(20))]);
    const change = fc.tuple(fc.nat(body.length - 1), fc.uint8Array({ minLength: 1, maxLength: 6 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 400 }),
        async (changes, pieceBytes) => {
          const spoilt = Buffer.from(body);
          for (const [at, bytes] of changes) spoilt.set(bytes.subarray(0, spoilt.length - at), at);
          const outcome = await received(inPieces(spoilt, pieceBytes)).then(
            async ({ body: operation }) => {
              const { variables } = operation as { variables?: { files?: readonly Upload[] } };
              return outcomeOf(() => read(filesOf(variables?.files ?? [], large)));
            },
            (error) => `refused: ${error.message}`,
          );
          expect(outcome).toEqual(expect.any(String));
        },
      ),
      { numRuns: 500 },
    );
  });
});

test("a request that is larger than all files together may be is given up", async () => {
  const form = formBody([...fieldsFor(["a", "b"]), file("a", "")]);
  const piece = Buffer.alloc(4_194_304);
  function* endless() {
    yield form.subarray(0, form.lastIndexOf("\r\n--edge--"));
    for (;;) yield piece;
  }
  const uploads = await uploadsIn(Readable.from(endless(), { objectMode: false }));
  expect(await outcomeOf(() => read(filesOf(pick(uploads, 1), large)))).toBe(
    "The request is larger than 402653184 bytes; send fewer files at once.",
  );
});
