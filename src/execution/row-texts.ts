/** JSON that was made of rows, by row. */
export interface TextsByRow {
  of(row: unknown): string | undefined;
  /** Keeps JSON of a row that is read-only: many operations share it, and nothing of it changes. */
  keep(row: unknown, text: string): void;
}

/** The JSON of rows that all operations share, of which a bounded number of bytes is kept. */
export interface RowTexts {
  /** Makes the texts for some fields of a selection. */
  open(): TextsByRow;
}

/** Bytes that a text takes beside its letters. */
const textBytes = 120;

/** Makes an empty store. @param options.mostBytes of all texts together. */
export function createRowTexts({ mostBytes }: { readonly mostBytes: number }): RowTexts {
  let bytes = 0;
  /** How often all texts were forgotten: which of their rows are still there cannot be known, so that none can go first. */
  let generation = 0;

  return {
    open() {
      let texts = new WeakMap<object, string>();
      let own = generation;
      return {
        of: (row) =>
          own === generation && typeof row === "object" && row !== null ? texts.get(row) : undefined,
        keep(row, text) {
          if (typeof row !== "object" || row === null || !Object.isFrozen(row)) return;
          bytes += text.length + textBytes;
          if (bytes > mostBytes) {
            generation += 1;
            bytes = text.length + textBytes;
          }
          if (own !== generation) {
            texts = new WeakMap();
            own = generation;
          }
          texts.set(row, inOnePiece(text));
        },
      };
    },
  };
}

/** A text that was put together is kept in its parts by V8, and put together again whenever it is written. */
const inOnePiece = (text: string): string => Buffer.from(text).toString();
