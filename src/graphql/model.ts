import { GraphQLID, GraphQLString } from "graphql";
import type { FieldCosts } from "../estimate/field-cost.ts";
import { type Entities, entitiesOf } from "../federation/entities.ts";
import { federationResolvers } from "../federation/federation-resolvers.ts";
import { costsWithPrefixes } from "../federation/prefix.ts";
import type { Subgraph } from "../federation/subgraph.ts";
import { costsIn } from "../fields/field.ts";
import { joins } from "../joins/index.ts";
import type { Clearable, LoaderDefinition } from "../lists/loader-definition.ts";
import type { IdKind } from "../resolving/ids.ts";
import type { Join, NodeType, ResolverMap } from "../resolving/noun.ts";
import type { System } from "../resolving/system.ts";
import type { AnyEndpoint } from "../rest/endpoint.ts";
import { systems } from "../systems.ts";
import { meResolvers } from "./me.ts";
import { nodeResolvers } from "./node.ts";
import { scalars } from "./scalars.ts";

/** The systems and joins of a gateway. */
export interface Model {
  readonly systems: readonly System[];
  readonly joins: readonly Join[];
  /** How it is a subgraph of a federated graph. @default it is none */
  readonly subgraph?: Subgraph;
}

/** All systems, and all joins between them. */
export const fullModel: Model = { systems, joins };

/** Everything that resolves a field, an enum value or a scalar. */
export function resolverMapsOf(model: Model): ResolverMap[] {
  const { joins, systems } = model;
  const entities = entitiesIn(model);
  const nouns = systems.flatMap((system) => system.nouns);
  return [
    scalars,
    meResolvers,
    ...systems.map(({ enums }) => enums),
    ...nouns.map(({ resolvers }) => resolvers),
    ...joins.map(({ resolvers }) => resolvers),
    nodeResolvers(nodesOf(model), model.subgraph?.prefix),
    ...(entities ? [federationResolvers(entities)] : []),
  ];
}

const nodesOf = ({ systems }: Model): NodeType[] =>
  systems.flatMap(({ nouns }) => nouns.flatMap(({ nodes = [] }) => nodes));

/** The types whose objects other subgraphs may name; undefined where the gateway is no subgraph. */
export const entitiesIn = (model: Model): Entities | undefined =>
  model.subgraph &&
  entitiesOf(nodesOf(model), model.subgraph, { ...scalars, ID: GraphQLID, String: GraphQLString });

const costsByModel = new WeakMap<Model, FieldCosts>();

/** The cost of every field that may reach a system, found once for each model; a test compares them with what resolvers do. */
export function costsOf(model: Model): FieldCosts {
  const known = costsByModel.get(model) ?? costsOfMaps(model, resolverMapsOf(model));
  costsByModel.set(model, known);
  return known;
}

/** As `costsOf`, of resolvers that may be other than those of the model. */
export const costsOfMaps = ({ subgraph }: Model, resolvers: readonly ResolverMap[]): FieldCosts =>
  subgraph ? costsWithPrefixes(costsIn(resolvers), subgraph) : costsIn(resolvers);

/** The kinds of ids of all types that can be fetched by one, by type. */
export const kindsOf = (model: Model): ReadonlyMap<string, IdKind> =>
  new Map(nodesOf(model).map(({ kind }) => [kind.type, kind]));

/** All loaders as they are declared, by name: those of each system by its name, and those of `joins`. */
export const loadersOf = ({ systems, joins }: Model): ReadonlyMap<string, LoaderEntries> =>
  new Map([
    ...systems.map(({ name, nouns }): [string, LoaderEntries] => [
      name,
      nouns.flatMap(({ loaders = {} }) => Object.entries(loaders)),
    ]),
    ["joins", joins.flatMap(({ loaders }) => Object.entries(loaders))],
  ]);

type LoaderEntries = readonly (readonly [name: string, loader: LoaderDefinition<Clearable>])[];

/** Tells which system an endpoint belongs to. */
export function systemsByEndpoint({ systems }: Model): (endpoint: AnyEndpoint) => string {
  const byEndpoint = new Map(
    systems.flatMap(({ name, nouns }) =>
      nouns.flatMap(({ endpoints }) =>
        Object.values(endpoints).flatMap((verbs) =>
          Object.values(verbs).map((endpoint): [AnyEndpoint, string] => [endpoint, name]),
        ),
      ),
    ),
  );
  return (endpoint) => {
    const system = byEndpoint.get(endpoint);
    if (system === undefined)
      throw new Error(`${endpoint.method} ${endpoint.path} is an endpoint of no system.`);
    return system;
  };
}
