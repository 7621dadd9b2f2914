import * as fc from "fast-check";
import { expect, test } from "vitest";
import { titleOf } from "../../../src/assembly/interaction/title.ts";
import { isFilled } from "../../../src/resolving/input.ts";

test.each([
  ["Where is my parcel?", "Where is my parcel?"],
  ["\n  Where is my parcel?  \nI have waited for a week.", "Where is my parcel?"],
  ["\u200b\u2060\ufeff\r\n\tHello", "Hello"],
  [`${"word ".repeat(16)}more`, "word ".repeat(16).trimEnd()],
  [`${"word ".repeat(15)}seven`, `${"word ".repeat(15)}seven`],
  [`${"word ".repeat(15)}sevens`, "word ".repeat(15).trimEnd()],
  ["x".repeat(200), "x".repeat(80)],
  [`${"x".repeat(79)}😀 and more`, "x".repeat(79)],
])("the title of %j", (query, title) => {
  expect(titleOf(query)).toBe(title);
});

const blank = fc.constantFrom(
  " ",
  "\t",
  "\n",
  "\r\n",
  "\u2028",
  "\u00a0",
  "\u200b",
  "\u200d",
  "\ufeff",
  "\u0000",
);
const word = fc.string({ unit: "grapheme", maxLength: 100 });
const query = fc.array(fc.oneof(blank, word), { maxLength: 40 }).map((parts) => parts.join(""));

test("a title is part of the query, can be seen, is short and on one line, and ends where a word ends", () => {
  fc.assert(
    fc.property(query.filter(isFilled), (text) => {
      const title = titleOf(text);
      expect(isFilled(title)).toBe(true);
      expect(title.length).toBeLessThanOrEqual(80);
      expect(title).not.toMatch(/[\n\v\f\r\u0085\u2028\u2029]|^\s|\s$|[\ud800-\udbff]$/);
      const [before = ""] = text.split(title, 1);
      expect(isFilled(before)).toBe(false);
      const isWord = !/\s/.test(title) && title.length >= 79;
      expect(isWord || /^(?:\s|$)/.test(text.slice(before.length + title.length))).toBe(true);
    }),
  );
});

test("what shows nothing is not filled, whatever it is made of", () => {
  fc.assert(
    fc.property(fc.array(blank), (parts) => {
      expect(isFilled(parts.join(""))).toBe(false);
    }),
  );
});
