import type { FilePart, FileParts } from "../../src/rest/form.ts";

/** A file with a name and a type that nobody minds. */
export const file = (bytes: AsyncIterable<Uint8Array>, more: Partial<FilePart> = {}): FilePart => ({
  filename: "a.bin",
  contentType: "application/x-thing",
  bytes,
  ...more,
});

/** Files that are all there. */
export async function* filesOf(...parts: readonly FilePart[]): AsyncGenerator<FilePart> {
  yield* parts;
}

/** The bytes of a file that is all there, in chunks. */
export async function* bytesOf(...chunks: readonly (Uint8Array | string)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}

/** One file whose chunks a test gives, one by one, and what has become of it. */
export interface OpenFile {
  readonly parts: FileParts;
  /** Chunks that were asked for. */
  readonly asked: number;
  /** Whether whoever read it has left before its end. */
  readonly isLeft: boolean;
  /** Gives the chunk that is asked for, or will be next. */
  give(chunk: Uint8Array | string): void;
  end(): void;
  fail(error: unknown): void;
}

/** Makes a file that waits for its test. */
export function openFile(): OpenFile {
  const given: (() => IteratorResult<Uint8Array>)[] = [];
  let wake = () => {};
  let asked = 0;
  let isLeft = false;
  const put = (next: () => IteratorResult<Uint8Array>): void => {
    given.push(next);
    wake();
  };
  const bytes: AsyncIterable<Uint8Array> = {
    [Symbol.asyncIterator]: () => ({
      async next() {
        asked += 1;
        while (given.length === 0) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
        return (given.shift() as () => IteratorResult<Uint8Array>)();
      },
      async return() {
        isLeft = true;
        return { done: true, value: undefined };
      },
    }),
  };
  return {
    parts: filesOf(file(bytes)),
    get asked() {
      return asked;
    },
    get isLeft() {
      return isLeft;
    },
    give: (chunk) => put(() => ({ done: false, value: Buffer.from(chunk) })),
    end: () => put(() => ({ done: true, value: undefined })),
    fail: (error) =>
      put(() => {
        throw error;
      }),
  };
}
