import type { GraphQLScalarType } from "graphql";
import type { NodeType } from "../resolving/noun.ts";
import type { Subgraph } from "./subgraph.ts";

/** A type whose objects other subgraphs may name. */
export interface Entity {
  /** The type as clients know it, with the prefix. */
  readonly name: string;
  readonly type: NodeType;
  /** The scalars of its keys by name, in the order in which a representation is asked for them. */
  readonly keys: ReadonlyMap<string, GraphQLScalarType>;
}

/** The entities of a subgraph, by name. */
export type Entities = ReadonlyMap<string, Entity>;

/** The scalars that keys are of. */
export type KeyScalars = Readonly<Record<"EmailAddress" | "ID" | "String", GraphQLScalarType>>;

/** The entities among the types of a gateway: all that have a global id. */
export const entitiesOf = (
  types: readonly NodeType[],
  { prefix }: Pick<Subgraph, "prefix">,
  scalars: KeyScalars,
): Entities =>
  new Map(
    types.map((type) => {
      const { isFoundBySourceId = true, kind, lookUpKeys } = type;
      const ids = isFoundBySourceId ? ["id", "sourceId"] : ["id"];
      const others = Object.entries(lookUpKeys?.keys ?? {});
      const keys = new Map([
        ...ids.map((name) => [name, scalars.ID] as const),
        ...others.map(([name, scalar]) => [name, scalars[scalar]] as const),
      ]);
      const name = prefix + kind.type;
      return [name, { name, type, keys }];
    }),
  );
