import { type ErrorCode, GatewayError } from "../../errors.ts";
import type { CallOnce } from "../../rest/call.ts";
import { idIn, textIn } from "../../rest/row-values.ts";
import { overlap, type Span } from "../spans.ts";
import { type ForecastTotalJson, forecastTotals, type NewForecastTotalBody } from "./endpoints.ts";
import { areOfOneKind, defaultValueType } from "./input.ts";

/** Ids that a message names. */
const mostNamed = 5;

/** Codes with which a create of totals is refused, not all of which say why in words that are documented. */
export const refusals: ReadonlySet<ErrorCode> = new Set(["UPSTREAM_REJECTED", "CONFLICT"]);

/**
 * The error that names the totals in the way of new ones; undefined when there are none.
 * @param call reads what there is now.
 */
export async function conflictOf(
  bodies: readonly NewForecastTotalBody[],
  overwrite: boolean,
  call: CallOnce,
): Promise<GatewayError | undefined> {
  const isInTheWay = (total: NewForecastTotalBody) =>
    bodies.some(
      (body) => areOfOneKind(body, total) && overlap(body, total) && !(overwrite && haveOneSpan(body, total)),
    );
  const totals = await totalsAround(bodies, call);
  const ids = totals.flatMap((total) => (isInTheWay(comparable(total)) ? [textIn(total.id) ?? ""] : []));
  if (ids.length === 0) return undefined;
  const more = ids.length > mostNamed ? ` and ${ids.length - mostNamed} more` : "";
  const message = `Forecast totals overlap: ${ids.slice(0, mostNamed).join(", ")}${more}. Nothing was written.`;
  return new GatewayError("CONFLICT", message, { system: "assembled" });
}

/** All totals of the time that new ones are for. */
export const totalsAround = (
  bodies: readonly NewForecastTotalBody[],
  call: CallOnce,
): Promise<readonly ForecastTotalJson[]> =>
  call(forecastTotals.list, {
    query: {
      start_time: Math.min(...bodies.map(({ start_time }) => start_time)),
      end_time: Math.max(...bodies.map(({ end_time }) => end_time)),
    },
  });

/** A total in the form of those that are sent. */
export const comparable = (total: ForecastTotalJson): NewForecastTotalBody => ({
  ...total,
  queue: idIn(total.queue) ?? null,
  value_type: total.value_type || defaultValueType,
});

/** Whether two totals are for the same time. */
export const haveOneSpan = (one: Span, other: Span): boolean =>
  one.start_time === other.start_time && one.end_time === other.end_time;
