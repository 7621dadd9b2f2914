import {
  type GraphQLNamedType,
  type GraphQLObjectType,
  GraphQLSchema,
  isIntrospectionType,
  isScalarType,
} from "graphql";
import type { CostOf, FieldCost, FieldCosts } from "../estimate/field-cost.ts";
import type { Prefixes } from "./subgraph.ts";
import { forRouters } from "./type-defs.ts";

const rootTypes: ReadonlySet<string> = new Set(["Query", "Mutation"]);

/** Scalars keep their names: those of one name are the same in all subgraphs. */
const takesPrefix = (type: GraphQLNamedType): boolean =>
  !isScalarType(type) &&
  !isIntrospectionType(type) &&
  !rootTypes.has(type.name) &&
  !forRouters.has(type.name);

/** The name that clients know a field of `Query` or `Mutation` by: `user` is `supportUser` with the prefix `support`. */
export const rootFieldName = (name: string, { fieldPrefix }: Pick<Prefixes, "fieldPrefix">): string =>
  fieldPrefix === "" || forRouters.has(name)
    ? name
    : fieldPrefix + name.slice(0, 1).toUpperCase() + name.slice(1);

/**
 * Gives the types of a schema and the fields of its roots other names. They themselves get them, so that the schema that is given
 * is of no use any more.
 * @returns a schema in which the gateway finds types by the names that they have without the prefix, too; documents and
 * answers know the new ones alone.
 * @throws Error where a type or field would get the name of another one.
 */
export function withPrefixes(schema: GraphQLSchema, prefixes: Prefixes): GraphQLSchema {
  const { prefix } = prefixes;
  for (const root of [schema.getQueryType(), schema.getMutationType()]) {
    if (root) renameFields(root, prefixes);
  }
  const types = new Map(Object.entries(schema.getTypeMap()).filter(([, type]) => takesPrefix(type)));
  for (const name of prefix === "" ? [] : types.keys()) {
    const taken = schema.getType(prefix + name);
    if (taken) throw new Error(`SUBGRAPH_PREFIX would name ${name} as ${taken.name}, which is another type.`);
  }
  for (const [name, type] of types) type.name = prefix + name;
  const named = new GraphQLSchema({ ...schema.toConfig(), assumeValid: true });
  const find = named.getType.bind(named);
  named.getType = (name) => find(name) ?? types.get(name);
  return named;
}

function renameFields(root: GraphQLObjectType, prefixes: Prefixes): void {
  const fields = root.getFields();
  const named = new Map(Object.values(fields).map((field) => [rootFieldName(field.name, prefixes), field]));
  for (const [name, field] of named) {
    const taken = fields[name];
    if (taken && taken !== field) {
      throw new Error(`SUBGRAPH_FIELD_PREFIX would name ${field.name} as ${name}, which is another field.`);
    }
  }
  for (const [name, field] of named) {
    delete fields[field.name];
    field.name = name;
    fields[name] = field;
  }
}

/** Costs of fields, found under the names of types and fields with a prefix as well as under those without it. */
export function costsWithPrefixes(costs: FieldCosts, prefixes: Prefixes): FieldCosts {
  const { prefix } = prefixes;
  const underBoth = (cost: FieldCost): FieldCost => {
    const { cardinality } = cost;
    if (cardinality === undefined || "most" in cardinality) return cost;
    const byType = Object.entries(cardinality).map(([type, range]) => [prefix + type, range]);
    return { ...cost, cardinality: { ...cardinality, ...Object.fromEntries(byType) } };
  };
  const shown = (coordinate: string): string => {
    const [type = "", name = ""] = coordinate.split(".");
    return rootTypes.has(type) ? `${type}.${rootFieldName(name, prefixes)}` : prefix + coordinate;
  };
  const entries = Object.entries(costs).flatMap(([coordinate, cost]) => {
    const ofField: FieldCost | CostOf<never> =
      typeof cost === "function" ? (args, known) => underBoth(cost(args, known)) : underBoth(cost);
    return [coordinate, shown(coordinate)].map((name) => [name, ofField] as const);
  });
  return Object.fromEntries(entries);
}
