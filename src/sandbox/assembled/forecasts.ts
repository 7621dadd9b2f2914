import type { forecasts as endpoints } from "../../assembled/forecast/endpoints.ts";
import type { VerbHandlers } from "../emulator.ts";
import { queryWindow } from "./activity-window.ts";
import { forecastChannels, forecaster, intervalsOf, linesOf, rounded } from "./demand.ts";
import { channelIn, queueIn } from "./forecast-query.ts";
import type { AssembledState } from "./state.ts";

/** Seconds of an interval that is forecast. */
export const forecastIntervalSeconds = 1_800;

/** Answers the route of forecasts (assembled-v0.txt:1770-1801): unpaged, of every queue unless one is named. */
export function createForecastHandlers(state: AssembledState): VerbHandlers<typeof endpoints> {
  return {
    list: ({ query }) => {
      const intervals = intervalsOf(queryWindow(query), forecastIntervalSeconds);
      const channel = channelIn(query, forecastChannels);
      const queue = queueIn(query, state);
      const forecast = forecaster(state);
      const lines = linesOf(channel, state).filter((line) => queue === undefined || line.queue === queue);
      const forecasts = lines.flatMap((line) =>
        intervals.map((span) => ({ ...span, ...line, value: rounded(forecast(line, span)) })),
      );
      return { status: 200, body: { forecasts } };
    },
  };
}
