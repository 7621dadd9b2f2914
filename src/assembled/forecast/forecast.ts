import { callsOf } from "../../estimate/field-cost.ts";
import { ref } from "../../fields/reference.ts";
import type { ForecastResolvers, QueryForecastsArgs, QueryResolvers } from "../../generated/resolvers.ts";
import { optionalSourceIdOf } from "../../resolving/ids.ts";
import type { Noun } from "../../resolving/noun.ts";
import { longestReadDays, windowSeconds } from "../../resolving/time.ts";
import { idIn } from "../../rest/row-values.ts";
import { allowedChannel, forecastChannels } from "../channels.ts";
import { queueById, queueKind } from "../group/loaders.ts";
import { windowPage } from "../window-page.ts";
import { type ForecastJson, type ForecastsQuery, forecasts } from "./endpoints.ts";

/** @throws BAD_USER_INPUT for a channel that is not forecast, too. */
const forecastsQuery = ({ window, channel, queue }: QueryForecastsArgs): ForecastsQuery => ({
  ...windowSeconds(window, longestReadDays),
  channel: allowedChannel(channel, forecastChannels, "channel"),
  queue: optionalSourceIdOf(queueKind, queue),
});

const Query = {
  forecasts: windowPage({
    selectionOf: forecastsQuery,
    usesOf: () => [callsOf(forecasts.list)],
    read: (query, { call }) => call(forecasts.list, { query }),
    // One channel is asked for.
    idOf: ({ start_time, queue }) => `${start_time} ${idIn(queue) ?? ""}`,
  }),
} satisfies QueryResolvers;

const Forecast = {
  queue: ref(queueKind, queueById, ({ queue }: ForecastJson) => queue),
} satisfies ForecastResolvers;

/** Contacts that are expected, interval by interval. */
export const forecast: Noun = { endpoints: { forecasts }, resolvers: { Query, Forecast } };
