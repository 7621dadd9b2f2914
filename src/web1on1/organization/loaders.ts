import type { KeysOf } from "../../lists/indexed-rows.ts";
import { pointRead, sliceRead } from "../../lists/keyed-read.ts";
import { manyByField } from "../../loaders/many-by-field.ts";
import { comparableHost } from "../../resolving/host.ts";
import { idIn, keysIn } from "../../rest/row-values.ts";
import { kind } from "../ids.ts";
import { byObjectId } from "../lists/by-object-id.ts";
import { linkedList } from "../lists/linked-list.ts";
import { ofOwner } from "../lists/of-owner.ts";
import { type OrganizationJson, type OrganizationsQuery, organizations } from "./endpoints.ts";

/** Ids of chat organizations. */
export const organizationKind = kind("Organization");

/** All organizations but archived ones. */
export const allOrganizations = linkedList(
  "organizations",
  sliceRead(organizations.list, (query: OrganizationsQuery) => ({ query })),
);

/** Organizations by id, archived ones included. */
export const organizationById = byObjectId(
  allOrganizations,
  pointRead(organizations.get, (organization_id) => ({ organization_id })),
);

/** The host of the website. */
const byWebsite: KeysOf<OrganizationJson> = ({ url }) => keysIn(comparableHost(url));

/** Listed organizations by the host of their website. */
export const organizationsByHost = manyByField(allOrganizations, byWebsite);

/** Listed organizations by the organization that they stand below. */
export const childrenOfOrganization = ofOwner(
  allOrganizations,
  ({ parent }) => keysIn(idIn(parent)),
  (parent) => sliceRead(organizations.list, (page) => ({ query: { parent, ...page } })),
);
