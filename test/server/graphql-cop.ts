/** A server as a probe reaches it. */
export interface Probed {
  /** Posts a body as JSON and answers the text of what came; one operation is named `cop`. */
  post(body: unknown): Promise<string>;
  /** Sends any request to the endpoint. @param search with its question mark */
  send(search: string, init?: RequestInit): Promise<string>;
}

/** One probe of graphql-cop. */
export interface Probe {
  readonly name: string;
  /** Whether it finds what it looks for. */
  finds(server: Probed): Promise<boolean>;
}

/**
 * The probes of graphql-cop 1.15 (https://github.com/dolevf/graphql-cop), each with the request that it sends and the sign that
 * it looks for. Field duplication, which it has switched off since servers merge equal fields, is among them.
 */
export const probes: readonly Probe[] = [
  {
    name: "field suggestions",
    finds: async ({ post }) =>
      (await post({ query: "query cop { __schema { directive } }" })).includes("Did you mean"),
  },
  {
    name: "introspection",
    finds: async ({ post }) =>
      dataOf(await post({ query: "query cop { __schema { types { name fields { name } } } }" }))?.__schema !==
      undefined,
  },
  {
    name: "an IDE",
    finds: async ({ send }) =>
      /graphiql\.min\.css|GraphQL Playground|GraphiQL|graphql-playground/.test(
        await send("", { headers: { accept: "text/html" } }),
      ),
  },
  {
    name: "queries by GET",
    finds: async ({ send }) => hasTypename(await send("?query=query+cop+%7B__typename%7D")),
  },
  {
    name: "alias overloading",
    async finds({ post }) {
      const aliases = Array.from({ length: 101 }, (_, at) => `alias${at}:__typename`).join(" ");
      return dataOf(await post({ query: `query cop { ${aliases} }` }))?.alias100 !== undefined;
    },
  },
  {
    name: "batches",
    async finds({ post }) {
      const answer = parsed(
        await post(Array.from({ length: 10 }, () => ({ query: "query cop { __typename }" }))),
      );
      return Array.isArray(answer) && answer.length >= 10;
    },
  },
  {
    name: "traces",
    async finds({ post }) {
      const text = await post({ query: "query cop { __typename }" });
      return /"tracing"/i.test(text);
    },
  },
  {
    name: "directive overloading",
    async finds({ post }) {
      const answer = parsed(await post({ query: `query cop { __typename ${"@aa".repeat(10)} }` }));
      return (answer as { errors?: unknown[] }).errors?.length === 10;
    },
  },
  {
    name: "circular introspection",
    async finds({ post }) {
      const query =
        "query cop { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }";
      const schema = dataOf(await post({ query }))?.__schema as { types: unknown[] } | undefined;
      return (schema?.types.length ?? 0) > 25;
    },
  },
  {
    name: "mutations by GET",
    finds: async ({ send }) => hasTypename(await send("?query=mutation+cop+%7B__typename%7D")),
  },
  {
    name: "forms by POST",
    finds: async ({ send }) =>
      hasTypename(
        await send("", { method: "POST", body: new URLSearchParams({ query: "query cop { __typename }" }) }),
      ),
  },
  {
    name: "unhandled errors",
    finds: async ({ post }) => /"(exception|stacktrace)"/i.test(await post({ query: "qwerty cop { abc }" })),
  },
  {
    name: "field duplication",
    finds: async ({ post }) =>
      hasTypename(await post({ query: `query cop { ${"__typename ".repeat(500)}}` })),
  },
];

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const dataOf = (text: string): Readonly<Record<string, unknown>> | undefined => {
  const answer = parsed(text) as { data?: Readonly<Record<string, unknown>> | null } | undefined;
  return answer?.data ?? undefined;
};

const hasTypename = (text: string): boolean => dataOf(text)?.__typename !== undefined;
