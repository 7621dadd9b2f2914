/** Things by the labels that they are counted under; their number is bounded, whatever comes from outside. */
export interface BoundedCells<Labels, Cell> {
  /** The cell of these labels, or of those that stand for all further ones. @param key tells these labels from others. */
  of(key: string, labels: Labels): Cell;
  all(): Iterable<readonly [Labels, Cell]>;
}

/**
 * Makes the cells, of which there is none so far.
 * @param most different labels; those that come later have one cell for all that have the same `fold`.
 */
export function boundedCells<Labels extends Readonly<Record<string, string>>, Cell>(
  most: number,
  make: (labels: Labels) => Cell,
  fold: (labels: Labels) => Labels,
): BoundedCells<Labels, Cell> {
  const cells = new Map<string, readonly [Labels, Cell]>();
  const made = (key: string, labels: Labels): Cell => {
    const known = cells.get(key);
    if (known) return known[1];
    const cell = make(labels);
    cells.set(key, [labels, cell]);
    return cell;
  };
  return {
    of(key, labels) {
      const known = cells.get(key);
      if (known) return known[1];
      if (cells.size < most) return made(key, labels);
      const folded = fold(labels);
      return made(JSON.stringify(folded), folded);
    },
    all: () => cells.values(),
  };
}

/** The label of all that has none of its own. */
export const other = "other";

/** Lets through the first names that come, and gives `other` for those that come once there are so many. */
export function firstNames(most: number): (name: string) => string {
  const names = new Set<string>();
  return (name) => {
    if (names.has(name)) return name;
    if (names.size >= most) return other;
    names.add(name);
    return name;
  };
}
