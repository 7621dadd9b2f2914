import { callsOf } from "../../estimate/field-cost.ts";
import { atMost } from "../../estimate/range.ts";
import { field } from "../../fields/field.ts";
import { neverNull } from "../../fields/never-null.ts";
import { ref } from "../../fields/reference.ts";
import type {
  ForecastedVsActualResolvers,
  QueryForecastedVsActualsArgs,
  QueryResolvers,
} from "../../generated/resolvers.ts";
import type { OperationContext } from "../../graphql/context.ts";
import type { Noun } from "../../resolving/noun.ts";
import { windowPageRequest } from "../../resolving/pagination.ts";
import { idIn } from "../../rest/row-values.ts";
import { queueById, queueKind } from "../group/loaders.ts";
import { sliceOf, upstreamPage } from "../upstream-page.ts";
import { type ForecastedVsActualJson, forecastedVsActuals } from "./endpoints.ts";
import { metricsQuery } from "./input.ts";

/** All that tells a row from others of its channel and interval. */
const idOf = ({ start_time, queue }: ForecastedVsActualJson): string => `${start_time} ${idIn(queue) ?? ""}`;

const Query = {
  forecastedVsActuals: neverNull(
    field(
      (args: QueryForecastedVsActualsArgs) => {
        metricsQuery(args);
        return {
          uses: [callsOf(forecastedVsActuals.list)],
          cardinality: atMost(windowPageRequest(args).first),
        };
      },
      async (_: unknown, args: QueryForecastedVsActualsArgs, { call }: OperationContext) => {
        const request = windowPageRequest(args);
        const query = { ...metricsQuery(args), ...sliceOf(request) };
        return upstreamPage(request, await call(forecastedVsActuals.list, { query }), idOf);
      },
    ),
  ),
} satisfies QueryResolvers;

const ForecastedVsActual = {
  queue: ref(queueKind, queueById, ({ queue }: ForecastedVsActualJson) => queue),
  firstResponseTimeSeconds: ({ first_response_time: pair }) => pair,
  handleTimeSeconds: ({ handle_time: pair }) => pair,
  staffingRequired: ({ staffing_required: required }) =>
    typeof required === "number" ? { forecasted: required, actual: null } : required,
} satisfies ForecastedVsActualResolvers;

/** Metrics of intervals, forecast beside actual. */
export const forecastedVsActual: Noun = {
  endpoints: { forecastedVsActuals },
  resolvers: { Query, ForecastedVsActual },
};
