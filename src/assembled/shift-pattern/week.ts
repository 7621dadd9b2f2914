/** A span of the week in minutes from its start, a Sunday. One that ends before it starts ends in the next week. */
export interface WeekSpan {
  readonly startMinute: number;
  readonly endMinute: number;
}

const minutesOfWeek = 7 * 24 * 60;

const minutesFrom = (start: number, end: number): number => (end - start + minutesOfWeek) % minutesOfWeek;

/** Minutes that a span takes; 0 where it ends when it starts. */
export const lengthMinutes = ({ startMinute, endMinute }: WeekSpan): number =>
  minutesFrom(startMinute, endMinute);

/** Whether two spans, both of some length, share any time of the week; those that only touch do not. */
export const overlapInWeek = (one: WeekSpan, other: WeekSpan): boolean =>
  minutesFrom(one.startMinute, other.startMinute) < lengthMinutes(one) ||
  minutesFrom(other.startMinute, one.startMinute) < lengthMinutes(other);
