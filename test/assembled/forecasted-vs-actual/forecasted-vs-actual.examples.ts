import { groupId } from "../../../src/sandbox/data/ids.ts";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import type { NounExamples } from "../../support/examples.ts";

const day = `{ start: "2026-03-04T00:00:00Z", end: "2026-03-05T00:00:00Z" }`;
const narrowed = `queue: "${groupId("queue/Orders")}", site: "${groupId("site/Amsterdam")}", schedule: "${showcase.draftScheduleId}"`;

/** Forecasts beside what came. */
export const examples: NounExamples = {
  arguments: () => ({
    Query: {
      forecastedVsActuals: [
        `(window: ${day}, channel: CHAT, intervalMinutes: 30, ${narrowed})`,
        `(window: ${day}, channel: EMAIL, intervalMinutes: 60, first: 0)`,
        `(window: ${day}, channel: CHAT, intervalMinutes: 60, first: 5)`,
      ],
    },
  }),
};
