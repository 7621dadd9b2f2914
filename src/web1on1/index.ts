import type { OperationContext } from "../graphql/context.ts";
import type { NodeType } from "../graphql/node.ts";
import { web1on1Enums } from "./enums.ts";
import { organizationKind, userKind } from "./kinds.ts";
import * as organization from "./organization/organization.ts";
import * as user from "./user/user.ts";

/** Resolvers of Web1on1's nouns; merged with those of the other systems. */
export const web1on1Resolvers = [
  web1on1Enums,
  {
    Query: user.Query,
    Mutation: user.Mutation,
    User: user.User,
    OrganizationMembership: user.OrganizationMembership,
  },
  {
    Query: organization.Query,
    Mutation: organization.Mutation,
    Organization: organization.Organization,
    OrganizationPartner: organization.OrganizationPartner,
    Category: organization.Category,
  },
];

/** Types of Web1on1 that can be fetched by global id. */
export const web1on1Nodes: readonly NodeType<OperationContext["loaders"]>[] = [
  { kind: userKind, load: (loaders, id) => loaders.userById.load(id) },
  { kind: organizationKind, load: (loaders, id) => loaders.organizationById.load(id) },
];
