/** A kept answer to a read, as the facts of endpoints look at it. */
export interface KeptRead {
  /** The template of its path. */
  readonly path: string;
  readonly url: URL;
  /** The key whose share of the answer it is. @default the answer is whole */
  readonly share?: string | undefined;
}

/** A write that has ended well. */
export interface DoneWrite<Body = unknown> {
  /** The arguments in its path, by name. */
  readonly args: Readonly<Record<string, unknown>>;
  readonly body: Body;
  /** As callers get it. */
  readonly answer: unknown;
}

/** A field that the place of a row depends on; with a function, only on what that makes of its value. */
export type PlaceField = string | { readonly name: string; readonly of: (value: unknown) => unknown };

/** The facts that decide whether a row is in an answer, and where. */
export interface Place {
  readonly fields: readonly PlaceField[];
  /** The only ids whose rows can be in it. @default any */
  readonly ids?: readonly string[];
}

/**
 * How kept answers of a noun hold its rows, so that a write need not drop what it has not changed. An order that no
 * document states is taken to stay as it is while rows change: it promises nothing.
 */
export interface RowFacts {
  /** The field of a page that holds its rows, as a list or as a map. A list by itself, and a row by itself, are known as such. */
  readonly under: string;
  /** Fields that the upstream may set by itself when a row is written. */
  readonly derived: readonly string[];
  /** The place of rows in the answer to a read; undefined where it is not known. */
  placeIn(read: KeptRead): Place | undefined;
}

/** The effect of a write on the rows of a noun. */
export type RowChange =
  | {
      readonly does: "sets";
      /** The id of the one row that it changes; undefined where it cannot be told. */
      readonly idIn: (write: DoneWrite) => string | undefined;
      /** Fields that it may change beside those of its body. */
      readonly fields: readonly string[];
    }
  | { readonly does: "removes"; readonly idIn: (write: DoneWrite) => string | undefined }
  /** Without a function, the id is that of the answer, where it has one. */
  | { readonly does: "adds"; readonly idIn?: (write: DoneWrite) => string | undefined }
  | { readonly does: "spares"; readonly isSpared: (read: KeptRead, write: DoneWrite<never>) => boolean };
