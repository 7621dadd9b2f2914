import type { Facts } from "../estimate/facts.ts";
import { type CostOf, type LoaderUse, useOf } from "../estimate/field-cost.ts";
import { atMost } from "../estimate/range.ts";
import type { OperationContext } from "../graphql/context.ts";
import type { Identified } from "../lists/indexed-rows.ts";
import type { LoaderDefinition } from "../lists/loader-definition.ts";
import { type GroupLoader, mapPromiseOrValue, type PromiseOrValue } from "../loaders/promise-or-value.ts";
import { type Connection, type PageArguments, pageRequest } from "../resolving/pagination.ts";
import { connectionOfAll } from "../resolving/whole-page.ts";
import { field } from "./field.ts";
import { neverNull } from "./never-null.ts";

/**
 * The cost of a page of a list; one of no rows costs nothing.
 * @param useOf what one page uses, by the arguments where it depends on them.
 * @param tells what is known of its rows, by the arguments. @default nothing
 */
const pageCost =
  <Args extends PageArguments>(
    useOf: LoaderUse | ((args: Args) => LoaderUse),
    tells?: (args: Args) => Facts,
  ): CostOf<Args> =>
  (args) => {
    const { first } = pageRequest(args);
    const use = typeof useOf === "function" ? useOf(args) : useOf;
    return {
      uses: first === 0 ? [] : [use],
      cardinality: atMost(first),
      ...(tells && { tells: tells(args) }),
    };
  };

/** A field that gives a page of a list; the parameters are those of `pageCost`. */
export const page = <Source, Args extends PageArguments, Result extends PromiseOrValue<object>>(
  useOf: LoaderUse | ((args: Args) => LoaderUse),
  resolve: (source: Source, args: Args, context: OperationContext) => Result,
  tells?: (args: Args) => Facts,
) => neverNull(field(pageCost(useOf, tells), resolve));

/** As `page`, for a list that may not be there; it is null then. */
export const pageIfThere = <Source, Args extends PageArguments, Result>(
  useOf: LoaderUse | ((args: Args) => LoaderUse),
  resolve: (source: Source, args: Args, context: OperationContext) => Result,
  tells?: (args: Args) => Facts,
) => field(pageCost(useOf, tells), resolve);

/**
 * A field that gives a page of the rows that its object is a key of. All of them are read, so that it tells their number; a page
 * of no rows tells that, too.
 */
export const pageOfAll = <Row extends Identified>(loader: LoaderDefinition<GroupLoader<string, Row>>) =>
  neverNull(
    field(
      (args: PageArguments) => ({ uses: [useOf(loader)], cardinality: atMost(pageRequest(args).first) }),
      (
        { id: key }: Identified,
        args: PageArguments,
        { of }: OperationContext,
      ): PromiseOrValue<Connection<Row>> => {
        const request = pageRequest(args);
        return mapPromiseOrValue(of(loader).load(key), (all) =>
          connectionOfAll<Row>(request, { all, idOf: ({ id }) => id }),
        );
      },
    ),
  );
