import fc from "fast-check";
import { expect, test } from "vitest";
import { utf8Bytes } from "../../src/server/utf8-bytes.ts";

test("the bytes of a text are its own and stay as they are, however many are written behind them", () => {
  const part = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("\ud800", "é", "漢", "😀"));
  const text = fc.tuple(part, fc.nat({ max: 9_000 })).map(([some, times]) => some.repeat(times));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 40 }), (texts) => {
      const written = texts.map(utf8Bytes);
      expect(written.every((bytes, at) => bytes.equals(Buffer.from(texts[at] ?? "")))).toBe(true);
    }),
    { numRuns: 30 },
  );
});
