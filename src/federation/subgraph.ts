/** How a gateway is a subgraph of a federated graph. */
export interface Subgraph {
  /** Whether routers are told of `node` and `nodes`. */
  readonly hasNode: boolean;
  /** Stands in front of the names of its types; an empty text for none. */
  readonly prefix: string;
  /** Stands in front of the names of its fields of `Query` and `Mutation`; an empty text for none. */
  readonly fieldPrefix: string;
}

/** Texts that stand in front of names. */
export type Prefixes = Pick<Subgraph, "fieldPrefix" | "prefix">;
