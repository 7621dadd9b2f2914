import type { KnownStatistics } from "../../lists/statistics.ts";
import { longestReadDays } from "../../resolving/time.ts";
import { bodyCapBytes } from "../../rest/message/response.ts";
import { daySeconds, partsOf, type Span } from "../spans.ts";
import type { ActivitySelection } from "./endpoints.ts";

/** Most days of all agents' activities that one read asks for: a month would not fit an answer. */
export const daysOfAllAgents = 7;
/** Most times that the largest part of a window is halved: parts of all agents' activities last five hours then, those of named agents a day. */
const mostHalvings = 5;
/** Most that a part should weigh, going by the last ones: the next days may hold a third more. */
const heaviestPartBytes = bodyCapBytes * 0.75;

/** A read that names agents holds no more than theirs, which fit an answer as a rule. */
const largestDays = ({ agents }: ActivitySelection): number => (agents ? longestReadDays : daysOfAllAgents);

/** The fewest days that a part may have. */
export const leastDays = (selection: ActivitySelection): number => largestDays(selection) / 2 ** mostHalvings;

/**
 * Names the reads of one kind in the statistics: a day of a team weighs less than one of all. The weight of agents depends
 * on how many are named, so that the last ones tell nothing of others.
 * @returns undefined where agents are named.
 */
export const weightOf = ({ agents, ...others }: ActivitySelection): string | undefined => {
  const named = Object.entries(others).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  return agents ? undefined : named.sort().join(" ");
};

/** Days of the parts that a window is read in. */
export function partDays(
  selection: ActivitySelection,
  { windowDayBytes }: Pick<KnownStatistics, "windowDayBytes">,
): number {
  const weight = weightOf(selection);
  const dayBytes = weight === undefined ? 0 : (windowDayBytes.get(weight) ?? 0);
  let days = largestDays(selection);
  while (days > leastDays(selection) && days * dayBytes > heaviestPartBytes) days /= 2;
  return days;
}

/** A short part says little of a day, since activities that cross its edges weigh in it whole, unless all are as short. */
export function bytesADay(part: Span, partDays: number, bytes = 0): number {
  const days = (part.end_time - part.start_time) / daySeconds;
  return days >= Math.min(1, partDays) ? bytes / days : 0;
}

/** The next smaller parts of a part; undefined where it is one of the smallest. */
export function halvesOf(part: Span, days: number, least: number) {
  for (let half = days / 2; half >= least; half /= 2) {
    const parts = partsOf(part, { days: half });
    if (parts.length > 1) return { parts, days: half };
  }
  return undefined;
}
