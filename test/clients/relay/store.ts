/** What a network of Relay answers. */
export interface GraphqlAnswer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string }[];
}

type Variables = Readonly<Record<string, unknown>>;

/** Sends the text of an operation. */
export type Send = (text: string, variables: Variables) => Promise<GraphqlAnswer>;

type Environment = { lookup(selector: unknown): { readonly data: unknown } };
type Settled = { readonly onCompleted: (data: unknown) => void; readonly onError: (error: Error) => void };

/** The part of `relay-runtime` that the tests use. */
interface RelayRuntime {
  readonly ROOT_ID: string;
  readonly ConnectionHandler: { getConnectionID(parentId: string, key: string, filters?: object): string };
  readonly Environment: new (parts: { readonly network: unknown; readonly store: unknown }) => Environment;
  readonly Network: {
    create(run: (operation: { readonly text: string }, variables: Variables) => unknown): unknown;
  };
  readonly RecordSource: new () => unknown;
  readonly Store: new (source: unknown) => unknown;
  commitMutation(
    environment: Environment,
    options: Settled & { mutation: unknown; variables: Variables },
  ): void;
  createOperationDescriptor(request: unknown, variables: Variables): { readonly fragment: unknown };
  fetchQuery(
    environment: Environment,
    query: unknown,
    variables: Variables,
  ): { toPromise(): Promise<unknown> };
  getRequest(artifact: unknown): unknown;
  getSingularSelector(fragment: unknown, reference: unknown): unknown;
}

/** A store of Relay over a network. */
export interface RelayStore {
  /** Fetches a query, and puts its answer into the store. */
  fetch(query: unknown, variables: Variables): Promise<unknown>;
  /** Sends a mutation. Rejects when it fails. */
  commit(mutation: unknown, variables: Variables): Promise<unknown>;
  /** Reads a query from the store, without a request. */
  // biome-ignore lint/suspicious/noExplicitAny: the shape is the test's query, which its expectation states.
  read(query: unknown, variables: Variables): any;
  /** Reads a fragment where the data of another selection refers to it. */
  // biome-ignore lint/suspicious/noExplicitAny: the shape is the test's fragment, which its expectation states.
  readFragment(fragment: unknown, reference: unknown): any;
  /** The id of a connection below the root. @param filters its arguments but those of pages. */
  connectionId(key: string, filters?: object): string;
}

/** Makes an empty store. @param examples loads what `examples/` has installed. */
export function relayStore(examples: NodeJS.Require, send: Send): RelayStore {
  const relay = examples("relay-runtime") as RelayRuntime;
  const network = relay.Network.create(({ text }, variables) => send(text, variables));
  const store = new relay.Store(new relay.RecordSource());
  const environment = new relay.Environment({ network, store });
  return {
    fetch: (query, variables) => relay.fetchQuery(environment, query, variables).toPromise(),
    commit: (mutation, variables) =>
      new Promise((onCompleted, onError) => {
        relay.commitMutation(environment, { mutation, variables, onCompleted, onError });
      }),
    read: (query, variables) =>
      environment.lookup(relay.createOperationDescriptor(relay.getRequest(query), variables).fragment).data,
    readFragment: (fragment, reference) =>
      environment.lookup(relay.getSingularSelector(fragment, reference)).data,
    connectionId: (key, filters) => relay.ConnectionHandler.getConnectionID(relay.ROOT_ID, key, filters),
  };
}
