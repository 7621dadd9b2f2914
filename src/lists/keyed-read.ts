import type { ArgumentsOf, Call, CallOnce } from "../rest/call.ts";
import type { AnyEndpoint, CallArguments, Endpoint } from "../rest/endpoint.ts";

/** A read of one row whose arguments follow from a key, so that it can be asked about before it is made. */
export interface KeyedRead<Key, Result> {
  readonly row: AnyEndpoint;
  /** @throws GatewayError */
  read(call: CallOnce, key: Key): Promise<Result>;
  /** Whether it would be answered without a call of its own; a key that cannot be asked for is not. */
  isAtHand(call: Call, key: Key): boolean;
}

/** A read of a part of a list. @template Key what names the part. @default a part of the one list there is */
export interface SliceRead<Page, Key extends OffsetLimit = OffsetLimit> extends KeyedRead<Key, Page> {
  /** The answer if it is fresh; undefined otherwise. */
  fresh(call: Call, slice: Key): Page | undefined;
  /** Whether it would be answered at once with what is kept, which need not be fresh. */
  isKept(call: Call, slice: Key): boolean;
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
  row: read.row,
  read: (call, slice) => read.read(call, { ...named, ...slice }),
  isAtHand: (call, slice) => read.isAtHand(call, { ...named, ...slice }),
  fresh: (call, slice) => read.fresh(call, { ...named, ...slice }),
  isKept: (call, slice) => read.isKept(call, { ...named, ...slice }),
});

/** The read of one object by a key: `pointRead(people.get, (id) => ({ id }))`. */
export const pointRead = <Path extends string, Query, Body, Wire, Row>(
  row: Endpoint<Path, Query, Body, Wire, Row>,
  argsOf: (key: string) => CallArguments<Path, NoInfer<Query>, NoInfer<Body>>,
): KeyedRead<string, Row> => keyedRead(row, argsOf);

/** The read of a part of a list: `sliceRead(users.list, (query) => ({ query }))`. */
export const sliceRead = <
  Path extends string,
  Query,
  Body,
  Wire,
  Page,
  Key extends OffsetLimit = OffsetLimit,
>(
  row: Endpoint<Path, Query, Body, Wire, Page>,
  argsOf: (slice: Key) => CallArguments<Path, NoInfer<Query>, NoInfer<Body>>,
): SliceRead<Page, Key> => ({
  ...keyedRead(row, argsOf),
  fresh: (call, slice) => call.fresh(row, ...argumentsOf<Path, Query, Body>(argsOf(slice))),
  isKept: (call, slice) => call.isKept(row, ...argumentsOf<Path, Query, Body>(argsOf(slice))),
});

function keyedRead<Key, Path extends string, Query, Body, Wire, Result>(
  row: Endpoint<Path, Query, Body, Wire, Result>,
  argsOf: (key: Key) => CallArguments<Path, NoInfer<Query>, NoInfer<Body>>,
): KeyedRead<Key, Result> {
  return {
    row,
    read: (call, key) => call(row, ...argumentsOf<Path, Query, Body>(argsOf(key))),
    isAtHand(call, key) {
      try {
        return call.isAtHand(row, ...argumentsOf<Path, Query, Body>(argsOf(key)));
      } catch {
        // What its path cannot hold is told by the read itself.
        return false;
      }
    },
  };
}

const argumentsOf = <Path extends string, Query, Body>(
  args: CallArguments<Path, Query, Body>,
): ArgumentsOf<Path, Query, Body> => [args] as unknown as ArgumentsOf<Path, Query, Body>;
