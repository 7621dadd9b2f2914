import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { type NounExamples, quoted } from "../../support/examples.ts";
import { collectionNode } from "../collection-example.ts";

const { shiftTypeId } = showcase;

/** Activity types. */
export const examples: NounExamples = {
  arguments: ({ assembled: { activityTypes } }) => ({
    Query: { activityType: [`(id: "${shiftTypeId}")`] },
    Mutation: {
      createActivityType: [`(input: { name: "Coaching", channels: [CHAT], productive: true })`],
      deleteActivityType: [`(id: ${quoted(activityTypes.at(-1)?.id)})`],
    },
  }),
  nodes: [collectionNode("ActivityType", "activityTypes", "/v0/activity_types", () => [shiftTypeId])],
};
