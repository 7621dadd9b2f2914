import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createKey, digestOf, isWholeKey } from "../../src/auth/client-key.ts";

test("a key is 32 random bytes behind a prefix, and none is made twice", () => {
  const keys = Array.from({ length: 1_000 }, createKey);
  expect(new Set(keys).size).toBe(1_000);
  for (const key of keys) {
    expect(key).toMatch(/^trib_[\w-]{49}$/);
    expect(Buffer.from(key.slice(5, 48), "base64url")).toHaveLength(32);
    expect(isWholeKey(key)).toBe(true);
  }
});

test("a key with any one character changed, left out or added is not whole", () => {
  const character = fc.constantFrom(..."abcXYZ019_-");
  fc.assert(
    fc.property(fc.nat(53), character, (at, other) => {
      const key = createKey();
      const [before, after] = [key.slice(0, at), key.slice(at + 1)];
      if (key[at] !== other) expect(isWholeKey(`${before}${other}${after}`)).toBe(false);
      expect(isWholeKey(`${before}${after}`)).toBe(false);
      expect(isWholeKey(`${before}${other}${key.slice(at)}`)).toBe(false);
    }),
  );
});

test("no key is whole in other letter case", () => {
  const keys = Array.from({ length: 100 }, createKey);
  expect(keys.filter((key) => isWholeKey(key.toLowerCase()) || isWholeKey(key.toUpperCase()))).toEqual([]);
});

test("the digest is the SHA-256 of the text, as sha256sum prints it", () => {
  const key = createKey();
  expect(digestOf(key)).toBe(createHash("sha256").update(key).digest("hex"));
});
