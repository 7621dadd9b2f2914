import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RequestBody } from "../../../src/rest/exchange.ts";
import type { Form } from "../../../src/rest/form.ts";
import { encodeForm } from "../../../src/rest/message/multipart.ts";
import { bytesOf, file, filesOf, openFile } from "../files.ts";

/** All bytes of a body. */
async function bytesIn(body: RequestBody): Promise<Buffer> {
  if ("content" in body) return Buffer.from(body.content);
  const chunks: Uint8Array[] = [];
  for await (const chunk of body.chunks()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** What a parser that is not ours makes of a form: its texts, and of its files name, type and bytes. */
async function parsed(form: Form): Promise<unknown[]> {
  const body = encodeForm(form);
  const headers = { "content-type": body.contentType };
  const data = await new Response(new Uint8Array(await bytesIn(body)), { headers }).formData();
  return Promise.all(
    [...data.entries()].map(async ([name, value]) =>
      typeof value === "string"
        ? [name, value]
        : [name, value.name, value.type, Buffer.from(await value.arrayBuffer()).toString("hex")],
    ),
  );
}

/** The text of a form, with its boundary as `B`. */
async function textOf(form: Form): Promise<string> {
  const body = encodeForm(form);
  const [, boundary = ""] = /^multipart\/form-data; boundary=([\w-]+)$/.exec(body.contentType) ?? [];
  return (await bytesIn(body)).toString("utf8").replaceAll(boundary, "B");
}

/** Anything but lone halves of a character, which no bytes stand for. */
const anyText = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom("\r", "\n", '"', "\\", "/", ";", "--", "%"),
      fc.string({ unit: "binary" }),
    ),
  })
  .filter((text) => !/\p{Cs}/u.test(text));
/** What looks escaped before it is cannot be told from what was. */
const anyName = anyText.filter((name) => !/%(?:0A|0D|22)/i.test(name));
const anyFile = fc.record({
  filename: anyName,
  contentType: fc.constantFrom("image/png", "application/vnd.a+json", "text/plain"),
  chunks: fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 5 }),
});
const textField = fc.record({ name: anyName, texts: fc.oneof(anyText, fc.array(anyText, { maxLength: 4 })) });
const fileField = fc.record({ name: anyName, files: fc.array(anyFile, { maxLength: 4 }) });

describe("what is encoded is decoded again, byte for byte", () => {
  test("of any names, texts and files", async () => {
    // A name like "1" would come before the others in any object.
    const fields = fc
      .uniqueArray(fc.oneof(textField, fileField), { selector: ({ name }) => name, maxLength: 6 })
      .map((some) => some.filter(({ name }) => !/^\d+$/.test(name) && name !== "__proto__"));
    await fc.assert(
      fc.asyncProperty(fields, async (some) => {
        const values = some.map((field) => {
          if ("texts" in field) return [field.name, field.texts];
          const parts = field.files.map(({ chunks, ...facts }) => ({ ...facts, bytes: bytesOf(...chunks) }));
          return [field.name, filesOf(...parts)];
        });
        const texts = some.flatMap((field) =>
          "texts" in field ? [field.texts].flat().map((text) => [field.name, text]) : [],
        );
        const files = some.flatMap((field) =>
          "files" in field
            ? field.files.map(({ filename, contentType, chunks }) => {
                return [field.name, filename, contentType, Buffer.concat(chunks).toString("hex")];
              })
            : [],
        );
        expect(await parsed(Object.fromEntries(values))).toEqual([...texts, ...files]);
      }),
      { numRuns: 300 },
    );
  });

  test("of bytes that look like the end of a part", async () => {
    const tricky = ["\r\n--", "\r\n--tributary-", "--\r\n", "\r\n\r\n"];
    const hex = Buffer.from(tricky.join("")).toString("hex");
    expect(await parsed({ a: filesOf(file(bytesOf(...tricky))) })).toEqual([
      ["a", "a.bin", "application/x-thing", hex],
    ]);
  });
});

