import { useOf } from "../../estimate/field-cost.ts";
import { anyNumber } from "../../estimate/range.ts";
import { field } from "../../fields/field.ts";
import { neverNull } from "../../fields/never-null.ts";
import { page } from "../../fields/page.ts";
import type { OperationContext } from "../../graphql/context.ts";
import type { Identified } from "../../lists/indexed-rows.ts";
import type { LoaderDefinition } from "../../lists/loader-definition.ts";
import type { GroupLoader, PromiseOrValue } from "../../loaders/promise-or-value.ts";
import {
  type Connection,
  type PageArguments,
  pageOfNoRows,
  pageRequest,
} from "../../resolving/pagination.ts";
import { connectionOfAll } from "../../resolving/whole-page.ts";

/** A field that gives all that an object owns of a list, for lists that are short for each owner. */
export const ownedList = <Row>(loader: LoaderDefinition<GroupLoader<string, Row>>) =>
  neverNull(
    field(
      { uses: [useOf(loader)], cardinality: anyNumber },
      ({ id }: Identified, _args: unknown, { of }: OperationContext): PromiseOrValue<readonly Row[]> =>
        of(loader).load(id),
    ),
  );

/** A field that gives a page of what an object owns of a list. */
export const ownedPage = <Row extends Identified>(loader: LoaderDefinition<GroupLoader<string, Row>>) =>
  page(
    useOf(loader),
    async (
      { id: ownerId }: Identified,
      args: PageArguments,
      { of }: OperationContext,
    ): Promise<Connection<Row>> => {
      const request = pageRequest(args);
      if (request.first === 0) return pageOfNoRows<Row>(request);
      return connectionOfAll<Row>(request, { all: await of(loader).load(ownerId), idOf: ({ id }) => id });
    },
  );
