import type { ReadSource } from "./call-record.ts";
import type { AnyEndpoint, CallArguments, Endpoint } from "./endpoint.ts";
import type { ReadHandle } from "./read-handle.ts";

/**
 * Makes one call: `call(people.get, { id })`. Unknown or missing arguments do not compile.
 * @throws GatewayError, whatever goes wrong.
 */
export type CallOnce = <Path extends string, Query, Body, Wire, Result>(
  endpoint: Endpoint<Path, Query, Body, Wire, Result>,
  ...args: ArgumentsOf<Path, NoInfer<Query>, NoInfer<Body>>
) => Promise<Result>;

/** May be left out where nothing in it is required. Only the endpoint decides on its types: inferred from both, they fit anything. */
export type ArgumentsOf<Path extends string, Query, Body> =
  Record<never, never> extends CallArguments<Path, Query, Body>
    ? [args?: CallArguments<Path, Query, Body>]
    : [args: CallArguments<Path, Query, Body>];

/** A list that takes many keys in one call, with all arguments but the keys. */
export interface KeyedListOf<Path extends string, Query, Body, Wire, Result, Row> {
  readonly endpoint: Endpoint<Path, Query, Body, Wire, Result>;
  readonly args: CallArguments<Path, NoInfer<Query>, NoInfer<Body>>;
  /** Query parameter that holds the keys. */
  readonly parameter: keyof NoInfer<Query> & string;
  readonly keysPerCall: number;
  /** Sorts an answer by key; a key that it leaves out has no rows. */
  readonly rowsByKey: (result: NoInfer<Result>) => ReadonlyMap<string, readonly Row[]>;
}

/** Makes the calls of one operation, and tells what is known before one is made. */
export interface Call extends CallOnce {
  /**
   * The reads of one declaration that the operation has prepared, by the names of their keys. They stand at the call, since what a
   * weak map holds would outlive the operation.
   */
  preparedBy(declaration: object): Map<unknown, ReadHandle<unknown>>;
  /** Prepares a read, to ask about it before it is made. */
  read<Path extends string, Query, Body, Wire, Result>(
    endpoint: Endpoint<Path, Query, Body, Wire, Result>,
    ...args: ArgumentsOf<Path, NoInfer<Query>, NoInfer<Body>>
  ): ReadHandle<Result>;
  /**
   * Reads the rows of many keys through a list that takes many of them in one call. Keys that are fresh or on their way
   * cost nothing; the others go out together, with those that other operations wait for.
   * @returns rows by key, or the error of a key.
   */
  readBatch<Path extends string, Query, Body, Wire, Result, Row>(
    list: KeyedListOf<Path, Query, Body, Wire, Result, Row>,
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, readonly Row[] | Error>>;
  /**
   * Makes a read ahead of its time, because it was made the last time; should it come to be needed, this is its answer.
   * @returns what it answers, no value where there is no such object; undefined when it fails.
   */
  readAgain(source: ReadSource): Promise<{ readonly value: unknown } | undefined>;
  /** Whether reads of an endpoint wait for the budget, of whichever operation. */
  isQueued(endpoint: AnyEndpoint): boolean;
  /** Whether so many more calls could be sent and answered within the operation's deadline, behind those that wait. */
  areInTime(calls: number): boolean;
  /** Whether so many more calls of the operation could be sent at this moment, without waiting for the budget. */
  hasRoomFor(calls: number): boolean;
  /**
   * Whether all of these values, as reads of an endpoint answered them, would be answered again without a call; if so, they
   * count as answered to this operation.
   */
  areCurrent(endpoint: AnyEndpoint, values: readonly unknown[]): boolean;
  /** Notes that rows of a read came along with another one. */
  sideLoaded(endpoint: AnyEndpoint): void;
}
