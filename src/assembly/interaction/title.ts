/** Longest title that is made, in characters. */
const longestTitle = 80;

/** White space, and signs that show nothing. */
const blank = String.raw`[\s\p{Cc}\p{Cf}]`;
const blankStart = new RegExp(`^${blank}+`, "u");
const lineBreak = /[\n\v\f\r\u0085\u2028\u2029]/;

/** A title for a query that holds something: its first line that does, up to the end of a word. */
export function titleOf(query: string): string {
  const [line = ""] = query
    .split(lineBreak)
    .map((line) => line.replace(blankStart, "").trimEnd())
    .filter((line) => line !== "");
  if (line.length <= longestTitle) return line;
  const lastSpace = line.slice(0, longestTitle + 1).search(/\s\S*$/);
  if (lastSpace > 0) return line.slice(0, lastSpace).trimEnd();
  // One word: half a pair of surrogates is no character.
  return line.slice(0, longestTitle).replace(/[\ud800-\udbff]$/, "");
}
