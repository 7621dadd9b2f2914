import { groupId } from "../../../src/sandbox/data/ids.ts";
import { type NounExamples, windowOf } from "../../support/examples.ts";

/** Forecasts. */
export const examples: NounExamples = {
  arguments: () => ({
    Query: {
      forecasts: [
        `(window: ${windowOf(0, 1)}, channel: EMAIL)`,
        `(window: ${windowOf(-2, 4)}, channel: CHAT, queue: "${groupId("queue/Orders")}", first: 10)`,
      ],
    },
  }),
};
