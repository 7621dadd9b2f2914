import { useOf } from "../estimate/field-cost.ts";
import { exactly } from "../estimate/range.ts";
import type { OperationContext } from "../graphql/context.ts";
import type { LoaderDefinition } from "../lists/loader-definition.ts";
import type { Range } from "../lists/range.ts";
import type { PromiseOrValue } from "../loaders/promise-or-value.ts";
import { type IdKind, sourceIdIn } from "../resolving/ids.ts";
import type { ByIdLoader } from "../resolving/noun.ts";
import { field } from "./field.ts";

/** The payload of a write: the global id of what was written, and the object where the write answered it. */
export type Written<Name extends string, Row> = { readonly [Id in `${Name}Id`]: string } & {
  readonly [Object in Name]?: Row | null | undefined;
};

/** The payload of a delete: the global id of what was deleted. */
export type Deleted<Name extends string> = { readonly [Id in `deleted${Capitalize<Name>}Id`]: string };

/**
 * The field of a payload that gives what was written: as the write answered it, otherwise read when it is selected.
 * @param name of the field; `<name>Id` is the payload's global id.
 * @param reads how often it is read: `atMost(1)` where writes answer the object as a rule. @default exactly one
 */
export function payload<Name extends string, Row>(
  name: Name,
  kind: IdKind,
  loader: LoaderDefinition<ByIdLoader<Row>>,
  reads: Range = exactly(1),
) {
  const resolve = field(
    (_args: unknown, known) => ({ uses: [useOf(loader, reads)], tells: known }),
    (written: Written<Name, Row>, _args: unknown, { of }: OperationContext): PromiseOrValue<Row | null> => {
      const answered: Row | null | undefined = written[name];
      return answered ?? of(loader).load(sourceIdIn(kind, written[`${name}Id`] as string));
    },
  );
  return { [name]: resolve } as { readonly [Field in Name]: typeof resolve };
}

/**
 * The field of a delete's payload that gives the object as it is still kept, read when it is selected.
 * @param name of the field; `deleted<Name>Id` is the payload's global id.
 */
export function deletedPayload<Name extends string, Row>(
  name: Name,
  kind: IdKind,
  loader: LoaderDefinition<ByIdLoader<Row>>,
) {
  const idField = `deleted${name.charAt(0).toUpperCase()}${name.slice(1)}Id` as keyof Deleted<Name>;
  const resolve = field(
    (_args: unknown, known) => ({ uses: [useOf(loader)], tells: known }),
    (deleted: Deleted<Name>, _args: unknown, { of }: OperationContext): PromiseOrValue<Row | null> =>
      of(loader).load(sourceIdIn(kind, deleted[idField])),
  );
  return { [name]: resolve } as { readonly [Field in Name]: typeof resolve };
}
