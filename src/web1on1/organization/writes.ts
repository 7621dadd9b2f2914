import type {
  MutationCreateOrganizationArgs,
  MutationResolvers,
  MutationUpdateOrganizationArgs,
} from "../../generated/resolvers.ts";
import { referenceIn } from "../../resolving/referenced.ts";
import { objectWrites } from "../object-writes.ts";
import { ownObject } from "../own-object.ts";
import { organizations } from "./endpoints.ts";
import { newOrganization, organizationChanges } from "./input.ts";
import { organizationKind } from "./loaders.ts";

const ownOrganization = ownObject(
  ({ organization }) => referenceIn(organizationKind, organization),
  "The gateway itself acts for this organization; archiving it would end all access to Web1on1.",
);

const writes = objectWrites({
  name: "organization",
  kind: organizationKind,
  parameter: "organization_id",
  own: ownOrganization,
  isEnd: (status) => status === "archived" || status === "pendingArchive",
});

/** Mutations of chat organizations. */
export const Mutation = {
  createOrganization: writes.create(organizations.create, ({ input }: MutationCreateOrganizationArgs) =>
    newOrganization(input),
  ),
  updateOrganization: writes.update(organizations, ({ input }: MutationUpdateOrganizationArgs) =>
    organizationChanges(input),
  ),
  deleteOrganization: writes.delete(organizations.delete),
} satisfies MutationResolvers;
