import { type GraphQLSchema, isIntrospectionType, isNonNullType, isObjectType } from "graphql";
import { neverNullIn } from "../fields/never-null.ts";
import type { ResolverMap } from "../resolving/noun.ts";

/**
 * Has the SDL show by `@semanticNonNull` the fields whose resolver answers or fails: they are null only beside an error.
 * @param maps of resolvers that the schema was made of.
 */
export function showNeverNull(schema: GraphQLSchema, maps: readonly ResolverMap[]): void {
  const neverNull = neverNullIn(maps);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (isNonNullType(field.type) || !neverNull.has(`${type.name}.${field.name}`)) continue;
      const { directives } = field.extensions as { readonly directives?: object };
      field.extensions = { ...field.extensions, directives: { semanticNonNull: {}, ...directives } };
    }
  }
}
