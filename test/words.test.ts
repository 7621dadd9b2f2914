import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const root = new URL("../", import.meta.url);

const filesBelow = (folder: string): string[] =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" })
    .map((file) => `${folder}${file}`)
    .filter((file) => /\.(ts|graphql|md)$/.test(file) && !file.startsWith("src/generated/"))
    // Operations are in the words of the front ends that send them.
    .filter((file) => !file.startsWith("src/client/operations/"));

const texts = [
  ...["src/", "schema/", "scripts/", "docs/", "decisions/", "soak/", "bench/", "test/web1on1/"].flatMap(
    filesBelow,
  ),
  ...["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"],
];

/** Where a pattern stands, as `file:line`. */
const placesOf = (pattern: RegExp): string[] =>
  texts.flatMap((file) =>
    readFileSync(new URL(file, root), "utf8")
      .split("\n")
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
  );

test("texts name who or what acts: a client, an operation, a system", () => {
  expect(placesOf(/\b(whoever|no one|nobody(?!(\.known)?@)|somebody|anybody)\b/i)).toEqual([]);
});

test("no text speaks of everybody", () => {
  expect(placesOf(/\beverybody\b/i)).toEqual([]);
});

test("texts say cached or read where something need not be read again", () => {
  expect(placesOf(/\bat hand\b/i)).toEqual([]);
});

test("a docstring begins with its subject", () => {
  expect(placesOf(/^\s*(\/\*\*|\*) What\b/)).toEqual([]);
});

test("a docstring of a maker names the thing that is made", () => {
  expect(placesOf(/\bMakes what\b/)).toEqual([]);
});

test("a description in the schema begins with its subject", () => {
  const wrong = filesBelow("schema/").flatMap((file) => {
    const text = readFileSync(new URL(file, root), "utf8");
    return [...text.matchAll(/"\s*(What|Who)\b.*/g)].map(([found]) => `${file} ${found}`);
  });
  expect(wrong).toEqual([]);
});
