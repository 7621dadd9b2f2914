import { useOf } from "../estimate/field-cost.ts";
import { field } from "../fields/field.ts";
import type { OperationContext } from "../graphql/context.ts";
import type { LoaderDefinition } from "../lists/loader-definition.ts";
import type { PromiseOrValue } from "../loaders/promise-or-value.ts";
import type { ByIdLoader } from "../resolving/noun.ts";
import { type ChildKind, childId, childNamed } from "./ids.ts";

/**
 * A field that gives the child with the id in the argument `id`, of a parent that is named beside it.
 * @param parent the argument that names the parent.
 * @throws BAD_USER_INPUT for an id that cannot be one, or is that of a child of another parent.
 */
export function childById<const Parent extends string, Row>(
  kind: ChildKind,
  loader: LoaderDefinition<ByIdLoader<Row>>,
  parent: Parent,
) {
  type Args = Readonly<Record<Parent | "id", string>>;
  const idOf = (args: Args): string => childId(childNamed(kind, args[parent], args.id));
  return field(
    (args: Args) => {
      idOf(args);
      return { uses: [useOf(loader)] };
    },
    (_source: unknown, args: Args, { of }: OperationContext): PromiseOrValue<Row | null> =>
      of(loader).load(idOf(args)),
  );
}
