import { badInput } from "../../errors.ts";
import type { NewForecastTotalInput, QueryForecastTotalsArgs } from "../../generated/resolvers.ts";
import { optionalSourceIdOf } from "../../resolving/ids.ts";
import { checkFilled } from "../../resolving/input.ts";
import { longestReadDays, longestWriteDays, windowSeconds } from "../../resolving/time.ts";
import { allowedChannel, forecastChannels } from "../channels.ts";
import { queueKind } from "../group/loaders.ts";
import { overlap } from "../spans.ts";
import type { ForecastTotalsQuery, NewForecastTotalBody } from "./endpoints.ts";

/** The unit where none is named (assembled-v0.txt:1825). */
export const defaultValueType = "contacts";

/** @throws BAD_USER_INPUT for a channel that is not forecast, too. */
export const totalsQuery = ({
  window,
  channel,
  queue,
  valueType,
}: QueryForecastTotalsArgs): ForecastTotalsQuery => ({
  ...windowSeconds(window, longestReadDays),
  channel: allowedChannel(channel, forecastChannels, "channel") ?? undefined,
  queue: optionalSourceIdOf(queueKind, queue),
  value_type: valueType ?? undefined,
});

/** Whether two totals are of one channel, queue and unit. */
export const areOfOneKind = (one: NewForecastTotalBody, other: NewForecastTotalBody): boolean =>
  one.channel === other.channel && one.queue === other.queue && one.value_type === other.value_type;

/**
 * Totals to create, in the words of the upstream.
 * @throws BAD_USER_INPUT for none, too many, a channel that is not forecast, a value below 0, and two that overlap.
 */
export function newTotals(inputs: readonly NewForecastTotalInput[]): NewForecastTotalBody[] {
  checkFilled(inputs, "forecastTotals");
  const bodies = inputs.map(newTotal);
  for (const [at, body] of bodies.entries()) {
    const other = bodies.findIndex(
      (each) => each !== body && areOfOneKind(each, body) && overlap(each, body),
    );
    if (other >= 0) throw badInput(`forecastTotals[${at}] and forecastTotals[${other}] overlap.`);
  }
  return bodies;
}

function newTotal({ window, channel, queueId, value, valueType }: NewForecastTotalInput, at: number) {
  const place = `forecastTotals[${at}]`;
  if (value < 0) throw badInput(`${place}.value is ${value}; it cannot be below 0.`);
  return {
    ...windowSeconds(window, longestWriteDays),
    channel: allowedChannel(channel, forecastChannels, `${place}.channel`),
    queue: optionalSourceIdOf(queueKind, queueId) ?? null,
    value,
    value_type: valueType ?? defaultValueType,
  };
}
