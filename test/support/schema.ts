import { type GraphQLSchema, isObjectType } from "graphql";
import type { Model } from "../../src/graphql/model.ts";
import { createSchema } from "../../src/graphql/schema.ts";

let made: GraphQLSchema | undefined;

/**
 * The schema of all gateways of a worker but those that are given one of their own: to make one takes four times as long as
 * all the rest of a gateway. A test that changes resolvers needs its own.
 */
export function sharedSchema(): GraphQLSchema {
  made ??= withFixedFields(createSchema());
  return made;
}

const madeByModel = new WeakMap<Model, GraphQLSchema>();

/** The schema of a model, made once for each: the shared one, unless it is another model than that of all systems. */
export function schemaOf(model: Model | undefined): GraphQLSchema {
  if (!model) return sharedSchema();
  const known = madeByModel.get(model) ?? createSchema(model);
  madeByModel.set(model, known);
  return known;
}

/** Has the change of a field fail in the test that makes it, and not in those that come after it. */
function withFixedFields(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    // Those of introspection belong to all schemas.
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) Object.freeze(field);
  }
  return schema;
}
