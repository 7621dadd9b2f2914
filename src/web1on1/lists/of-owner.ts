import DataLoader from "dataloader";
import type { Identified, KeysOf } from "../../lists/indexed-rows.ts";
import type { SliceRead } from "../../lists/keyed-read.ts";
import type { ListDefinition } from "../../lists/list.ts";
import type { LoaderDefinition } from "../../lists/loader-definition.ts";
import { pagedList } from "../../lists/paged-list.ts";
import { newListStatistics } from "../../lists/statistics.ts";
import { indexLoader } from "../../loaders/many-by-field.ts";
import { type GroupLoader, settle } from "../../loaders/promise-or-value.ts";
import { filterReads } from "../../loaders/strategies/filter-reads.ts";
import { idIn, keysIn } from "../../rest/row-values.ts";
import { isLiving } from "../living.ts";
import { listFeatures } from "./list-features.ts";
import { type LinkedPage, pageSize } from "./page-json.ts";

/** An object that an organization owns. */
interface Owned extends Identified {
  /** Id of the organization, or itself. */
  readonly organization?: unknown;
}

const byOrganization: KeysOf<Owned> = ({ organization }) => keysIn(idIn(organization));

/**
 * Loads all that organizations own of a short list, as `ofOwner` does. Every row has an organization.
 * @param slicesOf reads the list, filtered by the id of an organization.
 */
export const ofOrganization = <Row extends Owned>(
  list: ListDefinition<Row>,
  slicesOf: (organization: string) => SliceRead<LinkedPage<Row>>,
): LoaderDefinition<GroupLoader<string, Row>> => ofOwner(list, byOrganization, slicesOf, true);

/**
 * Loads all that owners have of a list, in its order, less what is archived: of one by a filter, of several from the whole
 * list, which is read once for all of them and for all that points at its rows.
 * @param byOwner the id of a row's owner.
 * @param slicesOf reads the list, filtered by the id of an owner.
 * @param isOwned whether every row has an owner, so that one that names none leaves it out and the filter alone tells.
 */
export function ofOwner<Row extends Identified>(
  list: ListDefinition<Row>,
  byOwner: KeysOf<Row>,
  slicesOf: (owner: string) => SliceRead<LinkedPage<Row>>,
  isOwned = false,
): LoaderDefinition<GroupLoader<string, Row>> {
  const untold: KeysOf<Row> = (row) => (byOwner(row).length === 0 ? [""] : []);
  return {
    access: filterReads(list.slices.endpoint, { keysPerCall: 1, pageSize, list: list.access }),
    create({ call, of, settingOf }) {
      const all = of(list);
      const listed = indexLoader(all, byOwner);
      const hasFilter = () => settingOf(listFeatures).includes("filters");
      const isUntold = () => isOwned && hasFilter() && all.listed(untold, "").length > 0;

      const filtered = async (owner: string): Promise<readonly Row[]> => {
        // Filtered lists are too many to remember the size of each.
        const own = pagedList({ ...list, slices: slicesOf(owner) }, call, newListStatistics());
        const rows = await own.all();
        for (const body of own.bodies()) all.show(body, 0);
        // The filter may match more than the owner.
        return rows.filter((row) => {
          const owners = byOwner(row);
          return owners.includes(owner) || (isOwned && owners.length === 0);
        });
      };
      const fromWhole = async (owner: string): Promise<readonly Row[]> => {
        const rows = await listed.load(owner);
        return isUntold() ? filtered(owner) : rows;
      };

      const loader = new DataLoader<string, readonly Row[]>(async (owners) => {
        await all.readAtHand();
        const [only, ...others] = owners;
        const isAlone = only !== undefined && others.length === 0;
        const isFiltered = isAlone && hasFilter() && !all.isComplete() && !all.fullRead();
        const rows = await settle(isFiltered ? [filtered(only)] : owners.map(fromWhole));
        return rows.map((found) => (found instanceof Error ? found : found.filter(isLiving)));
      });
      return {
        load(owner) {
          all.readFresh();
          return all.isComplete() && !isUntold()
            ? all.listed(byOwner, owner).filter(isLiving)
            : loader.load(owner);
        },
        clearAll: () => void loader.clearAll(),
      };
    },
  };
}
