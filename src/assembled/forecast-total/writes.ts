import { bulkPayload, objectsWritten } from "../../fields/bulk-payload.ts";
import { write } from "../../fields/write.ts";
import type {
  MutationCreateForecastTotalsArgs,
  MutationDeleteForecastTotalArgs,
  MutationResolvers,
} from "../../generated/resolvers.ts";
import { sourceIdOf, toGlobalId } from "../../resolving/ids.ts";
import { explainRejection } from "../explain-rejection.ts";
import { matchAllToInputs } from "../match-to-inputs.ts";
import { readMade } from "../read-made.ts";
import { comparable, conflictOf, haveOneSpan, refusals, totalsAround } from "./conflicts.ts";
import { type ForecastTotalJson, forecastTotals, type NewForecastTotalBody } from "./endpoints.ts";
import { areOfOneKind, newTotals } from "./input.ts";
import { forecastTotalKind } from "./loaders.ts";

/** Writes of forecast totals. */
export const Mutation = {
  createForecastTotals: write(
    ({ input }: MutationCreateForecastTotalsArgs) => {
      const bodies = newTotals(input.forecastTotals);
      return {
        endpoint: forecastTotals.create,
        bodies,
        overwrite: input.onConflict === "OVERWRITE",
        tells: objectsWritten.is(bodies.length),
      };
    },
    async ({ endpoint, bodies, overwrite }, { call, freshCall }) => {
      const sent = call(endpoint, { body: { overwrite, forecasts: bodies } });
      const conflict = () => conflictOf(bodies, overwrite, freshCall);
      const answered = await explainRejection(sent, conflict, refusals);
      // One that had to be sent again may be done without a word.
      const created = answered
        ? matchAllToInputs(bodies, answered, "forecast totals", isSame, isAlike)
        : matchAllToInputs(
            bodies,
            await readMade(totalsAround(bodies, freshCall), endpoint, "forecast totals"),
            "forecast totals",
            isSame,
          );
      return {
        forecastTotalIds: created.map(({ id }) => toGlobalId(forecastTotalKind, id)),
        forecastTotals: created,
      };
    },
  ),
  deleteForecastTotal: write(
    ({ id }: MutationDeleteForecastTotalArgs) => ({
      endpoint: forecastTotals.delete,
      id: sourceIdOf(forecastTotalKind, id),
    }),
    async ({ endpoint, id }, { call }) => {
      await call(endpoint, { id });
      return { deletedForecastTotalId: toGlobalId(forecastTotalKind, id) };
    },
  ),
} satisfies MutationResolvers;

/** The objects in payloads, by type. */
export const payloads = { CreateForecastTotalsPayload: bulkPayload("forecastTotals") };

type MayAnswer = (body: NewForecastTotalBody, row: ForecastTotalJson) => boolean;

/** The documented answer has another end than its request (assembled-v0.txt:1900, 1916). */
const isAlike: MayAnswer = (body, row) =>
  areOfOneKind(body, comparable(row)) && body.start_time === row.start_time;

const isSame: MayAnswer = (body, row) => areOfOneKind(body, comparable(row)) && haveOneSpan(body, row);
