import { makeExecutableSchema } from "@graphql-tools/schema";
import DataLoader from "dataloader";
import { type GraphQLSchema, graphql } from "graphql";

/** Reads one JSON resource by its path and query. */
export type ReadJson = (target: string) => Promise<unknown>;

interface UserRow {
  readonly id: string;
  readonly organization?: string;
}

/**
 * The slice of the schema that `chat-directory` needs, as a textbook has it: resolvers that fetch, and a DataLoader for
 * each request that reads one organization a call.
 */
export function createPlainGateway(readJson: ReadJson): (document: string) => Promise<unknown> {
  const schema: GraphQLSchema = makeExecutableSchema<{ organizations: DataLoader<string, unknown> }>({
    typeDefs: /* GraphQL */ `
      type Query { users(first: Int!, after: String): UserConnection }
      type UserConnection { nodes: [User!]! pageInfo: PageInfo! }
      type PageInfo { hasNextPage: Boolean! endCursor: String }
      type User { id: ID! displayName: String email: String role: String organization: Organization }
      type Organization { id: ID! name: String }
    `,
    resolvers: {
      Query: {
        users: async (_: unknown, { first }: { first: number }) => {
          const nodes = await readJson(`/v2/users?limit=${first}&offset=0`);
          return { nodes, pageInfo: { hasNextPage: true, endCursor: String(first) } };
        },
      },
      User: {
        organization: (user: UserRow, _args: unknown, context) =>
          user.organization ? context.organizations.load(user.organization) : null,
      },
    },
  });
  return async (source) => {
    const organizations = new DataLoader((ids: readonly string[]) =>
      Promise.all(ids.map((id) => readJson(`/v2/organizations/${id}`))),
    );
    const { data, errors } = await graphql({ schema, source, contextValue: { organizations } });
    if (errors) throw new Error(`The plain gateway failed: ${errors.join("; ")}`);
    return data;
  };
}
