import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ImageLimits } from "../../src/uploads/image-check.ts";
import { filesOf } from "../../src/uploads/upload.ts";
import { fieldsFor, formBody, uploadsIn } from "./form-body.ts";
import { file, large, outcomeOf, pick, read, sent } from "./read-files.ts";

const whole = 65_536;
const jpegOrPng: ImageLimits = { types: ["image/jpeg", "image/png"] };
const images = { mostBytes: 1_000_000, images: jpegOrPng };

test("files are read as they were sent, however they come", async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 3_000 }),
    // What looks like the end of a part is none without its line.
    fc.constantFrom("\r\n--edg", "\r\n\r\n--ed", "a--edge--", "\r\n--", "-").map((text) => Buffer.from(text)),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(bytes, { maxLength: 5 }),
      fc.integer({ min: 1, max: 700 }),
      async (contents, pieceBytes) => {
        const names = contents.map((_, at) => `f${at}`);
        const files = contents.map((content, at) => file(`f${at}`, content));
        const found = await read(filesOf(await sent(names, files, pieceBytes), large));
        expect(found).toEqual(
          contents.map((content, at) => ({
            filename: `f${at}.txt`,
            contentType: "text/plain",
            content: Buffer.from(content),
          })),
        );
      },
    ),
  );
});

test("files are given in the order in which they come, whatever the map says", async () => {
  const uploads = await sent(["a", "b", "c"], [file("c"), file("a"), file("b")]);
  expect(await outcomeOf(() => read(filesOf(uploads, large)))).toBe("c.txt a.txt b.txt");
});

test("no files are no files", async () => {
  expect(await read(filesOf([], large))).toEqual([]);
});

test.each([
  ["", "file"],
  ["../../etc/passwd", "passwd"],
  ["C:\\photos\\caf\u00e9 1.png", "caf\u00e9 1.png"],
  ["a\tb\u007f.txt", "ab.txt"],
  [`${"\u{1f600}".repeat(300)}.png`, "\u{1f600}".repeat(200)],
])("a file that its sender calls %j is called %j", async (sentName, filename) => {
  const uploads = await sent(["0"], [{ ...file("0"), filename: sentName }]);
  expect(await read(filesOf(uploads, large))).toMatchObject([{ filename }]);
});

describe("size", () => {
  test.each([1, 7, whole])(
    "the last byte of the limit passes, one more does not, in pieces of %i",
    async (pieceBytes) => {
      const limits = { mostBytes: 50 };
      const fits = await sent(["0"], [file("0", "x".repeat(50))], pieceBytes);
      expect(await outcomeOf(() => read(filesOf(fits, limits)))).toBe("0.txt");
      const tooLarge = await sent(["0"], [file("0", "x".repeat(51))], pieceBytes);
      expect(await outcomeOf(() => read(filesOf(tooLarge, limits)))).toBe(
        'File "0" (0.txt) is larger than 50 bytes.',
      );
    },
  );

  test("of a file that is too large, no more than the limit is given out", async () => {
    const uploads = await sent(["0"], [file("0", "x".repeat(400_000))]);
    let given = 0;
    const reading = async () => {
      for await (const { bytes } of filesOf(uploads, { mostBytes: 100_000 })) {
        for await (const chunk of bytes) given += chunk.byteLength;
      }
      return [];
    };
    expect(await outcomeOf(reading)).toMatch(/larger than 100000 bytes/);
    expect(given).toBeLessThanOrEqual(100_000);
  });
});

describe("type", () => {
  const jpeg = [0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4, 5];
  const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 9];
  const asImage = (bytes: readonly number[]) => ({ ...file("0", Uint8Array.from(bytes)), type: "text/html" });

  test.each([1, 2, whole])(
    "is told by the first bytes, whatever the sender claims, in pieces of %i",
    async (pieceBytes) => {
      for (const [bytes, contentType] of [
        [jpeg, "image/jpeg"],
        [jpeg.slice(0, 3), "image/jpeg"],
        [png, "image/png"],
      ] as const) {
        const uploads = await sent(["0"], [asImage(bytes)], pieceBytes);
        expect(await read(filesOf(uploads, images))).toEqual([
          { filename: "0.txt", contentType, content: Buffer.from(bytes) },
        ]);
      }
    },
  );

  test.each<[string, readonly number[]]>([
    ["nothing", []],
    ["the start of a JPEG", jpeg.slice(0, 2)],
    ["the start of a PNG", png.slice(0, 7)],
    ["a GIF", [...Buffer.from("GIF89a...........")]],
    ["a page that calls itself an image", [...Buffer.from("<svg onload='alert(1)'>")]],
    ["a PNG behind a byte", [0, ...png]],
  ])("%s is refused before it is given out", async (_, bytes) => {
    const uploads = await sent(["0"], [{ ...asImage(bytes), type: "image/png" }], 1);
    let given = 0;
    const reading = async () => {
      for await (const _ of filesOf(uploads, images)) given += 1;
      return [];
    };
    expect(await outcomeOf(reading)).toBe('File "0" (0.txt) is no JPEG or PNG image.');
    expect(given).toBe(0);
  });

  test("size holds for images, too, counted from the first byte", async () => {
    const limits = { mostBytes: png.length - 1, images: jpegOrPng };
    const uploads = await sent(["0"], [asImage(png)], 1);
    expect(await outcomeOf(() => read(filesOf(uploads, limits)))).toBe(
      `File "0" (0.txt) is larger than ${png.length - 1} bytes.`,
    );
  });
});

