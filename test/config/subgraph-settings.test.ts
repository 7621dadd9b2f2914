import { describe, expect, test } from "vitest";
import { problemsOf, readConfig } from "./problems.ts";

describe("a subgraph", () => {
  test("is what the gateway is not unless a setting says so", () => {
    expect(readConfig({}).subgraph).toBeUndefined();
    expect(readConfig({ SUBGRAPH: "false" }).subgraph).toBeUndefined();
  });

  test("has node and no prefix by default", () => {
    expect(readConfig({ SUBGRAPH: "true" }).subgraph).toEqual({
      hasNode: true,
      prefix: "",
      fieldPrefix: "",
    });
    expect(
      readConfig({
        SUBGRAPH: "true",
        SUBGRAPH_NODE: "false",
        SUBGRAPH_PREFIX: "Support",
        SUBGRAPH_FIELD_PREFIX: "support",
      }).subgraph,
    ).toEqual({ hasNode: false, prefix: "Support", fieldPrefix: "support" });
  });

  test.each(["support", "Support_", "_Support", "1A", "Sup port", "A".repeat(31)])(
    "takes no prefix %s",
    (prefix) => {
      expect(problemsOf({ SUBGRAPH: "true", SUBGRAPH_PREFIX: prefix })).toEqual([
        "SUBGRAPH_PREFIX is no prefix such as Support: letters and digits, a capital first.",
      ]);
    },
  );

  test.each(["Support", "support_", "_support", "1a"])("takes no prefix of fields %s", (prefix) => {
    expect(problemsOf({ SUBGRAPH: "true", SUBGRAPH_FIELD_PREFIX: prefix })).toEqual([
      "SUBGRAPH_FIELD_PREFIX is no prefix such as support: letters and digits, a small letter first.",
    ]);
  });

  test.each([{}, { SUBGRAPH: "false" }])("is told where it is missing for what shapes it", (env) => {
    const shaped = { SUBGRAPH_NODE: "false", SUBGRAPH_PREFIX: "Support", SUBGRAPH_FIELD_PREFIX: "support" };
    expect(problemsOf({ ...env, ...shaped })).toEqual([
      "SUBGRAPH_NODE is set, which is of no use without SUBGRAPH; set SUBGRAPH to true.",
      "SUBGRAPH_PREFIX is set, which is of no use without SUBGRAPH; set SUBGRAPH to true.",
      "SUBGRAPH_FIELD_PREFIX is set, which is of no use without SUBGRAPH; set SUBGRAPH to true.",
    ]);
  });

  test("runs the documents that routers write", () => {
    const documents = { SUBGRAPH: "true", DOCUMENTS_FILE: "documents.json" };
    expect(problemsOf({ ...documents, DOCUMENTS: "only" })).toEqual([
      expect.stringMatching(/^DOCUMENTS is only/),
    ]);
    expect(problemsOf({ ...documents, DOCUMENTS: "prefer" })).toEqual([]);
  });
});