test("texts come first, in their order, then files; what is undefined is left out", async () => {
  const form = { a: filesOf(file(bytesOf("12", "3"))), b: "1", c: undefined, d: ["2", "3"], e: "" };
  expect(await textOf(form)).toBe(
    [
      '--B\r\nContent-Disposition: form-data; name="b"\r\n\r\n1\r\n',
      '--B\r\nContent-Disposition: form-data; name="d"\r\n\r\n2\r\n',
      '--B\r\nContent-Disposition: form-data; name="d"\r\n\r\n3\r\n',
      '--B\r\nContent-Disposition: form-data; name="e"\r\n\r\n\r\n',
      '--B\r\nContent-Disposition: form-data; name="a"; filename="a.bin"\r\n',
      "Content-Type: application/x-thing\r\n\r\n123\r\n--B--\r\n",
    ].join(""),
  );
});

test.each([
  ['a"b.png', "a%22b.png"],
  ["a\r\nContent-Type: text/html\r\n\r\n<b>", "a%0D%0AContent-Type: text/html%0D%0A%0D%0A<b>"],
  ["../../etc/passwd", "../../etc/passwd"],
  ["C:\\a;b=c.png", "C:\\a;b=c.png"],
  ["Größe 😀.png", "Größe 😀.png"],
  ["", ""],
])("a file may be called %j", async (filename, sent) => {
  const text = await textOf({ a: filesOf(file(bytesOf(), { filename })) });
  expect(text).toContain(`name="a"; filename="${sent}"\r\nContent-Type: application/x-thing\r\n\r\n`);
});

test.each([
  ["image/png", "image/png"],
  ['text/plain; charset=utf-8;a="b \\" c"', 'text/plain; charset=utf-8;a="b \\" c"'],
  ["", "application/octet-stream"],
  ["png", "application/octet-stream"],
  ["image/", "application/octet-stream"],
  ["image/png\r\nX-Evil: 1", "application/octet-stream"],
  ["image/png; é=1", "application/octet-stream"],
  ['text/plain; a="', "application/octet-stream"],
])("a file of the type %j", async (contentType, sent) => {
  const text = await textOf({ a: filesOf(file(bytesOf("x"), { contentType })) });
  expect(text).toContain(`filename="a.bin"\r\nContent-Type: ${sent}\r\n\r\nx\r\n`);
});

test("a form of texts is one whole, also an empty one; one of files is not", async () => {
  expect(encodeForm({ a: "1" })).toHaveProperty("content");
  expect(await textOf({})).toBe("--B--\r\n");
  expect(encodeForm({ a: filesOf() })).not.toHaveProperty("content");
  expect(await parsed({ a: filesOf(), b: "é" })).toEqual([["b", "é"]]);
});

test("each form has a boundary of its own", () => {
  const types = Array.from({ length: 100 }, () => encodeForm({}).contentType);
  expect(new Set(types).size).toBe(100);
});

test("a file is asked for chunk by chunk, each once the one before was taken, and left as it is when nobody asks", async () => {
  const open = openFile();
  const body = encodeForm({ a: "1", b: open.parts });
  if (!("chunks" in body)) throw new Error("not streamed");
  const taken = body.chunks()[Symbol.asyncIterator]();
  open.give("x");
  open.give("y");
  await taken.next();
  expect([open.asked, body.isSpent]).toEqual([0, false]);
  await taken.next();
  expect([open.asked, body.isSpent]).toEqual([0, true]);
  expect((await taken.next()).value).toEqual(Buffer.from("x"));
  expect([open.asked, body.isWhole]).toEqual([1, false]);
  await taken.return?.();
  expect([open.asked, open.isLeft, body.isWhole]).toEqual([1, true, false]);
});

test("what a file throws is thrown, and no end follows", async () => {
  const open = openFile();
  const body = encodeForm({ a: open.parts });
  if (!("chunks" in body)) throw new Error("not streamed");
  const refused = new Error("too large");
  open.give("x");
  open.fail(refused);
  const taken: string[] = [];
  const take = async () => {
    for await (const chunk of body.chunks()) taken.push(Buffer.from(chunk).toString());
  };
  await expect(take()).rejects.toBe(refused);
  expect([taken.at(-1), body.isWhole]).toEqual(["x", false]);
});
