/**
 * The answer of an emulator. A `body` that is not a string is sent as JSON, `undefined` as no body. It may be a record of
 * the emulator's own store, so the code that sends it makes text of it and changes nothing.
 */
export interface Reply {
  readonly status: number;
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Sent in place of `body`, as it comes. It may come slowly, never end, or break off with a `ConnectionFault`. */
  readonly stream?: AsyncIterable<Uint8Array>;
}
