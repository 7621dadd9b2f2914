import { requirementTypeId } from "../../../src/sandbox/data/ids.ts";
import { type NounExamples, windowOf } from "../../support/examples.ts";

const typeId = requirementTypeId("On shift");
const hour = (from: number) => `{ start: "2026-04-04T${from}:00:00Z", end: "2026-04-04T${from + 1}:00:00Z" }`;

/** Requirements. */
export const examples: NounExamples = {
  arguments: () => ({
    Query: {
      requirements: [
        `(window: ${windowOf(0, 1)}, types: [])`,
        `(window: ${windowOf(-20, 90)}, first: 3)`,
        `(window: ${windowOf(-1, 2)}, types: ["${typeId}"])`,
      ],
    },
    Mutation: {
      setRequirements: [
        `(input: { requirements: [${[10, 11]
          .map((from) => `{ typeId: "${typeId}", window: ${hour(from)}, required: 4.5 }`)
          .join(", ")}] })`,
      ],
    },
  }),
};
