import { callsOf, type FieldCosts, freshCallsOf, type LoaderUse, useOf } from "../estimate/field-cost.ts";
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

/** Where organizations are looked up that a write names; an id needs no look-up. */
function lookUps(references: readonly (OrganizationReference | undefined)[]): LoaderUse[] {
  const hosts = new Set(
    references.flatMap((reference) => (reference && "host" in reference ? reference.host : [])),
  );
  return hosts.size === 0 ? [] : [useOf(organizationsByHost, exactly(hosts.size))];
}

const holdsAny = (patches: Readonly<Record<string, unknown>>): boolean =>
  Object.values(patches).some(Boolean);

/** What the fields of Web1on1's types cost. */
export const web1on1FieldCosts: FieldCosts = {
  "Query.viewer": { uses: [callsOf(users.me)] },
  "Query.viewerOrganizations": { uses: [callsOf(users.myOrganizations)], cardinality: anyNumber },
  "Query.user": ({ by }: QueryUserArgs) => {
    if (by.id !== undefined) sourceIdOf(userKind, by.id);
    return { uses: [useOf(by.id === undefined ? userByEmail : userById)] };
  },
  "Query.users": pageOf(callsOf(users.list)),
  "Query.organization": ({ by }: QueryOrganizationArgs) => ({
    uses: [useOf("id" in organizationReference(by) ? organizationById : organizationsByHost)],
  }),
  "Query.organizations": pageOf(callsOf(organizations.list)),

  "User.organization": oneOf(organizationById),
  "OrganizationMembership.organization": oneOf(organizationById),
  "OrganizationPartner.organization": oneOf(organizationById),
  "Organization.parent": oneOf(organizationById),
  "Organization.users": pageOf(useOf(usersOfOrganization)),

  "Mutation.createUser": ({ input }: MutationCreateUserArgs) => ({
    uses: [...lookUps([newUser(input).organization]), callsOf(users.create)],
  }),
  "Mutation.updateUser": ({ id, input }: MutationUpdateUserArgs) => {
    sourceIdOf(userKind, id);
    const { body, organization, patches } = userChanges(input);
    return {
      uses: [
        ...(body.status && body.status !== "active" ? [freshCallsOf(users.me)] : []),
        ...lookUps([organization]),
        ...(holdsAny(patches) ? [freshCallsOf(users.getToMerge)] : []),
        callsOf(users.update),
      ],
    };
  },
  // The update answers the user, as a rule.
  "UpdateUserPayload.user": oneOf(userById),
  "Mutation.deleteUser": ({ id }: MutationDeleteUserArgs) => {
    sourceIdOf(userKind, id);
    return { uses: [freshCallsOf(users.me), callsOf(users.delete)] };
  },
  "DeleteUserPayload.user": { uses: [useOf(userById)] },

  "Mutation.createOrganization": ({ input }: MutationCreateOrganizationArgs) => {
    const { parent, partners = [] } = newOrganization(input).named;
    const named = [parent, ...partners.map(({ reference }) => reference)];
    return { uses: [...lookUps(named), callsOf(organizations.create)] };
  },
  "Mutation.updateOrganization": ({ id, input }: MutationUpdateOrganizationArgs) => {
    sourceIdOf(organizationKind, id);
    const { body, categories, named, patches } = organizationChanges(input);
    return {
      uses: [
        ...(body.status === "archived" || body.status === "pendingArchive" ? [freshCallsOf(users.me)] : []),
        ...lookUps((named.partners ?? []).map(({ reference }) => reference)),
        ...(categories || holdsAny(patches) ? [freshCallsOf(organizations.getToMerge)] : []),
        callsOf(organizations.update),
      ],
    };
  },
  "UpdateOrganizationPayload.organization": oneOf(organizationById),
  "Mutation.deleteOrganization": ({ id }: MutationDeleteOrganizationArgs) => {
    sourceIdOf(organizationKind, id);
    return { uses: [freshCallsOf(users.me), callsOf(organizations.delete)] };
  },
  "DeleteOrganizationPayload.organization": { uses: [useOf(organizationById)] },
};
