import type { GraphQLField, GraphQLNamedType } from "graphql";

/** Tells which fields are resolved for a client, and the objects of which types it is given. */
export interface Permissions {
  permits(part: GraphQLField<unknown, unknown> | GraphQLNamedType): boolean;
}
