import fc from "fast-check";
import { expect, test } from "vitest";
import { sizeOfImage } from "../../src/sandbox/image-header.ts";
import { sizeReader } from "../../src/uploads/image-size.ts";
import { type ImageType, imageTypeOf } from "../../src/uploads/image-type.ts";
import { gif, jpeg, png, segment } from "./images.ts";

/** Reads an image in pieces; the answer to each is kept. */
function readIn(bytes: Buffer, sizes: readonly number[], type = imageTypeOf(bytes) as ImageType) {
  const read = sizeReader(type);
  const answers: ReturnType<typeof read>[] = [];
  for (let at = 0, piece = 0; at < bytes.length; piece += 1) {
    const length = sizes[piece % sizes.length] ?? bytes.length;
    answers.push(read(bytes.subarray(at, at + length)));
    at += length;
  }
  return answers;
}

const pieces = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 });
const side = fc.integer({ min: 0, max: 65_535 });
/** APP0 to APP15, tables and comments. */
const other = fc
  .tuple(
    fc.constantFrom(0xc4, 0xc8, 0xcc, 0xdb, 0xdd, 0xe0, 0xe1, 0xed, 0xef, 0xfe),
    fc.uint8Array({ maxLength: 300 }),
    fc.nat(3),
  )
  .map(([code, content, fillBytes]) => segment(code, content, fillBytes));
const bare = fc.constantFrom(0x01, 0xd0, 0xd7).map((code) => Buffer.of(0xff, code));
const frame = fc.constantFrom(0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc7, 0xc9, 0xcf);

const image = fc.tuple(side, side).chain(([width, height]) =>
  fc
    .oneof(
      fc.constant(png(width, height)),
      fc.constantFrom("GIF87a", "GIF89a").map((version) => gif(width, height, version)),
      fc
        .tuple(fc.array(fc.oneof(other, bare), { maxLength: 12 }), frame)
        .map(([before, code]) => jpeg(width, height, before, code)),
    )
    .map((bytes) => ({ bytes, size: { width, height } })),
);

test("the size of an image is read from its header, in whatever pieces it comes, and told from then on", () => {
  fc.assert(
    fc.property(image, pieces, ({ bytes, size }, sizes) => {
      const answers = readIn(bytes, sizes);
      const known = answers.indexOf(answers.find(Boolean));
      expect(answers.slice(0, known)).toEqual(Array(known).fill(undefined));
      expect(answers.slice(known)).toEqual(Array(answers.length - known).fill(size));
      expect(sizeOfImage(bytes)).toEqual(size);
    }),
  );
});

test("a header that is cut has no size", () => {
  fc.assert(
    fc.property(image, fc.double({ min: 0, max: 1, maxExcluded: true }), ({ bytes, size }, share) => {
      const cut = bytes.subarray(0, Math.max(3, Math.floor(bytes.length * share)));
      const last = readIn(cut, [cut.length], imageTypeOf(bytes)).at(-1);
      expect([undefined, size]).toContainEqual(last);
      expect(last).toEqual(sizeOfImage(cut));
    }),
  );
});

test("whatever follows a signature ends in a size, in none, or in nothing yet", () => {
  const start = fc.constantFrom(
    png(1, 1).subarray(0, 8),
    gif(1, 1).subarray(0, 6),
    Buffer.of(0xff, 0xd8, 0xff),
  );
  const rest = fc.uint8Array({ maxLength: 200, size: "max" });
  fc.assert(
    fc.property(start, rest, pieces, (head, tail, sizes) => {
      const bytes = Buffer.concat([head, tail]);
      const whole = readIn(bytes, [bytes.length]).at(-1);
      expect(readIn(bytes, sizes).at(-1)).toEqual(whole);
      if (typeof whole === "object") expect(whole).toEqual(sizeOfImage(bytes));
    }),
    { numRuns: 500 },
  );
});

test.each([
  ["pixels before a frame", Buffer.from("ffd8ffda0004", "hex")],
  ["an end before a frame", Buffer.from("ffd8ffd9", "hex")],
  ["a second start", Buffer.from("ffd8ffd8", "hex")],
  ["a segment shorter than its length", Buffer.from("ffd8ffe00001", "hex")],
  ["what is no marker", Buffer.from("ffd8ffe0000200", "hex")],
  ["a marker that is reserved", Buffer.from("ffd8ff02", "hex")],
  ["another chunk first", Buffer.concat([png(9, 9).subarray(0, 12), Buffer.from("CgBI"), png(9, 9)])],
])("an image with %s has no size", (_, bytes) => {
  expect(readIn(bytes, [bytes.length]).at(-1)).toBe("none");
});

test("a type whose header is not read has no size", () => {
  expect(sizeReader("image/webp")(Buffer.from("RIFF"))).toBe("none");
});

test("a frame behind megabytes of other segments is found", () => {
  const profile = segment(0xe2, Buffer.alloc(65_533, 0xff));
  const bytes = jpeg(
    640,
    480,
    Array.from({ length: 40 }, () => profile),
  );
  expect(bytes.length).toBeGreaterThan(2_500_000);
  expect(readIn(bytes, [65_536]).at(-1)).toEqual({ width: 640, height: 480 });
});
