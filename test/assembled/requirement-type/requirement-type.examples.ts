import { requirementTypeId } from "../../../src/sandbox/data/ids.ts";
import type { NounExamples } from "../../support/examples.ts";
import { collectionNode } from "../collection-example.ts";

const id = requirementTypeId("On shift");

/** Requirement types. */
export const examples: NounExamples = {
  arguments: () => ({ Query: { requirementType: [`(id: "${id}")`] } }),
  nodes: [collectionNode("RequirementType", "requirementTypes", "/v0/requirement_types", () => [id])],
};
