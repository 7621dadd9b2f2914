import { type Ask, asks, calls, callsAnew, type FieldCosts, type NodeCost } from "../estimate/field-cost.ts";
import { anyNumber, exactly } from "../estimate/range.ts";
import { oneOf, pageOf } from "../estimate/usual-costs.ts";
import type {
  MutationCreateOrganizationArgs,
  MutationCreateUserArgs,
  MutationDeleteOrganizationArgs,
  MutationDeleteUserArgs,
  MutationUpdateOrganizationArgs,
  MutationUpdateUserArgs,
  QueryOrganizationArgs,
  QueryUserArgs,
} from "../generated/resolvers.ts";
import { sourceIdOf } from "../resolving/ids.ts";
import { organizationKind, userKind } from "./kinds.ts";
import { web1on1Loaders } from "./loaders.ts";
import { organizations } from "./organization/endpoints.ts";
import { newOrganization, organizationChanges } from "./organization/input.ts";
import { type OrganizationReference, organizationReference } from "./organization/look-up.ts";
import { users } from "./user/endpoints.ts";
import { newUser, userChanges } from "./user/input.ts";

const { organizationById, organizationsByHost, userByEmail, userById, usersOfOrganization } = web1on1Loaders;

/** Types of Web1on1 that can be fetched by global id. */
export const web1on1NodeCosts: readonly NodeCost[] = [
  { kind: userKind, loader: userById },
  { kind: organizationKind, loader: organizationById },
];

/** Where organizations are looked up that a write names; an id needs no look-up. */
function lookUps(references: readonly (OrganizationReference | undefined)[]): Ask[] {
  const hosts = new Set(
    references.flatMap((reference) => (reference && "host" in reference ? reference.host : [])),
  );
  return hosts.size === 0 ? [] : [asks(organizationsByHost, exactly(hosts.size))];
}

const holdsAny = (patches: Readonly<Record<string, unknown>>): boolean =>
  Object.values(patches).some(Boolean);

/** What the fields of Web1on1's types cost. */
export const web1on1FieldCosts: FieldCosts = {
  "Query.viewer": { asks: [calls(users.me)] },
  "Query.viewerOrganizations": { asks: [calls(users.myOrganizations)], gives: anyNumber },
  "Query.user": ({ by }: QueryUserArgs) => {
    if (by.id !== undefined) sourceIdOf(userKind, by.id);
    return { asks: [asks(by.id === undefined ? userByEmail : userById)] };
  },
  "Query.users": pageOf(calls(users.list)),
  "Query.organization": ({ by }: QueryOrganizationArgs) => ({
    asks: [asks("id" in organizationReference(by) ? organizationById : organizationsByHost)],
  }),
  "Query.organizations": pageOf(calls(organizations.list)),

  "User.organization": oneOf(organizationById),
  "OrganizationMembership.organization": oneOf(organizationById),
  "OrganizationPartner.organization": oneOf(organizationById),
  "Organization.parent": oneOf(organizationById),
  "Organization.users": pageOf(asks(usersOfOrganization)),

  "Mutation.createUser": ({ input }: MutationCreateUserArgs) => ({
    asks: [...lookUps([newUser(input).organization]), calls(users.create)],
  }),
  "Mutation.updateUser": ({ id, input }: MutationUpdateUserArgs) => {
    sourceIdOf(userKind, id);
    const { body, organization, patches } = userChanges(input);
    return {
      asks: [
        ...(body.status && body.status !== "active" ? [callsAnew(users.me)] : []),
        ...lookUps([organization]),
        ...(holdsAny(patches) ? [callsAnew(users.getToMerge)] : []),
        calls(users.update),
      ],
    };
  },
  // The update answers the user, as a rule.
  "UpdateUserPayload.user": oneOf(userById),
  "Mutation.deleteUser": ({ id }: MutationDeleteUserArgs) => {
    sourceIdOf(userKind, id);
    return { asks: [callsAnew(users.me), calls(users.delete)] };
  },
  "DeleteUserPayload.user": { asks: [asks(userById)] },

  "Mutation.createOrganization": ({ input }: MutationCreateOrganizationArgs) => {
    const { parent, partners = [] } = newOrganization(input).named;
    const named = [parent, ...partners.map(({ reference }) => reference)];
    return { asks: [...lookUps(named), calls(organizations.create)] };
  },
  "Mutation.updateOrganization": ({ id, input }: MutationUpdateOrganizationArgs) => {
    sourceIdOf(organizationKind, id);
    const { body, categories, named, patches } = organizationChanges(input);
    return {
      asks: [
        ...(body.status === "archived" || body.status === "pendingArchive" ? [callsAnew(users.me)] : []),
        ...lookUps((named.partners ?? []).map(({ reference }) => reference)),
        ...(categories || holdsAny(patches) ? [callsAnew(organizations.getToMerge)] : []),
        calls(organizations.update),
      ],
    };
  },
  "UpdateOrganizationPayload.organization": oneOf(organizationById),
  "Mutation.deleteOrganization": ({ id }: MutationDeleteOrganizationArgs) => {
    sourceIdOf(organizationKind, id);
    return { asks: [callsAnew(users.me), calls(organizations.delete)] };
  },
  "DeleteOrganizationPayload.organization": { asks: [asks(organizationById)] },
};
