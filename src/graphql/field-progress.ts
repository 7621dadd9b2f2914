import {
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isNonNullType,
} from "graphql";
import type { Progress } from "../estimate/progress.ts";
import type { OperationContext } from "./context.ts";

type Resolve = GraphQLFieldResolver<unknown, OperationContext>;

/**
 * Has a field look at the progress of its operation: it is not resolved once time is up, and an object that it gives is
 * counted, so that nothing that no plan knew makes an answer without end. Beyond so many errors it is null without one.
 */
export function withinProgress(
  resolve: Resolve,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, OperationContext>,
): Resolve {
  const isNullable = !isNonNullType(field.type);
  // A payload tells of a write that has happened, and is given whatever else is.
  const isCounted = isCompositeType(getNamedType(field.type)) && type.name !== "Mutation";
  const mayItemsFail = hasNullableItems(field);
  const isNode = type.name.endsWith("Edge") && field.name === "node";
  return (source, args, context, info) => {
    const { progress } = context;
    const late = progress.step();
    // Of a root field it is told in any case whether it was left out.
    const mustTell = !isNullable || info.path.prev === undefined;
    if (late) return progress.refuse(late, mustTell);
    // An edge and its node are one object.
    const isObject = isCounted && !(isNode && info.path.key === "node");
    if (isObject && progress.full) return progress.refuse(progress.full, mustTell);
    try {
      const value = resolve(source, args, context, info);
      if (!(value instanceof Promise)) return given(value, progress, { isObject, mayItemsFail, mustTell });
      return value.then(
        (resolved) => given(resolved, progress, { isObject, mayItemsFail, mustTell }),
        (error: unknown) => progress.refuse(error, mustTell),
      );
    } catch (error) {
      return progress.refuse(error, mustTell);
    }
  };
}

interface CountedField {
  readonly isObject: boolean;
  readonly mayItemsFail: boolean;
  readonly mustTell: boolean;
}

/** Counts the objects of a field; those of a list that may fail each for itself are null where they do. */
function given(
  value: unknown,
  progress: Progress,
  { isObject, mayItemsFail, mustTell }: CountedField,
): unknown {
  const full = isObject ? progress.add(sizeOf(value)) : undefined;
  if (full) {
    handleFailures(value);
    return progress.refuse(full, mustTell);
  }
  return mayItemsFail && Array.isArray(value) ? value.map((item) => orNull(item, progress)) : value;
}

/** Takes notice of the items of a list that is dropped: Node ends the process for one failure that is left unhandled. */
function handleFailures(value: unknown): void {
  if (!Array.isArray(value)) return;
  for (const item of value) {
    if (item instanceof Promise) item.catch(() => {});
  }
}

/** An item of a list that may be null for itself. */
const orNull = (item: unknown, progress: Progress): unknown =>
  item instanceof Promise ? item.catch((error: unknown) => progress.refuse(error, false)) : item;

/** Whether each item of a list may be null for itself. */
function hasNullableItems({ type }: GraphQLField<unknown, OperationContext>): boolean {
  const list = getNullableType(type);
  return isListType(list) && !isNonNullType(list.ofType);
}

const sizeOf = (value: unknown): number =>
  Array.isArray(value) ? value.length : value === null || value === undefined ? 0 : 1;
