import { forecastTotalId, groupId } from "../../../src/sandbox/data/ids.ts";
import { idsOf, type NounExamples, windowOf } from "../../support/examples.ts";
import { unknownUuid } from "../keys.ts";

const today = forecastTotalId("returns today");
const queueId = groupId("queue/Billing");

/** Forecast totals. */
export const examples: NounExamples = {
  arguments: () => ({
    Query: {
      forecastTotal: [`(id: "${today}")`],
      forecastTotals: [
        `(window: ${windowOf(-1, 20)}, first: 10)`,
        `(window: ${windowOf(0, 1)}, channel: CHAT, queue: "${queueId}", valueType: CONTACTS)`,
      ],
    },
    Mutation: {
      createForecastTotals: ["REFUSE", "OVERWRITE"].map(
        (policy) =>
          `(input: { forecastTotals: [{ window: ${windowOf(40, 1)}, channel: PHONE, queueId: "${queueId}", value: 12.5 }], onConflict: ${policy} })`,
      ),
      deleteForecastTotal: [`(id: "${forecastTotalId("e-mail next week")}")`],
    },
  }),
  nodes: [
    {
      system: "assembled",
      type: "ForecastTotal",
      // Lists want a window.
      listed: () => [],
      unlisted: ({ assembled }) => idsOf(assembled.forecastTotals),
      asked: () => [today],
      point: (id) => `/v0/forecasts/totals/${id}`,
      unknownId: unknownUuid,
    },
  ],
};
