import { useOf } from "../../estimate/field-cost.ts";
import { page } from "../../fields/page.ts";
import type { OperationContext } from "../../graphql/context.ts";
import type { Identified } from "../../lists/indexed-rows.ts";
import {
  type Connection,
  type PageArguments,
  pageOfNoRows,
  pageRequest,
} from "../../resolving/pagination.ts";
import { connectionOfAll } from "../../resolving/whole-page.ts";
import type { UserJson } from "./endpoints.ts";
import { userById } from "./loaders.ts";
import { usersOfOrganization } from "./users-of-organization.ts";

/** Uses of a page of the users of an organization. */
export const usersUse = useOf(usersOfOrganization);

/** A field that gives a page of the users of an organization. */
export const usersField = page(
  usersUse,
  async (
    { id }: Identified,
    args: PageArguments,
    { of }: OperationContext,
  ): Promise<Connection<UserJson>> => {
    const request = pageRequest(args);
    if (request.first === 0) return pageOfNoRows(request);
    const owned = await of(usersOfOrganization).load(id);
    const pageUpTo = async (count: number): Promise<Connection<UserJson>> => {
      // One more than the page tells whether there are more.
      const all = await owned.take(count + 1);
      for (const user of all) of(userById).prime(user.id, user);
      const isPart = all.length > count;
      const made = connectionOfAll<UserJson>(request, { all, isPart, idOf: (user) => user.id });
      // Rows that have come since may have moved that of the cursor to where the read ended.
      return isPart && !made.pageInfo.hasNextPage ? pageUpTo(all.length) : made;
    };
    return pageUpTo(request.offset + request.first);
  },
);
