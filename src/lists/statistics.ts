/** Rows in each list by its name, and other counts of its rows, as far as known: outlives operations. */
export type ListSizes = Map<string, number>;
