import { type GraphQLResolveInfo, GraphQLScalarType, valueFromASTUntyped } from "graphql";
import type { ResolverMap } from "../resolving/noun.ts";
import type { Entities } from "./entities.ts";
import { entitiesField } from "./entities-field.ts";
import { subgraphSdlOf } from "./subgraph-sdl.ts";

/** Takes any value: what is wrong with a representation is said in its own place, beside the answers to the others. */
const anyScalar = new GraphQLScalarType({
  name: "_Any",
  parseValue: (value) => value,
  parseLiteral: valueFromASTUntyped,
  serialize() {
    throw new Error("A representation is not given back.");
  },
});

/** Everything that resolves what Federation adds to a schema. */
export const federationResolvers = (entities: Entities): ResolverMap => ({
  _Any: anyScalar,
  _Entity: { __resolveType: ({ __typename }: { readonly __typename: string }) => __typename },
  Query: {
    _entities: entitiesField(entities),
    _service: (_: unknown, _args: unknown, _context: unknown, { schema }: GraphQLResolveInfo) => ({
      sdl: subgraphSdlOf(schema),
    }),
  },
});
