import { useOf } from "../../estimate/field-cost.ts";
import { anyNumber } from "../../estimate/range.ts";
import { field } from "../../fields/field.ts";
import type { OperationContext } from "../../graphql/context.ts";
import type { Definition } from "../../loaders/definition.ts";
import type { Identified } from "../../loaders/indexed-rows.ts";
import type { Awaitable, GroupLoader } from "../../loaders/shapes.ts";

/** A field that gives all that an object owns of a list, for lists that are short for each owner. */
export const ownedList = <Row>(loader: Definition<GroupLoader<string, Row>>) =>
  field(
    { uses: [useOf(loader)], cardinality: anyNumber },
    ({ id }: Identified, _args: unknown, { of }: OperationContext): Awaitable<readonly Row[]> =>
      of(loader).load(id),
  );
