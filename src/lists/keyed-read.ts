import type { ArgumentsOf, Call, CallOnce } from "../rest/call.ts";
import type { AnyEndpoint, CallArguments, Endpoint } from "../rest/endpoint.ts";
import type { ReadHandle } from "../rest/read-handle.ts";

/** A read of one row whose arguments follow from a key. */
export interface KeyedRead<Key, Result> {
  readonly endpoint: AnyEndpoint;
  /** @throws GatewayError */
  read(call: CallOnce, key: Key): Promise<Result>;
  /** The read, to be asked about before it is made; the same one for equal keys of one operation. */
  handle(call: Call, key: Key): Pick<ReadHandle<Result>, "peek" | "run">;
}

/** A read of a part of a list. @template Key what names the part. @default a part of the one list there is */
export interface SliceRead<Page, Key extends OffsetLimit = OffsetLimit> extends KeyedRead<Key, Page> {
  handle(call: Call, slice: Key): ReadHandle<Page>;
}

/** A part of a list. */
export interface OffsetLimit {
  /** Rows wanted. */
  readonly limit: number;
  /** Rows before them. */
  readonly offset: number;
}

/** A part of the list that one parent has. */
export interface ParentSlice extends OffsetLimit {
  /** Id of the parent. */
  readonly parent: string;
}

/** The read of a part of a list that is named beside the part: by an owner, by conditions. */
export const slicesWith = <Page, Named>(
  read: SliceRead<Page, OffsetLimit & Named>,
  named: Named,
): SliceRead<Page> => ({
  endpoint: read.endpoint,
  read: (call, slice) => read.read(call, { ...named, ...slice }),
  handle: (call, slice) => read.handle(call, { ...named, ...slice }),
});

/** The read of one object by a key: `pointRead(people.get, (id) => ({ id }))`. */
export const pointRead = <Path extends string, Query, Body, Wire, Row>(
  endpoint: Endpoint<Path, Query, Body, Wire, Row>,
  argsOf: (key: string) => CallArguments<Path, NoInfer<Query>, NoInfer<Body>>,
): KeyedRead<string, Row> => keyedRead(endpoint, argsOf);

/** The read of a part of a list: `sliceRead(users.list, (query) => ({ query }))`. */
export const sliceRead = <
  Path extends string,
  Query,
  Body,
  Wire,
  Page,
  Key extends OffsetLimit = OffsetLimit,
>(
  endpoint: Endpoint<Path, Query, Body, Wire, Page>,
  argsOf: (slice: Key) => CallArguments<Path, NoInfer<Query>, NoInfer<Body>>,
): SliceRead<Page, Key> => keyedRead(endpoint, argsOf, JSON.stringify);

/** A read that answers otherwise than its endpoint does, and so with a wait. @param answer makes the answer. */
export const answeredWith = <Key, From, To>(
  read: KeyedRead<Key, From>,
  answer: (run: () => Promise<From>, key: Key, call: CallOnce) => Promise<To>,
): KeyedRead<Key, To> => ({
  endpoint: read.endpoint,
  read: (call, key) => answer(() => read.read(call, key), key, call),
  handle(call, key) {
    const { peek, run } = read.handle(call, key);
    return { peek: () => ({ state: peek().state }), run: () => answer(run, key, call) };
  },
});

/** @param nameOf tells keys from each other. @default the key itself */
function keyedRead<Key, Path extends string, Query, Body, Wire, Result>(
  endpoint: Endpoint<Path, Query, Body, Wire, Result>,
  argsOf: (key: Key) => CallArguments<Path, NoInfer<Query>, NoInfer<Body>>,
  nameOf: (key: Key) => unknown = (key) => key,
) {
  const declaration = {};
  return {
    endpoint,
    read: (call: CallOnce, key: Key) => call(endpoint, ...argumentsOf<Path, Query, Body>(argsOf(key))),
    handle(call: Call, key: Key): ReadHandle<Result> {
      const ofCall = call.preparedBy(declaration) as Map<unknown, ReadHandle<Result>>;
      const name = nameOf(key);
      const handle = ofCall.get(name) ?? call.read(endpoint, ...argumentsOf<Path, Query, Body>(argsOf(key)));
      ofCall.set(name, handle);
      return handle;
    },
  };
}

const argumentsOf = <Path extends string, Query, Body>(
  args: CallArguments<Path, Query, Body>,
): ArgumentsOf<Path, Query, Body> => [args] as unknown as ArgumentsOf<Path, Query, Body>;
