import { showcase } from "../../../src/sandbox/data/showcase.ts";
import type { NounExamples } from "../../support/examples.ts";
import { collectionNode } from "../collection-example.ts";

const { shiftTypeId } = showcase;

/** Activity types. */
export const examples: NounExamples = {
  arguments: () => ({ Query: { activityType: [`(id: "${shiftTypeId}")`] } }),
  nodes: [collectionNode("ActivityType", "activityTypes", "/v0/activity_types", () => [shiftTypeId])],
};
