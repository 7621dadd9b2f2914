import { useOf } from "../estimate/field-cost.ts";
import { anyNumber, atMost } from "../estimate/range.ts";
import type { OperationContext } from "../graphql/context.ts";
import type { LoaderDefinition } from "../lists/loader-definition.ts";
import type { PromiseOrValue } from "../loaders/promise-or-value.ts";
import type { IdKind } from "../resolving/ids.ts";
import type { ByIdLoader } from "../resolving/noun.ts";
import { loadAllReferenced, loadReferenced } from "../resolving/referenced.ts";
import { field } from "./field.ts";
import { findable } from "./findable.ts";
import { neverNull } from "./never-null.ts";

/**
 * A field that gives the object whose id stands in the row; null where none does.
 * @param idIn the id as the upstream gave it, whatever that is.
 */
export const ref = <Row, Target>(
  kind: IdKind,
  loader: LoaderDefinition<ByIdLoader<Target>>,
  idIn: (row: Row) => unknown,
) => {
  const find = (row: Row, { of }: OperationContext): PromiseOrValue<Target | null> =>
    loadReferenced(of(loader), kind, idIn(row));
  const resolve = (row: Row, _args: unknown, context: OperationContext) => find(row, context);
  return findable(field({ uses: [useOf(loader, atMost(1))] }, resolve), find);
};

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
