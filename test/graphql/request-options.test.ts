import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { askedBy, askedNothing } from "../../src/graphql/request-options.ts";
import { acceptKept, acceptNew } from "../../src/rest/freshness.ts";

const forever = Number.POSITIVE_INFINITY;

describe("Cache-Control", () => {
  test.each([
    ["", acceptKept],
    ["public", acceptKept],
    ["no-cache", acceptNew],
    ["NO-STORE", acceptNew],
    ["max-age=0", acceptNew],
    ["max-age=-5", acceptKept],
    ["max-age=soon", acceptKept],
    ["max-age=60", { stale: true, maxAgeMs: 60_000 }],
    [' foo="a" , Max-Age="60" ,', { stale: true, maxAgeMs: 60_000 }],
    ["max-stale", acceptKept],
    ["max-stale=0", { stale: false, maxAgeMs: forever }],
    ["max-stale=0, max-age=5", { stale: false, maxAgeMs: 5_000 }],
    ["max-age=5, no-cache", acceptNew],
  ])("%j", (control, accepts) => {
    expect(askedBy({ "cache-control": control })).toEqual({ accepts, explains: "nothing" });
  });

  test("takes any text for something", () => {
    fc.assert(
      fc.property(fc.string(), (control) => {
        const { accepts } = askedBy({ "cache-control": control });
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
    expect(askedBy({ "x-explain": explain })).toEqual({ accepts: acceptKept, explains });
  });

  test("is refused when it is anything else, twice the same included", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!["0", "1", "plan"].includes(text));
        expect(() => askedBy({ "x-explain": text })).toThrow("X-Explain is 1");
      }),
    );
    for (const explain of ["", "true", "PLAN", "1, 1", ["1", "1"]]) {
      expect(() => askedBy({ "x-explain": explain })).toThrow("X-Explain is 1");
    }
  });
});

test("a request without either asks nothing, and is known by that", () => {
  expect(askedBy({ accept: "application/json" })).toBe(askedNothing);
});
