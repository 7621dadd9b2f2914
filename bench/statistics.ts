/** Middle of some figures; of an even number, the mean of the two in the middle. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const [below = Number.NaN, above = Number.NaN] = [
    sorted[Math.ceil(sorted.length / 2) - 1],
    sorted[Math.floor(sorted.length / 2)],
  ];
  return (below + above) / 2;
}

/** Three significant digits, whole numbers in full. */
export function inShort(figure: number): string {
  return figure >= 100 ? Math.round(figure).toLocaleString("en").replaceAll(",", " ") : figure.toPrecision(3);
}

/** Median with least and greatest: `4.21 (4.10 to 4.35)`. */
export function spread(figures: readonly number[]): string {
  if (figures.length === 1) return inShort(median(figures));
  return `${inShort(median(figures))} (${inShort(Math.min(...figures))} to ${inShort(Math.max(...figures))})`;
}

/** The least figure that a share of the figures does not exceed. @param share from 0 to 1. */
export function percentile(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
