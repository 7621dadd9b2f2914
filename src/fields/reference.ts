import { useOf } from "../estimate/field-cost.ts";
import { anyNumber, atMost } from "../estimate/range.ts";
import type { OperationContext } from "../graphql/context.ts";
import type { LoaderDefinition } from "../lists/loader-definition.ts";
import type { PromiseOrValue } from "../loaders/promise-or-value.ts";
import type { IdKind } from "../resolving/ids.ts";
import type { ByIdLoader } from "../resolving/noun.ts";
import { loadAllReferenced, loadReferenced } from "../resolving/referenced.ts";
import { field } from "./field.ts";
import { neverNull } from "./never-null.ts";

/**
 * A field that gives the object whose id stands in the row; null where none does.
 * @param idIn the id as the upstream gave it, whatever that is.
 */
export const ref = <Row, Target>(
  kind: IdKind,
  loader: LoaderDefinition<ByIdLoader<Target>>,
  idIn: (row: Row) => unknown,
) =>
  field(
    { uses: [useOf(loader, atMost(1))] },
    (row: Row, _args: unknown, { of }: OperationContext): PromiseOrValue<Target | null> =>
      loadReferenced(of(loader), kind, idIn(row)),
  );

/**
 * A field that gives the objects whose ids stand in a list of the row, less those that do not exist.
 * @param idsIn the list as the upstream gave it, whatever that is.
 */
export const refs = <Row, Target>(
  kind: IdKind,
  loader: LoaderDefinition<ByIdLoader<Target>>,
  idsIn: (row: Row) => unknown,
) =>
  neverNull(
    field(
      { uses: [useOf(loader, anyNumber)], cardinality: anyNumber },
      (row: Row, _args: unknown, { of }: OperationContext): PromiseOrValue<Target[]> =>
        loadAllReferenced(of(loader), kind, idsIn(row)),
    ),
  );
