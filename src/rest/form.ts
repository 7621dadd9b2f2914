/** A file on its way through the gateway. */
export interface FilePart {
  readonly filename: string;
  /** Media type, as its sender states it. */
  readonly contentType: string;
  /** As they arrive; to be read once. @throws what refuses the file, after which its request must not be completed. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Files in the order in which they arrive; each is read to its end before the next. */
export type FileParts = AsyncIterable<FilePart>;

/** The value under one name of a form; several texts repeat the name. */
export type FormValue = string | readonly string[] | FileParts | undefined;

/** The fields of a `multipart/form-data` body; those that are undefined are left out. */
export type Form = Readonly<Record<string, FormValue>>;
