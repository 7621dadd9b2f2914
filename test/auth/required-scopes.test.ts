import fc from "fast-check";
import { expect, test } from "vitest";
import {
  allOf,
  anyOf,
  areEnough,
  implies,
  noScopes,
  type RequiredScopes,
} from "../../src/auth/required-scopes.ts";
import { type Scope, scopesOf, systemOf } from "../../src/auth/scopes.ts";

const known = scopesOf(["assembly", "web1on1"]);
const anyRequired: fc.Arbitrary<RequiredScopes> = fc.array(fc.subarray([...known]), { maxLength: 4 });
const anyScopes = fc.subarray([...known]).map((scopes): ReadonlySet<Scope> => new Set(scopes));

test("scopes are enough for all of several things if they are for each", () => {
  fc.assert(
    fc.property(fc.array(anyRequired, { maxLength: 3 }), anyScopes, (parts, scopes) => {
      expect(areEnough(scopes, allOf(parts))).toBe(parts.every((part) => areEnough(scopes, part)));
    }),
  );
});

test("scopes are enough for any of several things if they are for one", () => {
  fc.assert(
    fc.property(fc.array(anyRequired, { maxLength: 3 }), anyScopes, (parts, scopes) => {
      expect(areEnough(scopes, anyOf(parts))).toBe(parts.some((part) => areEnough(scopes, part)));
    }),
  );
});

test("one thing implies another if no scopes are enough for it alone", () => {
  const everySet = Array.from({ length: 2 ** known.length }, (_, number) =>
    known.filter((_, at) => (number >> at) & 1),
  );
  fc.assert(
    fc.property(anyRequired, anyRequired, (one, other) => {
      const isEnoughAlone = (set: readonly Scope[]) =>
        areEnough(new Set(set), one) && !areEnough(new Set(set), other);
      expect(implies(one, other)).toBe(!everySet.some(isEnoughAlone));
    }),
  );
});

test("nothing is taken where no scope is, and where there is no list nothing is enough", () => {
  expect(areEnough(new Set(), noScopes)).toBe(true);
  expect(areEnough(new Set(known), [])).toBe(false);
});

test("lists that differ in their order alone are one, and one that holds all of another stands for nothing", () => {
  expect(anyOf([[["a:read", "b:read"]], [["b:read", "a:read"]], [["c:read"]]])).toEqual([
    ["a:read", "b:read"],
    ["c:read"],
  ]);
  expect(anyOf([[["a:read", "b:read"]], [["a:read"]], [["c:read", "a:read"]]])).toEqual([["a:read"]]);
  expect(anyOf([noScopes, [["a:read"]]])).toEqual(noScopes);
});

test("the system of a scope is its first word", () => {
  expect(known.map(systemOf)).toEqual(["assembly", "assembly", "web1on1", "web1on1", "schema"]);
});
