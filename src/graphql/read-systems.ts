import { type GraphQLField, GraphQLID, type GraphQLObjectType, getNamedType, isLeafType } from "graphql";
import type { LoaderUse } from "../estimate/field-cost.ts";
import { endpointsOf } from "../loaders/strategies/call-bounds.ts";
import { costsOf, type Model, systemsByEndpoint } from "./model.ts";
import type { SystemOfField } from "./system-of-field.ts";

/** Tells the names of systems that a field reads beside those of the objects that it stands in or gives. */
export type ReadSystems = (
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
) => readonly string[];

/**
 * Makes a `ReadSystems` that goes by the costs of fields. A cost that depends on arguments or on facts cannot be looked into:
 * such a field of a join may read all that the loaders of the join do. Any other reads its own system; that counts where it
 * gives a value other than an id, since payloads tell ids to clients that may only write.
 */
export function readSystems(model: Model, systemOfField: SystemOfField): ReadSystems {
  const costs = costsOf(model);
  const systemOf = systemsByEndpoint(model);
  const systemsOf = (uses: readonly Pick<LoaderUse, "access">[]): readonly string[] => [
    ...new Set(uses.flatMap(({ access }) => endpointsOf(access)).map(systemOf)),
  ];
  const byJoin = new Map<string, readonly string[]>(
    model.joins.flatMap(({ loaders, resolvers }) =>
      Object.entries(resolvers).flatMap(([type, fields]) =>
        Object.keys(fields).map((name) => [`${type}.${name}`, systemsOf(Object.values(loaders))] as const),
      ),
    ),
  );
  return (type, field) => {
    const coordinate = `${type.name}.${field.name}`;
    const cost = costs[coordinate];
    if (cost === undefined) return [];
    if (typeof cost !== "function") return systemsOf(cost.uses ?? []);
    const ofJoin = byJoin.get(coordinate);
    if (ofJoin) return ofJoin;
    const named = getNamedType(field.type);
    const system = isLeafType(named) && named !== GraphQLID ? systemOfField(field.astNode) : undefined;
    return system === undefined ? [] : [system];
  };
}
