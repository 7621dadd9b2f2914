import type { QueryResolvers, RoleResolvers } from "../../generated/resolvers.ts";
import { identity } from "../../graphql/node.ts";
import { sourceIdOf } from "../../resolving/ids.ts";
import { roleKind } from "../kinds.ts";

/** `Query.role`, `Query.roles`. */
export const Query: Pick<QueryResolvers, "role" | "roles"> = {
  role: (_, { id }, { loaders }) => loaders.roleById.load(sourceIdOf(roleKind, id)),
  roles: (_, _args, { loaders }) => loaders.roleById.all(),
};

/** Fields of `Role`. */
export const Role: Pick<RoleResolvers, "id" | "sourceId"> = identity(roleKind);
