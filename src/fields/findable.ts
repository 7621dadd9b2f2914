import type { OperationContext } from "../graphql/context.ts";

/** Gives the object that a row points at, or a promise of it. */
export type Find<Row> = (row: Row, context: OperationContext) => unknown;

type Resolver = (...args: never[]) => unknown;

const finds = new WeakMap<Resolver, Find<never>>();

/** A resolver that gives what is found of its row, whatever its arguments are, with how that is found beside it. */
export function findable<Resolve extends Resolver, Row>(resolve: Resolve, find: Find<Row>): Resolve {
  finds.set(resolve, find as Find<never>);
  return resolve;
}

/** How a resolver finds what it gives; undefined where that does not stand beside it. */
export const findOf = (resolve: Resolver): Find<never> | undefined => finds.get(resolve);
