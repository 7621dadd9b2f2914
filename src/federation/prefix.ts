import { type GraphQLNamedType, GraphQLSchema, isIntrospectionType, isScalarType } from "graphql";
import type { CostOf, FieldCost, FieldCosts } from "../estimate/field-cost.ts";
import { forRouters } from "./type-defs.ts";

const rootTypes: ReadonlySet<string> = new Set(["Query", "Mutation"]);

/** Scalars keep their names: those of one name are the same in all subgraphs. */
const takesPrefix = (type: GraphQLNamedType): boolean =>
  !isScalarType(type) &&
  !isIntrospectionType(type) &&
  !rootTypes.has(type.name) &&
  !forRouters.has(type.name);

/**
 * Gives the types of a schema other names. The types themselves get them, so that the schema that is given is of no use any more.
 * @returns a schema in which the gateway finds types by the names that they have without the prefix, too; documents and
 * answers know the new ones alone.
 * @throws Error where a type would get the name of another one.
 */
export function withPrefix(schema: GraphQLSchema, prefix: string): GraphQLSchema {
  const types = new Map(Object.entries(schema.getTypeMap()).filter(([, type]) => takesPrefix(type)));
  for (const name of types.keys()) {
    const taken = schema.getType(prefix + name);
    if (taken) throw new Error(`SUBGRAPH_PREFIX would name ${name} as ${taken.name}, which is another type.`);
  }
  for (const [name, type] of types) type.name = prefix + name;
  const named = new GraphQLSchema({ ...schema.toConfig(), assumeValid: true });
  const find = named.getType.bind(named);
  named.getType = (name) => find(name) ?? types.get(name);
  return named;
}

/** Costs of fields, found under the names of types with a prefix as well as under those without it. */
export function costsWithPrefix(costs: FieldCosts, prefix: string): FieldCosts {
  if (prefix === "") return costs;
  const underBoth = (cost: FieldCost): FieldCost => {
    const { cardinality } = cost;
    if (cardinality === undefined || "most" in cardinality) return cost;
    const byType = Object.entries(cardinality).map(([type, range]) => [prefix + type, range]);
    return { ...cost, cardinality: { ...cardinality, ...Object.fromEntries(byType) } };
  };
  const entries = Object.entries(costs).flatMap(([coordinate, cost]) => {
    const ofField: FieldCost | CostOf<never> =
      typeof cost === "function" ? (args, known) => underBoth(cost(args, known)) : underBoth(cost);
    return [coordinate, prefix + coordinate].map((name) => [name, ofField] as const);
  });
  return Object.fromEntries(entries);
}
