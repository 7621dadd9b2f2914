import { type IdKind, sourceIdOf } from "../resolving/ids.ts";
import { type PageArguments, pageRequest } from "../resolving/pagination.ts";
import { type CostOf, type Declared, type FieldCost, type LoaderUse, useOf } from "./field-cost.ts";
import { anyNumber, atMost } from "./range.ts";

/** The object with the id that is given. */
export const oneById =
  (kind: IdKind, loader: Declared): CostOf<{ readonly id: string }> =>
  ({ id }) => {
    sourceIdOf(kind, id);
    return { uses: [useOf(loader)] };
  };

/** An object that the one around it may name. */
export const oneOf = (loader: Declared): FieldCost => ({ uses: [useOf(loader, atMost(1))] });

/** Objects that the one around them may name. */
export const someOf = (loader: Declared): FieldCost => ({
  uses: [useOf(loader, anyNumber)],
  cardinality: anyNumber,
});

/** A page of a list; one of no rows asks for nothing. */
export const pageOf =
  (ask: LoaderUse): CostOf<PageArguments> =>
  (args) => {
    const { first } = pageRequest(args);
    return { uses: first === 0 ? [] : [ask], cardinality: atMost(first) };
  };
