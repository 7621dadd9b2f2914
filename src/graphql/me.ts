import { neverNull } from "../fields/never-null.ts";
import type { QueryResolvers } from "../generated/resolvers.ts";
import type { OperationContext } from "./context.ts";

/** The field that tells a client of itself; it calls nothing. */
export const meResolvers = {
  Query: {
    me: neverNull((_: unknown, _args: unknown, { access, ownClient }: OperationContext) => {
      const { limits, name } = ownClient();
      return { name, scopes: [...access.scopes].sort(), limits };
    }),
  } satisfies QueryResolvers,
};
