/** Numbers that look drawn by lot, and are the same for the same text. */
export interface Lot {
  /** A whole number from 0, below a limit. */
  below(limit: number): number;
  /** Whether it happens, once in so many times. */
  once(times: number): boolean;
  pick<Value>(values: readonly Value[]): Value;
}

/** Numbers below limits, as drawn by whatever draws them. */
export function lotOf(below: (limit: number) => number): Lot {
  return {
    below,
    once: (times) => below(times) === 0,
    pick<Value>(values: readonly Value[]): Value {
      const value = values[below(values.length)];
      if (value === undefined && values.length === 0) throw new Error("There is nothing to pick from.");
      return value as Value;
    },
  };
}

/** A lot that falls the same way for the same text. */
export function lotFor(text: string): Lot {
  let state = hashOf(text);
  return lotOf((limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  });
}

function hashOf(text: string): number {
  let hash = 2_166_136_261;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 13), 0x5bd1e995);
  return (hash ^ (hash >>> 15)) >>> 0;
}
