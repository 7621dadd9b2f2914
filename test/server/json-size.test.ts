import { describe, expect, test } from "vitest";
import { operationLimits } from "../../src/limits.ts";
import { refuseLargeJson } from "../../src/server/json-size.ts";
import { longestText } from "../../src/text-limits.ts";

/** Shorter texts are not looked at. */
const padding = " ".repeat(10_000);
const { jsonLevels, jsonMembers } = operationLimits;
const members = (count: number) =>
  JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, place) => [`k${place}`, place])));
const objectsOf = (count: number) => JSON.parse(members(count)) as Readonly<Record<string, number>>;
/** Ten entries are quoted where a mistake is in one. */
const rows = (count: number, each: number) => JSON.stringify({ rows: Array(count).fill(objectsOf(each)) });
const lists = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
const named = (characters: number) => JSON.stringify({ ["n".repeat(characters)]: 1 });

describe("a request may have as much JSON as any operation needs:", () => {
  test.each([
    ["levels", lists(jsonLevels), lists(jsonLevels + 1), /nests deeper than 100 levels of JSON/],
    ["members", members(jsonMembers), members(jsonMembers + 1), /holds more than 5000 members of JSON/],
    [
      "members of the first ten entries of a list",
      rows(5_000, jsonMembers / 10 - 1),
      rows(10, jsonMembers / 10),
      /holds more than 5000 members of JSON/,
    ],
    [
      "members of a map in the last entry of a list",
      JSON.stringify([...Array(20).fill(1), objectsOf(jsonMembers)]),
      JSON.stringify([...Array(20).fill(1), objectsOf(jsonMembers + 1)]),
      /holds more than 5000 members of JSON/,
    ],
    [
      "the characters of a name",
      named(longestText.name),
      named(longestText.name + 1),
      /has 256 characters; it may have 255/,
    ],
  ])("%s", (_, most, more, message) => {
    expect(() => refuseLargeJson(most + padding)).not.toThrow();
    expect(() => refuseLargeJson(more + padding)).toThrow(message);
  });
});

test.each([
  ["signs in a text", JSON.stringify(":[{\\".repeat(20_000))],
  ["a long text behind a name", JSON.stringify({ email: "a".repeat(20_000) })],
  ["a quote in a name", JSON.stringify({ [`${'"'.repeat(50)}`]: 1 }) + padding],
  ["entries of a list", JSON.stringify(Array.from({ length: 20_000 }, () => 1))],
  ["a text without an end", `{"a${padding}`],
])("%s are none of these", (_, text) => {
  expect(() => refuseLargeJson(text)).not.toThrow();
});
