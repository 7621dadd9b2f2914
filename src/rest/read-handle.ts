/**
 * Whether an answer to a read is there: cached and fresh, to come from a read in flight that is joined, cached and
 * replaced in the background once it is used, or none of these.
 */
export type ReadState = "fresh" | "inFlight" | "stale" | "none";

/** Knowledge of a read before it is made. */
export interface Peek<Value> {
  readonly state: ReadState;
  /** The answer that is cached. @default there is none that may be used, or it is that there is no such object */
  readonly value?: Value;
}

/** A read of one operation: its URL is built once, at the first question or when it is made. */
export interface ReadHandle<Value> {
  /**
   * Tells it from all other reads of its system.
   * @throws GatewayError when an argument cannot stand in its URL.
   */
  key(): string;
  /** Looks for an answer, and counts nothing. What cannot be asked for has none. */
  peek(): Peek<Value>;
  /**
   * Takes the value if it is fresh, which counts as an answer to the operation.
   * @returns undefined otherwise.
   * @throws GatewayError when an argument cannot stand in its URL.
   */
  take(): Value | undefined;
  /**
   * Reads: from the cache, together with an equal read in flight, or by a call.
   * @throws GatewayError
   */
  run(): Promise<Value>;
}

/** Whether a read would be answered without a call of its own: it is fresh, or in flight. */
export function costsNoCall({ peek }: Pick<ReadHandle<unknown>, "peek">): boolean {
  const { state } = peek();
  return state === "fresh" || state === "inFlight";
}

/** The same read with an answer that is made of the value. */
export const mapHandle = <From, To>(
  handle: ReadHandle<From>,
  answerOf: (value: From) => To,
): ReadHandle<To> => ({
  key: handle.key,
  peek() {
    const { state, value } = handle.peek();
    return value === undefined ? { state } : { state, value: answerOf(value) };
  },
  take() {
    const value = handle.take();
    return value === undefined ? undefined : answerOf(value);
  },
  run: async () => answerOf(await handle.run()),
});