describe("several fields", () => {
  const names = ["a", "b", "c"];

  test("each get their own", async () => {
    const uploads = await sent(
      names,
      names.map((name) => file(name)),
    );
    expect(await outcomeOf(() => read(filesOf(pick(uploads, 0), large)))).toBe("a.txt");
    expect(await outcomeOf(() => read(filesOf(pick(uploads, 1, 2), large)))).toBe("b.txt c.txt");
  });

  test("get theirs although one before did not read its own, or not to its end", async () => {
    const long = names.map((name) => file(name, name.repeat(200_000)));
    const uploads = await sent(names, long, 5_000);
    for await (const { bytes } of filesOf(pick(uploads, 0), large)) {
      for await (const chunk of bytes) {
        expect(chunk.byteLength).toBeGreaterThan(0);
        break;
      }
      break;
    }
    expect(await outcomeOf(() => read(filesOf(pick(uploads, 2), large)))).toBe("c.txt");
    expect(await outcomeOf(() => read(filesOf(pick(uploads, 1), large)))).toMatch(/^File "b" came before/);
  });

  test("get theirs although one before does not tell that it reads no more, which cannot read on then", async () => {
    const uploads = await sent(["a", "b"], [file("a", "a".repeat(300_000)), file("b")], 5_000);
    for await (const { bytes } of filesOf(pick(uploads, 0), large)) {
      const reading = bytes[Symbol.asyncIterator]();
      expect((await reading.next()).done).toBe(false);
      expect(await outcomeOf(() => read(filesOf(pick(uploads, 1), large)))).toBe("b.txt");
      await expect(reading.next()).rejects.toThrow("A file was read after the one behind it");
      break;
    }
  });

  test("get theirs although that of one before was refused", async () => {
    const uploads = await sent(["a", "b"], [file("a", "a".repeat(300_000)), file("b")], 5_000);
    expect(await outcomeOf(() => read(filesOf(pick(uploads, 0), { mostBytes: 10 })))).toMatch(
      /larger than 10/,
    );
    expect(await outcomeOf(() => read(filesOf(pick(uploads, 1), large)))).toBe("b.txt");
  });

  test("learn that files come in another order than that in which they are used", async () => {
    const uploads = await sent(["a", "b"], [file("b"), file("a")]);
    expect(await outcomeOf(() => read(filesOf(pick(uploads, 0), large)))).toBe("a.txt");
    expect(await outcomeOf(() => read(filesOf(pick(uploads, 1), large)))).toBe(
      'File "b" came before the field that uses it was run; send files in the order in which the operation\'s fields use them.',
    );
  });

  test("of one write, asked for together, learn it as well", async () => {
    const uploads = await sent(["a", "b"], [file("b"), file("a")]);
    const [first, second] = [filesOf(pick(uploads, 0), large), filesOf(pick(uploads, 1), large)];
    expect(await outcomeOf(() => read(first))).toBe("a.txt");
    expect(await outcomeOf(() => read(second))).toMatch(/^File "b" came before/);
  });

  test("cannot use the same file, nor can one use it twice", async () => {
    const uploads = await sent(["a"], [file("a")]);
    const twice = 'File "a" is used twice; send it once for each.';
    expect(await outcomeOf(() => read(filesOf([...uploads, ...uploads], large)))).toBe(twice);
    expect(await outcomeOf(() => read(filesOf(uploads, large)))).toBe(twice);
  });
});

test("no more is read than is asked for", async () => {
  const chunk = Buffer.alloc(16_384, "x");
  const parts = [...fieldsFor(["a"]), file("a", "")];
  const form = formBody(parts);
  let sentBytes = 0;
  function* endless() {
    yield form.subarray(0, form.lastIndexOf("\r\n--edge--"));
    for (;;) {
      sentBytes += chunk.length;
      yield chunk;
    }
  }
  const source = Readable.from(endless(), { objectMode: false, highWaterMark: 16_384 });
  const uploads = await uploadsIn(source);
  for await (const { bytes } of filesOf(uploads, { mostBytes: 1_000_000_000 })) {
    let readBytes = 0;
    for await (const part of bytes) {
      readBytes += part.byteLength;
      // However much was read, what waits is less than a few chunks.
      await new Promise((resolve) => setImmediate(resolve));
      expect(sentBytes - readBytes).toBeLessThan(200_000);
      if (readBytes > 5_000_000) break;
    }
    break;
  }
  source.destroy();
  expect(sentBytes).toBeGreaterThan(5_000_000);
});
