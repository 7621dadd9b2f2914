import {
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  getNamedType,
  isCompositeType,
  isNonNullType,
} from "graphql";
import type { OperationContext } from "./context.ts";

type Resolve = GraphQLFieldResolver<unknown, OperationContext>;

/**
 * Has a field look at the progress of its operation: it is not resolved once time is up, and an object that it gives is
 * counted, so that nothing that no plan knew makes an answer without end.
 */
export function withinProgress(
  resolve: Resolve,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, OperationContext>,
): Resolve {
  const isNullable = !isNonNullType(field.type);
  // A payload tells of a write that has happened, and is given whatever else is.
  const isCounted = isCompositeType(getNamedType(field.type)) && type.name !== "Mutation";
  const isNode = type.name.endsWith("Edge") && field.name === "node";
  return (source, args, context, info) => {
    const { progress } = context;
    const late = progress.step();
    // Of a root field it is told in any case whether it was left out.
    const mustTell = !isNullable || info.path.prev === undefined;
    if (late) return progress.refuse(late, mustTell);
    // An edge and its node are one object.
    if (!isCounted || (isNode && info.path.key === "node")) return resolve(source, args, context, info);
    if (progress.full) return progress.refuse(progress.full, mustTell);
    const counted = (value: unknown): unknown => {
      const full = progress.add(sizeOf(value));
      return full ? progress.refuse(full, mustTell) : value;
    };
    const value = resolve(source, args, context, info);
    return value instanceof Promise ? value.then(counted) : counted(value);
  };
}

const sizeOf = (value: unknown): number =>
  Array.isArray(value) ? value.length : value === null || value === undefined ? 0 : 1;
