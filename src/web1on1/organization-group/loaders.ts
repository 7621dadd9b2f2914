import type { KeysOf } from "../../lists/indexed-rows.ts";
import { pointRead, sliceRead } from "../../lists/keyed-read.ts";
import type { LoaderDefinition } from "../../lists/loader-definition.ts";
import { indexLoader } from "../../loaders/many-by-field.ts";
import { oneByPoint } from "../../loaders/one-by-key.ts";
import { type GroupLoader, mapPromiseOrValue } from "../../loaders/promise-or-value.ts";
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

/** Members by the id of their group, for groups that do not hold them. */
export const membersOfOrganizationGroup = oneByPoint(
  pointRead(orgGroupMembers.list, (group_id) => ({ group_id })),
);

/** The ids in a list of members, whatever that is. */
const idsIn = (members: unknown): string[] =>
  Array.isArray(members) ? members.flatMap((member: unknown) => keysIn(idIn(member))) : [];

/** Stands for the members of groups that came without any list of them; no id is empty. */
const untold = "";

/** Each member. */
const byMember: KeysOf<OrganizationGroupJson> = ({ members }) =>
  members === undefined || members === null ? [untold] : idsIn(members);

/** Groups by a member, of however many from the one list, and from the members of each that came without its own. */
export const organizationGroupsOfMember: LoaderDefinition<GroupLoader<string, OrganizationGroupJson>> = {
  access: allOrganizationGroups.access,
  create({ of }) {
    const groups = of(allOrganizationGroups);
    const listed = indexLoader(groups, byMember);
    const withUntold = async (organization: string, lacking: readonly OrganizationGroupJson[]) => {
      const lists = await Promise.all(lacking.map(({ id }) => of(membersOfOrganizationGroup).load(id)));
      const learnt = lacking.filter((_, at) => idsIn(lists[at]).includes(organization));
      const found = new Set([...(await listed.load(organization)), ...learnt]);
      return (await groups.all()).filter((group) => found.has(group));
    };
    return {
      ...listed,
      load: (organization) =>
        mapPromiseOrValue(listed.load(untold), (lacking) =>
          lacking.length === 0 ? listed.load(organization) : withUntold(organization, lacking),
        ),
    };
  },
};
