import type { Range } from "../lists/range.ts";

/** Surely so many. */
export const exactly = (count: number): Range => ({ least: count, most: count });

/** None, up to so many. */
export const atMost = (most: number): Range => ({ least: 0, most });

/** Any number: none is known. */
export const anyNumber: Range = atMost(Number.POSITIVE_INFINITY);

/** So many, and so many more. */
export const plus = (one: Range, other: Range): Range => ({
  least: one.least + other.least,
  most: one.most + other.most,
});

/** So many of each of so many. */
export const times = (one: Range, other: Range): Range => ({
  least: one.least * other.least,
  most: productOf(one.most, other.most),
});

/** None of endlessly many is none. */
export const productOf = (one: number, other: number): number => (one === 0 || other === 0 ? 0 : one * other);

/** A range in an answer; `most` is null where nothing bounds it, since JSON knows no infinity. */
export interface RangeJson {
  readonly least: number;
  readonly most: number | null;
}

/** Puts a range into an answer. */
export const toJson = ({ least, most }: Range): RangeJson => ({
  least,
  most: Number.isFinite(most) ? most : null,
});
