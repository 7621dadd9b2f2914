import { byIndex } from "../../loaders/by-index.ts";
import { byPoint } from "../../loaders/by-key.ts";
import type { KeysOf } from "../../loaders/indexed-rows.ts";
import { pointRead, sliceRead } from "../../loaders/keyed-read.ts";
import { idIn, keysIn } from "../../rest/row-values.ts";
import { kind } from "../ids.ts";
import { byObjectId } from "../lists/by-object-id.ts";
import { linkedList } from "../lists/linked-list.ts";
import {
  type OrganizationGroupJson,
  type OrganizationGroupsQuery,
  orgGroupMembers,
  orgGroups,
} from "./endpoints.ts";

/** Ids of groups of organizations. */
export const organizationGroupKind = kind("OrganizationGroup");

/** All groups of organizations. */
export const allOrganizationGroups = linkedList(
  "orgGroups",
  sliceRead(orgGroups.list, (query: OrganizationGroupsQuery) => ({ query })),
);

/** Groups by id. */
export const organizationGroupById = byObjectId(
  allOrganizationGroups,
  pointRead(orgGroups.get, (group_id) => ({ group_id })),
);

/** Each member. */
const byMember: KeysOf<OrganizationGroupJson> = ({ members }) =>
  Array.isArray(members) ? members.flatMap((member: unknown) => keysIn(idIn(member))) : [];

/** Groups by a member, of however many from the one list. */
export const organizationGroupsOfMember = byIndex(allOrganizationGroups, byMember);

/** Members by the id of their group, for groups that do not hold them. */
export const membersOfOrganizationGroup = byPoint(
  pointRead(orgGroupMembers.list, (group_id) => ({ group_id })),
);
