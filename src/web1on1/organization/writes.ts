import { write } from "../../fields/write.ts";
import type {
  MutationCreateOrganizationArgs,
  MutationDeleteOrganizationArgs,
  MutationResolvers,
  MutationUpdateOrganizationArgs,
} from "../../generated/resolvers.ts";
import { sourceIdOf, toGlobalId } from "../../resolving/ids.ts";
import { referenceIn } from "../../resolving/referenced.ts";
import { updateMerged, usesOfMerges } from "../merging/merged-update.ts";
import { ownObject } from "../own-object.ts";
import { organizations } from "./endpoints.ts";
import { newOrganization, organizationChanges } from "./input.ts";
import { organizationKind } from "./loaders.ts";
import { idsOfNamed, usesOfNamed } from "./named.ts";

const ownOrganization = ownObject(
  ({ organization }) => referenceIn(organizationKind, organization),
  "The gateway itself acts for this organization; archiving it would end all access to Web1on1.",
);

/** Writes of chat organizations. */
export const Mutation = {
  createOrganization: write(
    ({ input }: MutationCreateOrganizationArgs) => {
      const { body, named } = newOrganization(input);
      return { endpoint: organizations.create, body, named, uses: usesOfNamed(named) };
    },
    async ({ endpoint, body, named }, context) => {
      const ids = await idsOfNamed(named, context);
      const organization = await context.call(endpoint, { body: { ...body, ...ids } });
      return { organizationId: toGlobalId(organizationKind, organization.id), organization };
    },
  ),
  updateOrganization: write(
    ({ id, input }: MutationUpdateOrganizationArgs) => {
      const organization_id = sourceIdOf(organizationKind, id);
      const { body, named, merges } = organizationChanges(input);
      const ends = body.status === "archived" || body.status === "pendingArchive";
      const uses = [
        ...(ends ? ownOrganization.uses : []),
        ...usesOfNamed(named),
        ...usesOfMerges(merges, organizations.getToMerge),
      ];
      return { endpoint: organizations.update, organization_id, body, named, merges, ends, uses };
    },
    async ({ endpoint, organization_id, body, named, merges, ends }, context) => {
      const { call, freshCall } = context;
      if (ends) await ownOrganization.protect(organization_id, context);
      const ids = await idsOfNamed(named, context);
      const organization = await updateMerged(
        {
          kind: organizationKind,
          sourceId: organization_id,
          merges,
          read: () => freshCall(organizations.getToMerge, { organization_id }),
          update: (merged) => call(endpoint, { organization_id, body: { ...body, ...ids, ...merged } }),
        },
        context,
      );
      return { organizationId: toGlobalId(organizationKind, organization_id), organization };
    },
  ),
  deleteOrganization: write(
    ({ id }: MutationDeleteOrganizationArgs) => ({
      endpoint: organizations.delete,
      organization_id: sourceIdOf(organizationKind, id),
      uses: ownOrganization.uses,
    }),
    async ({ endpoint, organization_id }, context) => {
      await ownOrganization.protect(organization_id, context);
      await context.call(endpoint, { organization_id });
      return { deletedOrganizationId: toGlobalId(organizationKind, organization_id) };
    },
  ),
} satisfies MutationResolvers;
