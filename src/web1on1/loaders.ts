import { comparableHost } from "../host.ts";
import { type ListPage, type ListSizes, pagedList } from "../loaders/paged-list.ts";
import { byIndex, byKey } from "../loaders/shapes.ts";
import type { Call } from "../rest/client.ts";
import { type OrganizationJson, organizations } from "./api/organization.ts";
import { type LinkedPage, type ListQuery, pageSize } from "./api/page.ts";
import { type UserJson, users } from "./api/user.ts";
import { ownedUsers } from "./owned-users.ts";
import { createUserByEmail } from "./user-by-email.ts";

/** All loaders of Web1on1, for one operation. */
export type Web1on1Loaders = ReturnType<typeof createWeb1on1Loaders>;

/** Makes the loaders of one operation. */
export function createWeb1on1Loaders(call: Call, sizes: ListSizes) {
  const listOf = <Row extends { readonly id: string }>(
    name: string,
    read: (query: ListQuery) => Promise<LinkedPage<Row>>,
  ) =>
    pagedList<Row>(
      {
        name,
        pageSize,
        idOf: (row) => row.id,
        fetchPage: (offset): Promise<ListPage<Row>> => read({ limit: pageSize, offset }),
      },
      sizes,
    );

  const allUsers = listOf<UserJson>("users", (query) => call(users.list, { query }));
  const allOrganizations = listOf<OrganizationJson>("organizations", (query) =>
    call(organizations.list, { query }),
  );

  const usersByEmail = byIndex(allUsers, "email", ({ email }) => (email ? [email.toLowerCase()] : []));

  return {
    allUsers,
    userById: byKey({
      list: allUsers,
      key: "id",
      keysOf: (user) => [user.id],
      point: (user_id) => call(users.get, { user_id }),
    }),
    /** Listed users by e-mail address in lower case. */
    usersByEmail,
    userByEmail: createUserByEmail(call, allUsers, usersByEmail),
    usersOfOrganization: ownedUsers(call, allUsers),
    allOrganizations,
    organizationById: byKey({
      list: allOrganizations,
      key: "id",
      keysOf: (organization) => [organization.id],
      point: (organization_id) => call(organizations.get, { organization_id }),
    }),
    /** Listed organizations by the host of their website. */
    organizationsByHost: byIndex(allOrganizations, "host", ({ url }) => {
      const host = comparableHost(url);
      return host ? [host] : [];
    }),
  };
}

/** Whether a user or organization is in use: archived ones are kept, but come after all others. */
export const isLiving = ({ status }: { readonly status?: string | null }): boolean =>
  status !== "archived" && status !== "pendingArchive";
