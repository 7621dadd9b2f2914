/** How a gateway is a subgraph of a federated graph. */
export interface Subgraph {
  /** Whether routers are told of `node` and `nodes`. */
  readonly hasNode: boolean;
  /** Stands in front of the names of its types; an empty text for none. */
  readonly prefix: string;
}
