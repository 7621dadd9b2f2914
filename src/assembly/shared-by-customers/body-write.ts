import type { ArgumentsOf, CallOnce } from "../../rest/call.ts";
import type { AnyEndpoint, Endpoint, PathParameter } from "../../rest/endpoint.ts";

/** A write of which only the body is left to say. */
export interface BodyWrite<Body, Result> {
  readonly endpoint: AnyEndpoint;
  send(call: CallOnce, body: Body): Promise<Result>;
}

/** A write of one object, whose path names it by a key. */
export interface KeyedWrite<Body, Result> {
  readonly endpoint: AnyEndpoint;
  send(call: CallOnce, key: string, body: Body): Promise<Result>;
}

/** The write of something that no key names: `bodyWrite(accounts.create)`. */
export const bodyWrite = <Path extends string, Body, Wire, Result>(
  endpoint: Endpoint<Path, undefined, Body, Wire, Result>,
): BodyWrite<Body, Result> => ({
  endpoint,
  send: (call, body) => call(endpoint, ...argumentsOf<Path, Body>({ body })),
});

/** The write of one object by a key: `keyedWrite(accounts.update, (idOrDomain) => ({ idOrDomain }))`. */
export const keyedWrite = <Path extends string, Body, Wire, Result>(
  endpoint: Endpoint<Path, undefined, Body, Wire, Result>,
  pathOf: (key: string) => Readonly<Record<PathParameter<Path>, string>>,
): KeyedWrite<Body, Result> => ({
  endpoint,
  send: (call, key, body) => call(endpoint, ...argumentsOf<Path, Body>({ ...pathOf(key), body })),
});

const argumentsOf = <Path extends string, Body>(args: object): ArgumentsOf<Path, undefined, Body> =>
  [args] as unknown as ArgumentsOf<Path, undefined, Body>;
