/** A record of another system that may be the same, and why. */
export interface Link<Row, Reason extends string> {
  readonly row: Row;
  readonly reason: Reason;
}

/** The record that a field answers: the only candidate, or none. */
export function onlyOne<Row>(links: readonly Link<Row, string>[]): Row | null {
  const [first, ...others] = links;
  return first && others.length === 0 ? first.row : null;
}

/** Candidates of one rank, each once; living ones alone where there are any. */
export function candidates<Row extends { readonly id: string }, Reason extends string>(
  rows: readonly (Row | null | undefined)[],
  reason: Reason,
  isLiving: (row: Row) => boolean,
): Link<Row, Reason>[] {
  const found = [...new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : []))).values()];
  const living = found.filter(isLiving);
  return (living.length > 0 ? living : found).map((row) => ({ row, reason }));
}
