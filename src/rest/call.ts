import type { AnyEndpoint, CallArguments, Endpoint } from "./endpoint.ts";

/**
 * Makes one call: `call(people.get, { id })`. Unknown or missing arguments do not compile.
 * @throws GatewayError, whatever goes wrong.
 */
export type CallOnce = <Path extends string, Query, Body, Wire, Result>(
  endpoint: Endpoint<Path, Query, Body, Wire, Result>,
  ...args: ArgumentsOf<Path, NoInfer<Query>, NoInfer<Body>>
) => Promise<Result>;

/** May be left out where nothing in it is required. Only the row decides on its types: inferred from both, they fit anything. */
export type ArgumentsOf<Path extends string, Query, Body> =
  Record<never, never> extends CallArguments<Path, Query, Body>
    ? [args?: CallArguments<Path, Query, Body>]
    : [args: CallArguments<Path, Query, Body>];

/** Makes the calls of one operation, and tells what is known before one is made. */
export interface Call extends CallOnce {
  /** Whether a read would be answered without a call of its own: it is fresh, or on its way. */
  isAtHand<Path extends string, Query, Body, Wire, Result>(
    endpoint: Endpoint<Path, Query, Body, Wire, Result>,
    ...args: ArgumentsOf<Path, NoInfer<Query>, NoInfer<Body>>
  ): boolean;
  /** Whether reads of a row wait for the budget, of whichever operation. */
  isQueued(endpoint: AnyEndpoint): boolean;
  /**
   * Whether all of these values, as reads of a row answered them, would be answered again without a call; if so, they
   * count as answered to this operation.
   */
  areCurrent(endpoint: AnyEndpoint, values: readonly unknown[]): boolean;
  /** Notes that rows of a read came along with another one. */
  sideLoaded(endpoint: AnyEndpoint): void;
}
