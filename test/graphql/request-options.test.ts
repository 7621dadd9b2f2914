import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultRequestOptions, readRequestOptions } from "../../src/graphql/request-options.ts";
import { cacheDefault, noCache } from "../../src/rest/cache-policy.ts";

const forever = Number.POSITIVE_INFINITY;

describe("Cache-Control", () => {
  test.each([
    ["", cacheDefault],
    ["public", cacheDefault],
    ["no-cache", noCache],
    ["NO-STORE", noCache],
    ["max-age=0", noCache],
    ["max-age=-5", cacheDefault],
    ["max-age=soon", cacheDefault],
    ["max-age=60", { stale: true, maxAgeMs: 60_000 }],
    [' foo="a" , Max-Age="60" ,', { stale: true, maxAgeMs: 60_000 }],
    ["max-stale", cacheDefault],
    ["max-stale=0", { stale: false, maxAgeMs: forever }],
    ["max-stale=0, max-age=5", { stale: false, maxAgeMs: 5_000 }],
    ["max-age=5, no-cache", noCache],
  ])("%j", (control, accepts) => {
    expect(readRequestOptions({ "cache-control": control })).toEqual({ accepts, explains: "nothing" });
  });

  test("takes any text for something", () => {
    fc.assert(
      fc.property(fc.string(), (control) => {
        const { accepts } = readRequestOptions({ "cache-control": control });
        expect(accepts.maxAgeMs).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("X-Explain", () => {
  test.each([
    ["0", "nothing"],
    ["1", "calls"],
    ["plan", "plan"],
  ])("%s", (explain, explains) => {
    expect(readRequestOptions({ "x-explain": explain })).toEqual({ accepts: cacheDefault, explains });
  });

  test("is refused when it is anything else, twice the same included", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!["0", "1", "plan"].includes(text));
        expect(() => readRequestOptions({ "x-explain": text })).toThrow("X-Explain is 1");
      }),
    );
    for (const explain of ["", "true", "PLAN", "1, 1", ["1", "1"]]) {
      expect(() => readRequestOptions({ "x-explain": explain })).toThrow("X-Explain is 1");
    }
  });
});

test("a request without either asks nothing, and is known by that", () => {
  expect(readRequestOptions({ accept: "application/json" })).toBe(defaultRequestOptions);
});
