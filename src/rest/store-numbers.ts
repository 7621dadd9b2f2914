/** How full a store is, and how often it helped, since the start. Reading it costs nothing; it is read for metrics alone. */
export interface StoreNumbers {
  /** As the store weighs its entries. */
  readonly bytes: number;
  readonly entries: number;
  /** Entries that were asked for and there. */
  readonly hits: number;
  /** Entries that were asked for and had to be made. */
  readonly misses: number;
  /** Entries that were being made already when they were asked for. @default the store shares none that is being made */
  readonly shared?: number;
}
