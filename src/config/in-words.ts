const words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** A count as texts give it: in letters below ten. */
export const inWords = (count: number): string => words[count] ?? String(count);

/** Names as a sentence lists them: "Assembly, Assembled and Web1on1". */
export const listed = (names: readonly string[]): string =>
  new Intl.ListFormat("en-GB", { type: "conjunction" }).format(names);
