import type { System } from "../resolving/system.ts";
import { web1on1Enums } from "./enums.ts";
import { organizationKind, userKind } from "./kinds.ts";
import { web1on1Loaders } from "./loaders.ts";
import * as organization from "./organization/organization.ts";
import { facts } from "./system.ts";
import * as user from "./user/user.ts";

/** Resolvers of Web1on1's nouns; merged with those of the other systems. */
const web1on1Resolvers = [
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
const nodes: readonly NodeType[] = [
  { kind: userKind, loader: web1on1Loaders.userById },
  { kind: organizationKind, loader: web1on1Loaders.organizationById },
];

/** Web1on1, with everything that the gateway offers of it. */
export const web1on1: System = {
  ...facts,
  enums: web1on1Enums,
  nouns: [user, organization, session],
};
