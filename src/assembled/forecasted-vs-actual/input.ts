import { badInput } from "../../errors.ts";
import type { QueryForecastedVsActualsArgs } from "../../generated/resolvers.ts";
import { optionalSourceIdOf } from "../../resolving/ids.ts";
import { longestReadDays } from "../../resolving/time.ts";
import { scheduleKind } from "../activity/loaders.ts";
import { alignedWindow } from "../aligned-window.ts";
import { queueKind, siteKind } from "../group/loaders.ts";
import type { ForecastedVsActualsQuery } from "./endpoints.ts";

const longestIntervalMinutes = 1_440;

/**
 * Window, interval and filters in the words of the upstream.
 * @throws BAD_USER_INPUT for times off the interval and ids that cannot be of their kind, too.
 */
export function metricsQuery({
  window,
  channel,
  intervalMinutes,
  queue,
  site,
  schedule,
}: QueryForecastedVsActualsArgs): Omit<ForecastedVsActualsQuery, "limit" | "offset"> {
  if (intervalMinutes < 1 || intervalMinutes > longestIntervalMinutes) {
    throw badInput(`intervalMinutes is ${intervalMinutes}; it must be from 1 to ${longestIntervalMinutes}.`);
  }
  return {
    ...alignedWindow(window, longestReadDays, intervalMinutes),
    interval: intervalMinutes * 60,
    channel,
    queue: optionalSourceIdOf(queueKind, queue),
    site: optionalSourceIdOf(siteKind, site),
    schedule_id: optionalSourceIdOf(scheduleKind, schedule),
  };
}
