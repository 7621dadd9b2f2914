import type { GraphQLSchema } from "graphql";
import { createSchema } from "../../src/schema.ts";

let made: GraphQLSchema | undefined;

/**
 * The schema of all gateways of a worker but those that are given one of their own: to make one takes four times as long as
 * all the rest of a gateway. A test that changes resolvers needs its own.
 */
export function sharedSchema(): GraphQLSchema {
  made ??= createSchema();
  return made;
}
