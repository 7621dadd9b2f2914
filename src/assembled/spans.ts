/** A span of time in Unix seconds; its end is not part of it. */
export interface Span {
  readonly start_time: number;
  readonly end_time: number;
}

/** Seconds of a day; Unix time knows no leap seconds. */
export const daySeconds = 86_400;

/** Whether two spans share any time; those that only touch do not. */
export const overlap = (one: Span, other: Span): boolean =>
  one.start_time < other.end_time && other.start_time < one.end_time;

/**
 * Whether something upstream takes place in a window, whose end is not part of it. What has no length does where its moment
 * does; a time that is missing, or is no number, leaves nothing out.
 */
export function isIn(row: { readonly [Time in keyof Span]?: unknown }, window: Span): boolean {
  const start = typeof row.start_time === "number" ? row.start_time : Number.NEGATIVE_INFINITY;
  const end = typeof row.end_time === "number" ? row.end_time : Number.POSITIVE_INFINITY;
  const isAtStart = start === end && start === window.start_time;
  return start < window.end_time && (end > window.start_time || isAtStart);
}

/** Rows by a time, then by key; those whose time is no number come last. */
export function inTimeOrder<Row>(
  rows: readonly Row[],
  timeOf: (row: Row) => unknown,
  keyOf: (row: Row) => string,
): Row[] {
  const placeOf = (row: Row): number => {
    const time = timeOf(row);
    return typeof time === "number" && Number.isFinite(time) ? time : Number.MAX_SAFE_INTEGER;
  };
  return [...rows].sort((a, b) => placeOf(a) - placeOf(b) || (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** The start of a row, whatever that is. */
export const startOf = ({ start_time }: { readonly start_time: unknown }): unknown => start_time;

/** The length of the parts that a span is cut into. */
export interface PartLength {
  readonly days: number;
  /** Most that the last part may be longer by. @default 1, the second that rounding to whole ones adds */
  readonly slackSeconds?: number;
}

/** A span in parts of some days each, the last of which may be shorter. */
export function partsOf({ start_time, end_time }: Span, { days, slackSeconds = 1 }: PartLength): Span[] {
  const seconds = days * daySeconds;
  const count = Math.max(1, Math.ceil((end_time - start_time - slackSeconds) / seconds));
  return Array.from({ length: count }, (_, at) => ({
    start_time: start_time + at * seconds,
    end_time: at === count - 1 ? end_time : start_time + (at + 1) * seconds,
  }));
}

/** The spans that others cover, in order; those that are no more than some days apart are one. */
export function covered(spans: readonly Span[], days: number): Span[] {
  const merged: Span[] = [];
  for (const { start_time, end_time } of [...spans].sort((a, b) => a.start_time - b.start_time)) {
    const last = merged.at(-1);
    if (last && start_time - last.end_time <= days * daySeconds) {
      merged.splice(-1, 1, { ...last, end_time: Math.max(last.end_time, end_time) });
    } else {
      merged.push({ start_time, end_time });
    }
  }
  return merged;
}
