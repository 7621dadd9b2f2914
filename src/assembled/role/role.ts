import { all, byId } from "../../fields/look-up.ts";
import type { QueryResolvers, RoleResolvers } from "../../generated/resolvers.ts";
import { sliceRead } from "../../lists/keyed-read.ts";
import { wholeCollection } from "../../lists/list.ts";
import { fromCollection } from "../../loaders/collection.ts";
import { identity } from "../../resolving/node-fields.ts";
import type { Noun } from "../../resolving/noun.ts";
import { kind } from "../ids.ts";
import { roles } from "./endpoints.ts";

/** Ids of roles. */
export const roleKind = kind("Role");

const roleList = wholeCollection(
  "roles",
  sliceRead(roles.list, () => ({})),
);

/** Roles by id. */
export const roleById = fromCollection(roleList);

/** Roles: sets of rights that people may have. */
export const role: Noun = {
  endpoints: { roles },
  loaders: { roleById },
  nodes: [{ kind: roleKind, loader: roleById }],
  resolvers: {
    Query: { role: byId(roleKind, roleById), roles: all(roleById, roleList) } satisfies QueryResolvers,
    Role: identity(roleKind) satisfies RoleResolvers,
  },
};
