import { useOf } from "../estimate/field-cost.ts";
import { anyNumber } from "../estimate/range.ts";
import type { OperationContext } from "../graphql/context.ts";
import type { Clearable, LoaderDefinition } from "../lists/loader-definition.ts";
import { mapPromiseOrValue, type PromiseOrValue } from "../loaders/promise-or-value.ts";
import { field } from "./field.ts";
import { neverNull } from "./never-null.ts";

/** A record of another system that may be the same, and why. */
export interface Link<Row, Reason extends string> {
  readonly row: Row;
  readonly reason: Reason;
}

/** Finds rows of one type that may be the same as a row of another. */
export interface LinkLoader<
  From,
  To,
  Reason extends string,
  Found extends Link<To, Reason> = Link<To, Reason>,
> extends Clearable {
  load(row: From): PromiseOrValue<readonly Found[]>;
}

/** The record that a field answers: the only one that is linked, or none. */
export function onlyMatch<Row>(links: readonly Link<Row, string>[]): Row | null {
  const [first, ...others] = links;
  return first && others.length === 0 ? first.row : null;
}

/**
 * The two fields of a join: `user`, the only record that is linked, and `userLinks`, all of them with the reason.
 * @param name of the first field, which is that of the record in each link, too.
 * @param best of the links that are found, those that the first field may answer. @default all
 */
export function joinFields<
  Name extends string,
  From,
  To,
  Reason extends string,
  Found extends Link<To, Reason>,
>(
  name: Name,
  loader: LoaderDefinition<LinkLoader<From, To, Reason, Found>>,
  best: (links: readonly Found[]) => readonly Found[] = (links) => links,
) {
  const use = useOf(loader);
  const one = field({ uses: [use] }, (row: From, _args: unknown, { of }: OperationContext) =>
    mapPromiseOrValue(of(loader).load(row), (found) => onlyMatch(best(found))),
  );
  const links = neverNull(
    field({ uses: [use], cardinality: anyNumber }, (row: From, _args: unknown, { of }: OperationContext) =>
      mapPromiseOrValue(of(loader).load(row), (found) =>
        found.map(({ row: linked, reason }) => ({ [name]: linked, reason })),
      ),
    ),
  );
  return { [name]: one, [`${name}Links`]: links } as unknown as {
    readonly [Field in Name]: (
      row: From,
      args: unknown,
      context: OperationContext,
    ) => PromiseOrValue<To | null>;
  } & {
    readonly [Field in `${Name}Links`]: (
      row: From,
      args: unknown,
      context: OperationContext,
    ) => PromiseOrValue<({ readonly [Record in Name]: To } & { readonly reason: Reason })[]>;
  };
}
