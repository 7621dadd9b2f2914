import type { AccessPath } from "../../loaders/access.ts";
import type { Definition, Forgetful } from "../../loaders/definition.ts";
import type { ListSizes } from "../../loaders/paged-list.ts";
import { longestReadDays } from "../../resolving/time.ts";
import { bodyBytesOf } from "../../rest/body-size.ts";
import { bodyCapBytes, isTooLarge } from "../../rest/response.ts";
import { type ActivitiesQuery, activities, type KeyedActivityJson } from "./endpoints.ts";
import { daySeconds, isIn, partsOf, type Span } from "./spans.ts";

/** Which activities of a window are wanted; all of them unless told otherwise. */
export type ActivitySelection = Omit<ActivitiesQuery, keyof Span | "include_activity_types">;

/** Loads all activities of a window. */
export interface ActivityWindows extends Forgetful {
  /**
   * @returns each once, in the order of the calls.
   * @throws GatewayError when a part of the window cannot be read.
   */
  load(window: Span, selection: ActivitySelection): Promise<readonly KeyedActivityJson[]>;
}

/** Most days of everybody's activities that one read asks for: a month would not fit an answer. */
const daysOfEverybody = 7;
/** Most times that the largest part of a window is halved: parts of everybody's last five hours then, those of agents a day. */
const mostHalvings = 5;
/** Most that a part should weigh, going by the last ones: the next days may hold a third more. */
const heaviestPartBytes = bodyCapBytes * 0.75;

/**
 * Loads activities of a window, unpaged upstream (assembled-v0.txt:1070-1087), in parts that fit an answer. Parts are
 * halves of halves of the largest ones, counted from the start of the window, so that equal windows share reads and a part
 * that turns out too heavy is replaced by those that the next reader asks for.
 */
export const activityWindows: Definition<ActivityWindows> = {
  access: [windowPath({ start_time: 0, end_time: daysOfEverybody * daySeconds }, {})],
  make({ call, sizes }) {
    /** @returns the rows of a part, and bytes a day as far as it is long enough to tell. */
    const readPart = async (part: Span, days: number, selection: ActivitySelection): Promise<Part> => {
      try {
        const query = { ...part, include_activity_types: true as const, ...selection };
        const answer = await call(activities.list, { query });
        return { rows: answer.rows, dayBytes: bytesADay(part, days, bodyBytesOf(answer)) };
      } catch (error) {
        const halves = isTooLarge(error) ? halvesOf(part, days, leastDays(selection)) : undefined;
        if (!halves) throw error;
        return joined(await Promise.all(halves.parts.map((half) => readPart(half, halves.days, selection))));
      }
    };
    return {
      async load(window, selection) {
        const weight = weightOf(selection);
        const days = partDays(selection, sizes);
        const parts = partsOf(window, days).map((part) => readPart(part, days, selection));
        const { rows, dayBytes } = joined(await Promise.all(parts));
        if (weight && dayBytes > 0) sizes.set(weight, dayBytes);
        // What crosses the edge of a part is in both. No document says whether what only touches a window is in it.
        const inWindow = rows.filter((row) => isIn(row, window));
        return [...new Map(inWindow.map((row) => [row.key, row])).values()];
      },
      clearAll() {},
    };
  },
};

/** The way to the activities of a window, whose calls follow from what the last one weighed. */
export function windowPath(window: Span, selection: ActivitySelection): AccessPath {
  const callsFor = (sizes: ReadonlyMap<string, number>) => partsOf(window, partDays(selection, sizes)).length;
  return { kind: "window", row: activities.list, callsFor };
}

interface Part {
  readonly rows: readonly KeyedActivityJson[];
  /** Bytes a day; 0 where it tells none. */
  readonly dayBytes: number;
}

const joined = (parts: readonly Part[]): Part => ({
  rows: parts.flatMap(({ rows }) => rows),
  dayBytes: Math.max(0, ...parts.map(({ dayBytes }) => dayBytes)),
});

/** A read that names agents holds no more than theirs, which fit an answer as a rule. */
const largestDays = ({ agents }: ActivitySelection): number => (agents ? longestReadDays : daysOfEverybody);

const leastDays = (selection: ActivitySelection): number => largestDays(selection) / 2 ** mostHalvings;

/**
 * Names, beside the sizes of lists, what a day weighed in the last read of this kind: a team's weighs less than everybody's.
 * What agents weigh depends on how many are named, so that the last ones tell nothing of others.
 */
const weightOf = ({ agents, ...others }: ActivitySelection): string | undefined => {
  const named = Object.entries(others).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  return agents ? undefined : ["bytes of activities a day", ...named.sort()].join(" by ");
};

/** Days of the parts that a window is read in. */
function partDays(selection: ActivitySelection, sizes: Pick<ListSizes, "get">): number {
  const dayBytes = sizes.get(weightOf(selection) ?? "") ?? 0;
  let days = largestDays(selection);
  while (days > leastDays(selection) && days * dayBytes > heaviestPartBytes) days /= 2;
  return days;
}

/** A short part says little of a day, since activities that cross its edges weigh in it whole, unless all are as short. */
function bytesADay(part: Span, partDays: number, bytes = 0): number {
  const days = (part.end_time - part.start_time) / daySeconds;
  return days >= Math.min(1, partDays) ? bytes / days : 0;
}

/** The next smaller parts of a part; undefined where it is one of the smallest. */
function halvesOf(part: Span, days: number, least: number) {
  for (let half = days / 2; half >= least; half /= 2) {
    const parts = partsOf(part, half);
    if (parts.length > 1) return { parts, days: half };
  }
  return undefined;
}
