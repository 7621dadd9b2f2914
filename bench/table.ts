/** One line of the table of results. */
export interface Row {
  readonly bench: string;
  readonly mustReach: string;
  readonly measured: string;
  readonly reached: boolean;
}

/** A table in Markdown, columns padded so that it reads well as text, too. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => (cells[column] ?? "").padEnd(width)).join(" | ")} |`;
  return [line(head), `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`, ...rows.map(line)].join(
    "\n",
  );
}

/** The table of results. */
export const tableOf = (rows: readonly Row[]): string =>
  markdownTable(
    ["Bench", "Must reach", "Measured", "Verdict"],
    rows.map(({ bench, mustReach, measured, reached }) => [
      bench,
      mustReach,
      measured,
      reached ? "reached" : "**missed**",
    ]),
  );
