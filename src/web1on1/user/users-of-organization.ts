import DataLoader from "dataloader";
import type { KeysOf } from "../../lists/indexed-rows.ts";
import { sliceRead } from "../../lists/keyed-read.ts";
import type { Clearable, LoaderDefinition } from "../../lists/loader-definition.ts";
import { type PagedList, pagedList } from "../../lists/paged-list.ts";
import { newListStatistics } from "../../lists/statistics.ts";
import { filterReads } from "../../loaders/strategies/filter-reads.ts";
import { idIn, keysIn } from "../../rest/row-values.ts";
import { listFeatures } from "../lists/list-features.ts";
import { anyOf, pageSize } from "../lists/page-json.ts";
import { type UserJson, users } from "./endpoints.ts";
import { allUsers } from "./loaders.ts";

/** The users that belong to one organization, read as far as they are wanted. */
export interface OwnedUsers {
  /** At least the first `count` of them in upstream order, or all if there are fewer. */
  take(count: number): Promise<readonly UserJson[]>;
}

/** Loads the users of organizations. */
export interface OwnedUsersLoader extends Clearable {
  load(organizationId: string): Promise<OwnedUsers>;
}

/** The owner organization. */
const byOwner: KeysOf<UserJson> = ({ organization }) => keysIn(idIn(organization));

// Ids of 24 digits keep the URL below 3 kB.
const organizationsPerCall = 100;

/**
 * The upstream's filter matches members as well as owners, so its rows are filtered again by owner. One organization is
 * read page by page; several share one walk over the users of all of them. The list of all users serves where it costs
 * nothing.
 */
export const usersOfOrganization: LoaderDefinition<OwnedUsersLoader> = {
  access: filterReads(users.list, { keysPerCall: organizationsPerCall, pageSize, list: allUsers.access }),
  create({ call, of, settingOf }) {
    const listed = of(allUsers);

    const filteredList = (organizationIds: readonly string[]): PagedList<UserJson> => {
      const [only, ...others] = organizationIds;
      const organization = only !== undefined && others.length === 0 ? only : anyOf(organizationIds);
      const slices = sliceRead(users.list, (page) => ({ query: { organization, ...page } }));
      // Filtered lists are too many to remember the size of each.
      return pagedList({ ...allUsers, slices }, call, newListStatistics());
    };

    const loader = new DataLoader<string, OwnedUsers>(async (ids) => {
      await listed.readAtHand();
      const isFiltered = settingOf(listFeatures).includes(ids.length > 1 ? "anyOf" : "filters");
      if (!isFiltered || listed.isComplete() || listed.fullRead())
        return ids.map((id) => ownedIn(listed, id, true));
      const batches = Array.from({ length: Math.ceil(ids.length / organizationsPerCall) }, (_, at) =>
        ids.slice(at * organizationsPerCall, (at + 1) * organizationsPerCall),
      );
      return batches.flatMap((batch) => {
        const list = filteredList(batch);
        return batch.map((id) => ownedIn(list, id, batch.length > 1));
      });
    });
    return { load: (id) => loader.load(id), clearAll: () => void loader.clearAll() };
  },
};

function ownedIn(list: PagedList<UserJson>, organizationId: string, whole: boolean): OwnedUsers {
  const owned = () => list.listed(byOwner, organizationId);
  return {
    async take(count) {
      if (whole) await list.all();
      while (!list.isComplete() && owned().length < count) await list.readNext();
      return owned();
    },
  };
}
