import { describe, expect, test } from "vitest";
import { problemsOf, readConfig } from "./problems.ts";

describe("a subgraph", () => {
  test("is what the gateway is not unless a setting says so", () => {
    expect(readConfig({}).subgraph).toBeUndefined();
    expect(readConfig({ SUBGRAPH: "false" }).subgraph).toBeUndefined();
  });

  test("has node and no prefix by default", () => {
    expect(readConfig({ SUBGRAPH: "true" }).subgraph).toEqual({ hasNode: true, prefix: "" });
    expect(
      readConfig({ SUBGRAPH: "true", SUBGRAPH_NODE: "false", SUBGRAPH_PREFIX: "Support" }).subgraph,
    ).toEqual({ hasNode: false, prefix: "Support" });
  });

  test.each(["support", "Support_", "_Support", "1A", "Sup port", "A".repeat(31)])(
    "takes no prefix %s",
    (prefix) => {
      expect(problemsOf({ SUBGRAPH: "true", SUBGRAPH_PREFIX: prefix })).toEqual([
        "SUBGRAPH_PREFIX is no prefix such as Support: letters and digits, a capital first.",
      ]);
    },
  );

  test.each([{}, { SUBGRAPH: "false" }])("is told where it is missing for what shapes it", (env) => {
    expect(problemsOf({ ...env, SUBGRAPH_NODE: "false", SUBGRAPH_PREFIX: "Support" })).toEqual([
      "SUBGRAPH_NODE is set, which is of no use without SUBGRAPH; set SUBGRAPH to true.",
      "SUBGRAPH_PREFIX is set, which is of no use without SUBGRAPH; set SUBGRAPH to true.",
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
