/** Least-squares change from one figure to the next. */
export function slope(figures: readonly number[]): number {
  const middle = (figures.length - 1) / 2;
  const mean = figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
  const covariance = figures.reduce((sum, figure, at) => sum + (at - middle) * (figure - mean), 0);
  const variance = figures.reduce((sum, _, at) => sum + (at - middle) ** 2, 0);
  return covariance / variance;
}

/** Bytes in MiB, as text. */
export const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(2);
