import { expect, test } from "vitest";
import { namesAmong } from "../../src/config/parsers.ts";

const parse = namesAmong(["filters", "anyOf", "sort"]);

test.each([
  ["filters", "filters"],
  [" sort , filters", "sort,filters"],
  ["none", "none"],
])("%j names %j", (text, value) => {
  expect(parse(text)).toEqual({ value });
});

test.each(["", ",", "Filters", "filters,other", "none,filters"])("%j is refused", (text) => {
  expect(parse(text)).toEqual({
    problems: ["names something else than filters, anyOf, sort or none"],
  });
});
