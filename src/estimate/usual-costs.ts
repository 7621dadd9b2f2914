import { type IdKind, sourceIdOf } from "../resolving/ids.ts";
import { type PageArguments, pageRequest } from "../resolving/pagination.ts";
import { type Ask, asks, type CostOf, type Declared, type FieldCost } from "./field-cost.ts";
import { anyNumber, atMost } from "./range.ts";

/** The object with the id that is given. */
export const oneById =
  (kind: IdKind, loader: Declared): CostOf<{ readonly id: string }> =>
  ({ id }) => {
    sourceIdOf(kind, id);
    return { asks: [asks(loader)] };
  };

/** An object that the one around it may name. */
export const oneOf = (loader: Declared): FieldCost => ({ asks: [asks(loader, atMost(1))] });

/** Objects that the one around them may name. */
export const someOf = (loader: Declared): FieldCost => ({
  asks: [asks(loader, anyNumber)],
  gives: anyNumber,
});

/** A page of a list; one of no rows asks for nothing. */
export const pageOf =
  (ask: Ask): CostOf<PageArguments> =>
  (args) => {
    const { first } = pageRequest(args);
    return { asks: first === 0 ? [] : [ask], gives: atMost(first) };
  };
