import { byIndex } from "../loaders/by-index.ts";
import { byKey } from "../loaders/by-key.ts";
import type { Definition } from "../loaders/definition.ts";
import { byId } from "../loaders/indexed-rows.ts";
import { pointRead } from "../loaders/keyed-read.ts";
import { byEmail, byWebsite, organizationList, userList } from "./lists.ts";
import { organizations } from "./organization/endpoints.ts";
import { userByEmail } from "./user/by-email.ts";
import { users } from "./user/endpoints.ts";
import { ownedUsers } from "./user/owned-users.ts";

/** The loaders of Web1on1, by name. */
export const web1on1Loaders = {
  allUsers: userList,
  userById: byKey(
    userList,
    byId,
    pointRead(users.get, (user_id) => ({ user_id })),
  ),
  /** Listed users by e-mail address, as addresses are compared. */
  usersByEmail: byIndex(userList, byEmail),
  userByEmail,
  usersOfOrganization: ownedUsers,
  allOrganizations: organizationList,
  organizationById: byKey(
    organizationList,
    byId,
    pointRead(organizations.get, (organization_id) => ({ organization_id })),
  ),
  /** Listed organizations by the host of their website. */
  organizationsByHost: byIndex(organizationList, byWebsite),
};

/** All loaders of Web1on1, for one operation. */
export type Web1on1Loaders = {
  readonly [Name in keyof typeof web1on1Loaders]: (typeof web1on1Loaders)[Name] extends Definition<infer Made>
    ? Made
    : never;
};

/** Whether a user or organization is in use: archived ones are kept, but come after all others. */
export const isLiving = ({ status }: { readonly status?: string | null }): boolean =>
  status !== "archived" && status !== "pendingArchive";
