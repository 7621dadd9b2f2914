import DataLoader from "dataloader";
import { type PagedList, pagedList } from "../loaders/paged-list.ts";
import type { Forgetful } from "../loaders/shapes.ts";
import type { Call } from "../rest/client.ts";
import { anyOf, pageSize } from "./api/page.ts";
import { type UserJson, users } from "./api/user.ts";

/** The users that belong to one organization, read as far as they are wanted. */
export interface OwnedUsers {
  /** At least the first `count` of them in upstream order, or all if there are fewer. */
  take(count: number): Promise<readonly UserJson[]>;
}

/** Loads the users of organizations. */
export interface OwnedUsersLoader extends Forgetful {
  load(organizationId: string): Promise<OwnedUsers>;
}

// Ids of 24 digits keep the URL below 3 kB.
const organizationsPerCall = 100;

/**
 * The upstream's filter matches members as well as owners, so its rows are filtered again by owner. One organization is
 * read page by page; several share one walk over the users of all of them.
 */
export function ownedUsers(call: Call, allUsers: PagedList<UserJson>): OwnedUsersLoader {
  const filteredList = (organizationIds: readonly string[]): PagedList<UserJson> => {
    const [only, ...others] = organizationIds;
    const organization = only !== undefined && others.length === 0 ? only : anyOf(organizationIds);
    return pagedList<UserJson>(
      {
        name: `users of ${organization}`,
        pageSize,
        idOf: (user) => user.id,
        fetchPage: (offset) => call(users.list, { query: { organization, limit: pageSize, offset } }),
      },
      // Filtered lists are too many to remember the size of each.
      new Map(),
    );
  };

  const ownedIn = (list: PagedList<UserJson>, organizationId: string, whole: boolean): OwnedUsers => {
    const owned = () => list.index("organization", ownerOf).get(organizationId) ?? [];
    return {
      async take(count) {
        if (whole) await list.all();
        while (!list.complete && owned().length < count) await list.readNext();
        return owned();
      },
    };
  };

  const loader = new DataLoader<string, OwnedUsers>(async (ids) => {
    if (allUsers.complete || allUsers.walking) return ids.map((id) => ownedIn(allUsers, id, true));
    const batches = Array.from({ length: Math.ceil(ids.length / organizationsPerCall) }, (_, at) =>
      ids.slice(at * organizationsPerCall, (at + 1) * organizationsPerCall),
    );
    return batches.flatMap((batch) => {
      const list = filteredList(batch);
      return batch.map((id) => ownedIn(list, id, batch.length > 1));
    });
  });
  return { load: (id) => loader.load(id), clearAll: () => void loader.clearAll() };
}

const ownerOf = ({ organization }: UserJson): string[] => (organization ? [organization] : []);
