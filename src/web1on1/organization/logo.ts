import { write } from "../../fields/write.ts";
import type {
  MutationDeleteOrganizationLogoArgs,
  MutationResolvers,
  MutationUploadOrganizationLogoArgs,
} from "../../generated/resolvers.ts";
import { sourceIdOf, toGlobalId } from "../../resolving/ids.ts";
import { filesOf } from "../../uploads/upload.ts";
import { logoLimits } from "../image-limits.ts";
import { organizations } from "./endpoints.ts";
import { organizationKind } from "./loaders.ts";

/** Writes of the images of chat organizations. */
export const logoMutation = {
  uploadOrganizationLogo: write(
    ({ id, input }: MutationUploadOrganizationLogoArgs) => ({
      endpoint: organizations.uploadLogo,
      organization_id: sourceIdOf(organizationKind, id),
      upload: input.file,
    }),
    async ({ endpoint, organization_id, upload }, { call }) => {
      const organization = await call(endpoint, {
        organization_id,
        body: { file: filesOf([upload], logoLimits) },
      });
      return { organizationId: toGlobalId(organizationKind, organization_id), organization };
    },
  ),
  deleteOrganizationLogo: write(
    ({ id }: MutationDeleteOrganizationLogoArgs) => ({
      endpoint: organizations.deleteLogo,
      organization_id: sourceIdOf(organizationKind, id),
    }),
    async ({ endpoint, organization_id }, { call }) => {
      await call(endpoint, { organization_id });
      return { organizationId: toGlobalId(organizationKind, organization_id) };
    },
  ),
} satisfies MutationResolvers;
