import type { GraphQLResolveInfo } from "graphql";
import type { Facts } from "../estimate/facts.ts";
import { callsOf, type LoaderUse } from "../estimate/field-cost.ts";
import type { OperationContext } from "../graphql/context.ts";
import type { Range } from "../lists/range.ts";
import type { AnyEndpoint } from "../rest/endpoint.ts";
import { field } from "./field.ts";
import { neverNull } from "./never-null.ts";

/** A write that is ready to be sent: everything that its arguments decide. */
export interface Prepared {
  /** The endpoint that writes. */
  readonly endpoint: AnyEndpoint;
  /** How often it is called. @default exactly once */
  readonly calls?: Range;
  /** Loaders and endpoints that the write uses besides, before it or after it. @default none */
  readonly uses?: readonly LoaderUse[];
  /** Facts about the payload that the arguments tell. @default none */
  readonly tells?: Facts;
}

/**
 * A field that writes.
 * @param prepare checks the arguments and makes the call of them, without any effect: a plan runs it, too.
 * @param send makes the call and gives the payload.
 */
export const write = <Args, Ready extends Prepared, Payload extends object>(
  prepare: (args: Args) => Ready,
  send: (ready: Ready, context: OperationContext, info: GraphQLResolveInfo) => Promise<Payload>,
) =>
  neverNull(
    field(
      (args: Args) => {
        const { calls, endpoint, tells, uses = [] } = prepare(args);
        return { uses: [...uses, callsOf(endpoint, calls)], ...(tells && { tells }) };
      },
      (
        _source: unknown,
        args: Args,
        context: OperationContext,
        info: GraphQLResolveInfo,
      ): Promise<Payload> => {
        const ready = prepare(args);
        context.preconnect(ready.endpoint);
        return send(ready, context, info);
      },
    ),
  );
