import { callsOf } from "../../estimate/field-cost.ts";
import { byId } from "../../fields/look-up.ts";
import { ref } from "../../fields/reference.ts";
import type { ForecastTotalResolvers, QueryResolvers } from "../../generated/resolvers.ts";
import { identity } from "../../resolving/node-fields.ts";
import type { Noun } from "../../resolving/noun.ts";
import { queueById, queueKind } from "../group/loaders.ts";
import { windowPage } from "../window-page.ts";
import { type ForecastTotalJson, forecastTotals } from "./endpoints.ts";
import { totalsQuery } from "./input.ts";
import { forecastTotalById, forecastTotalKind } from "./loaders.ts";
import { Mutation, payloads } from "./writes.ts";

const Query = {
  forecastTotal: byId(forecastTotalKind, forecastTotalById),
  forecastTotals: windowPage({
    selectionOf: totalsQuery,
    usesOf: () => [callsOf(forecastTotals.list)],
    read: (query, { call }) => call(forecastTotals.list, { query }),
    idOf: ({ id }) => id,
  }),
} satisfies QueryResolvers;

const ForecastTotal = {
  ...identity(forecastTotalKind),
  queue: ref(queueKind, queueById, ({ queue }: ForecastTotalJson) => queue),
  valueType: ({ value_type: type }) => type || "contacts",
} satisfies ForecastTotalResolvers;

/** Volumes that were planned for spans of any length. */
export const forecastTotal: Noun = {
  endpoints: { forecastTotals },
  loaders: { forecastTotalById },
  nodes: [{ kind: forecastTotalKind, loader: forecastTotalById }],
  resolvers: { Query, Mutation, ForecastTotal, ...payloads },
};
