import type {
  MutationCreateOrganizationArgs,
  MutationResolvers,
  MutationUpdateOrganizationArgs,
} from "../../generated/resolvers.ts";
import { referenceIn } from "../../resolving/referenced.ts";
import { amongSlotEdits } from "../category/guarded-update.ts";
import { imageWrites } from "../image-writes.ts";
import { objectWrites } from "../object-writes.ts";
import { ownObject } from "../own-object.ts";
import { organizations } from "./endpoints.ts";
import { newOrganization, organizationChanges } from "./input.ts";
import { organizationKind } from "./loaders.ts";

const ownOrganization = ownObject(
  ({ organization }) => referenceIn(organizationKind, organization),
  "The gateway itself acts for this organization; archiving it would end all access to Web1on1.",
);

const objects = { name: "organization", kind: organizationKind, parameter: "organization_id" } as const;

const writes = objectWrites({
  ...objects,
  own: ownOrganization,
  isEnd: ({ body: { status } }) => status === "archived" || status === "pendingArchive",
  among: amongSlotEdits,
});

/** JPEG, GIF or PNG, a square of 200 pixels or more (web1on1-v2.txt:5756). */
const logos = imageWrites(objects, {
  mostBytes: 8 * 1024 * 1024,
  images: { types: ["image/jpeg", "image/gif", "image/png"], leastSquarePixels: 200 },
});

/** Creates, changes and archives organizations; the one that the gateway acts for stays active. */
export const Mutation = {
  createOrganization: writes.create(organizations.create, ({ input }: MutationCreateOrganizationArgs) =>
    newOrganization(input),
  ),
  updateOrganization: writes.update(organizations, ({ input }: MutationUpdateOrganizationArgs) =>
    organizationChanges(input),
  ),
  deleteOrganization: writes.delete(organizations.delete),
  uploadOrganizationLogo: logos.upload(organizations.uploadLogo),
  deleteOrganizationLogo: logos.delete(organizations.deleteLogo),
} satisfies MutationResolvers;
