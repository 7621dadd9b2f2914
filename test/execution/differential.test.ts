import { expect, test } from "vitest";
import { compareExecutors } from "./differential.ts";

test("the compiled executor answers, fails and calls resolvers as graphql-js does, letter by letter", async () => {
  const seen = await compareExecutors(500);
  const kinds = [
    "equal",
    "with errors",
    "with several errors",
    "with wrong variables",
    "query",
    "mutation",
    "with conditions by variables",
    "with named fragments",
    "with inline fragments",
  ];
  // Whatever is generated, each kind must have been compared.
  expect(kinds.filter((kind) => (seen[kind] ?? 0) < 5)).toEqual([]);
  expect(seen.equal).toBeGreaterThan(300);
}, 60_000);
