import { type Declared, useOf } from "../estimate/field-cost.ts";
import { anyNumber } from "../estimate/range.ts";
import type { OperationContext } from "../graphql/context.ts";
import type { Clearable, LoaderDefinition } from "../lists/loader-definition.ts";
import type { PromiseOrValue } from "../loaders/promise-or-value.ts";
import { type IdKind, sourceIdOf } from "../resolving/ids.ts";
import type { ByIdLoader } from "../resolving/noun.ts";
import { field } from "./field.ts";
import { neverNull } from "./never-null.ts";

interface ById {
  readonly id: string;
}

/** A field with an argument `id` that gives the object with that id. @throws BAD_USER_INPUT for an id of another kind. */
export const byId = <Row>(kind: IdKind, loader: LoaderDefinition<ByIdLoader<Row>>) =>
  field(
    ({ id }: ById) => {
      sourceIdOf(kind, id);
      return { uses: [useOf(loader)] };
    },
    (_source: unknown, { id }: ById, { of }: OperationContext): PromiseOrValue<Row | null> =>
      of(loader).load(sourceIdOf(kind, id)),
  );

/** A loader that can give all rows of its list. */
interface AllLoader<Row> extends Clearable {
  all(): PromiseOrValue<readonly Row[]>;
}

/**
 * A field that gives all rows of a small collection.
 * @param list the collection, whose reads are what the field costs.
 */
export const all = <Row>(loader: LoaderDefinition<AllLoader<Row>>, list: Declared = loader) =>
  neverNull(
    field(
      { uses: [useOf(list)], cardinality: anyNumber },
      (_source: unknown, _args: unknown, { of }: OperationContext): PromiseOrValue<readonly Row[]> =>
        of(loader).all(),
    ),
  );
