import type { GraphQLAbstractType, GraphQLField, GraphQLObjectType } from "graphql";
import { implies, noScopes } from "../auth/required-scopes.ts";
import type { OperationContext } from "./context.ts";
import type { Resolve } from "./output-values.ts";
import { requiredScopesOf } from "./required-scopes.ts";

/**
 * Has a field ask whether the client may have it, before anything is done for it. A field that takes no more than its object
 * is left as it is: the object would not be there.
 */
export function guarded(
  resolve: Resolve,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, OperationContext>,
): Resolve {
  const ofField = requiredScopesOf(field);
  if (ofField && implies(requiredScopesOf(type) ?? noScopes, ofField)) return resolve;
  return (source, args, context, info) => {
    context.access.demand(field);
    return resolve(source, args, context, info);
  };
}

/** Has an object of one of several types given only to clients that may have those of its type, whichever field found it. */
export function guardObjects(abstract: GraphQLAbstractType): void {
  const { resolveType } = abstract;
  if (!resolveType) throw new Error(`Nothing tells the type of a ${abstract.name}.`);
  abstract.resolveType = (value, context: OperationContext, info, self) => {
    const demanded = (name: string | undefined): string | undefined => {
      const type = name === undefined ? undefined : info.schema.getType(name);
      if (type) context.access.demand(type);
      return name;
    };
    const name = resolveType(value, context, info, self);
    return typeof name === "object" ? name.then(demanded) : demanded(name);
  };
}
