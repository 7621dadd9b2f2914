import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { settled } from "../../support/clock.ts";
import { books } from "../books.ts";
import { at, engine, outcomeOf, things } from "../engine.ts";

/** What a read gives for these bytes; it must have been asked once. */
async function readOf(bytes: Uint8Array, headers: Readonly<Record<string, string>>) {
  const { operation, sent, calls } = engine();
  const outcome = outcomeOf(operation().call(things.get, { id: "1" }));
  await settled();
  at(sent, 0).answer(bytes, 200, headers);
  await settled();
  expect(calls()).toEqual(["GET /things/1"]);
  return outcome;
}

const json = (name: string): string => JSON.stringify({ id: "1", name });
const swapped = (text: string): Buffer => Buffer.from(text, "utf16le").swap16();
const mark = "\uFEFF";

describe("an answer is read", () => {
  test.each<[string, Uint8Array, string | undefined]>([
    ["in UTF-8 where nothing is said", Buffer.from(json("José")), undefined],
    ["in UTF-8 that is declared", Buffer.from(json("José")), "application/json; charset=utf-8"],
    ["in UTF-8 behind its mark", Buffer.from(mark + json("José")), "application/json"],
    [
      "in ISO-8859-1 that is declared",
      Buffer.from(json("José"), "latin1"),
      "application/json; charset=ISO-8859-1",
    ],
    ["by a name in quotes", Buffer.from(json("José"), "latin1"), 'application/json;charset = "latin1"; q=1'],
    [
      "in UTF-16, whose mark tells the order",
      swapped(mark + json("José")),
      "application/json; charset=utf-16",
    ],
    [
      "by its mark, which goes before the header",
      Buffer.from(mark + json("José")),
      "text/plain; charset=latin1",
    ],
    ["as JSON whatever its type", Buffer.from(json("José")), "text/html"],
  ])("%s", async (_, bytes, type) => {
    const { value } = await readOf(bytes, type === undefined ? {} : { "content-type": type });
    expect(value).toEqual({ id: "1", name: "José" });
  });

  test("in any charset as it was written", async () => {
    const latin = fc.string({
      unit: fc.integer({ min: 0xa0, max: 0xff }).map((code) => String.fromCharCode(code)),
    });
    const charset = fc.oneof(
      fc.record({
        name: fc.string({ unit: "binary" }).map((text) => text.toWellFormed()),
        write: fc.constantFrom<readonly [string, (text: string) => Buffer]>(
          ["utf-8", (text) => Buffer.from(text)],
          ["utf-16le", (text) => Buffer.from(text, "utf16le")],
          ["utf-16be", swapped],
          ["utf-16", (text) => swapped(mark + text)],
        ),
      }),
      fc.record({
        name: latin,
        write: fc.constantFrom<readonly [string, (text: string) => Buffer]>(
          ["iso-8859-1", (text) => Buffer.from(text, "latin1")],
          ["windows-1252", (text) => Buffer.from(text, "latin1")],
        ),
      }),
    );
    await fc.assert(
      fc.asyncProperty(charset, async ({ name, write: [label, write] }) => {
        const { value } = await readOf(write(json(name)), {
          "content-type": `application/json; charset=${label}`,
        });
        expect(value).toEqual({ id: "1", name });
      }),
      { numRuns: 100 },
    );
  });
});

test.each<[string, Uint8Array, string | undefined]>([
  ["bytes that are no UTF-8", Buffer.from(json("José"), "latin1"), undefined],
  [
    "UTF-8 that is cut in a character",
    Buffer.from(json("José")).subarray(0, -3),
    "application/json; charset=utf-8",
  ],
  [
    "half a pair in UTF-16",
    Buffer.from('{"id":"1","name":"\ud83d"}', "utf16le"),
    "application/json; charset=utf-16le",
  ],
  ["a charset that is not known", Buffer.from(json("José")), "application/json; charset=secret-canary"],
])("an answer of %s is the upstream's fault, and no character is made up", async (_, bytes, type) => {
  const { error } = await readOf(bytes, type === undefined ? {} : { "content-type": type });
  expect(error).toMatchObject({
    code: "UPSTREAM_INVALID_RESPONSE",
    message:
      "GET /things/{id} of Things answered bytes that are not in its charset, which is UTF-8 if it names none.",
    facts: { status: 200, attempts: 1 },
  });
  expect(JSON.stringify(error)).not.toContain("canary");
});

test("the same bytes in another charset are another answer", async () => {
  const { operation, sent, calls } = engine({ reads: { keeps: false } });
  const bytes = Buffer.from(JSON.stringify({ books: [{ id: "1", title: "Ã©" }] }), "latin1");
  const read = async (charset: string) => {
    const outcome = outcomeOf(operation().call(books.list));
    await settled();
    sent.at(-1)?.answer(bytes, 200, { "content-type": `application/json; charset=${charset}` });
    await settled();
    return JSON.stringify(outcome.value);
  };
  expect([await read("utf-8"), await read("latin1")]).toEqual([
    expect.stringContaining('"é"'),
    expect.stringContaining('"Ã©"'),
  ]);
  expect(calls()).toEqual(["GET /books", "GET /books"]);
});

describe("a Content-Encoding", () => {
  test.each([
    "identity",
    "Identity",
    " IDENTITY ",
    "identity, identity",
    "identity,,Identity",
    "",
    " , ",
    "UTF-8",
    "utf8",
    "iso-8859-1",
  ])("that changes nothing is no reason to refuse an answer: %j", async (coding) => {
    const { value } = await readOf(Buffer.from(json("Ann")), { "content-encoding": coding });
    expect(value).toEqual({ id: "1", name: "Ann" });
  });

  test.each(["gzip", "GZIP", "x-gzip", "br", "deflate", "zstd", "identity, gzip", "utf-8, br"])(
    "that compresses is named: %j",
    async (coding) => {
      const { error } = await readOf(Buffer.from(json("Ann")), { "content-encoding": coding });
      expect(error).toMatchObject({
        code: "UPSTREAM_INVALID_RESPONSE",
        message: "GET /things/{id} of Things answered a compressed body, which was not asked for.",
      });
    },
  );

  test("that is not known is refused without a word of compression, or of itself", async () => {
    const { error } = await readOf(Buffer.from(json("Ann")), { "content-encoding": "secret-canary" });
    expect(error).toMatchObject({
      code: "UPSTREAM_INVALID_RESPONSE",
      message: "GET /things/{id} of Things answered a body in a coding that was not asked for.",
    });
  });
});
