/** Knowledge of the lists of one system, by what was read of them; it outlives operations. */
export interface ListStatistics {
  /** Rows in a list, by its name. */
  readonly rowCount: Map<string, number>;
  /** Whether some rows lack a foreign key, by its name; unset before any row was seen. */
  readonly lacksForeignKey: Map<string, boolean>;
  /** For how many parents a list was not worth reading, by the path of the parents' own lists. */
  readonly notWorthForParents: Map<string, number>;
  /** Rows in the last window of about a length, by the name of its list and that length. */
  readonly windowRowCount: Map<string, number>;
  /** Bytes that a day weighed in the last window, by the selection of its rows. */
  readonly windowDayBytes: Map<string, number>;
}

/** Statistics as a plan reads them. */
export type KnownStatistics = {
  readonly [Fact in keyof ListStatistics]: Pick<ListStatistics[Fact], "get">;
};

/** Nothing known yet. */
export const newListStatistics = (): ListStatistics => ({
  rowCount: new Map(),
  lacksForeignKey: new Map(),
  notWorthForParents: new Map(),
  windowRowCount: new Map(),
  windowDayBytes: new Map(),
});
