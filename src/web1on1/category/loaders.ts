import DataLoader from "dataloader";
import { pagesOfList } from "../../lists/list-strategy.ts";
import type { LoaderDefinition } from "../../lists/loader-definition.ts";
import { groupBy } from "../../loaders/group-by.ts";
import { orNull, settle } from "../../loaders/promise-or-value.ts";
import { pointReads } from "../../loaders/strategies/point-reads.ts";
import type { ByIdLoader } from "../../resolving/noun.ts";
import type { Call } from "../../rest/call.ts";
import { childId, childIds, childKind, comparableIdIn } from "../ids.ts";
import { organizationKind } from "../organization/loaders.ts";
import { type CategoryJson, type CategoryOfOrganization, organizationCategories } from "./endpoints.ts";
import { slotCount } from "./slots.ts";

/** Ids of categories, each of which holds that of its organization. */
export const categoryKind = childKind("Category", organizationKind);

/** A category that was read by itself. */
export const withoutSlot = (organizationId: string, row: CategoryJson): CategoryOfOrganization => ({
  ...row,
  organizationId,
  index: undefined,
});

/** Categories by id: one of an organization by itself, several of them from its list, which never proves absence. */
export const categoryById: LoaderDefinition<ByIdLoader<CategoryOfOrganization>> = {
  access: pointReads(organizationCategories.get, {
    list: pagesOfList(organizationCategories.list, "categories of one", slotCount),
  }),
  create({ call }) {
    const loader = new DataLoader<string, CategoryOfOrganization | null>(async (ids) => {
      const groups = [...groupBy(ids, (id) => childIds(id).parentId)];
      const listed = new Map(
        await Promise.all(
          groups.map(
            async ([organizationId, own]): Promise<[string, Listed]> => [
              organizationId,
              own.length > 1 ? await listedOf(organizationId, call) : new Map(),
            ],
          ),
        ),
      );
      return settle(
        ids.map(async (id) => {
          const found = listed.get(childIds(id).parentId);
          if (found instanceof Error) throw found;
          return found?.get(id) ?? readByItself(id, call);
        }),
      );
    });
    return { load: (id) => loader.load(id), clearAll: () => void loader.clearAll() };
  },
};

/** The listed categories of an organization by id, or why they could not be read: then none is asked for by itself. */
type Listed = ReadonlyMap<string, CategoryOfOrganization> | Error;

async function listedOf(organizationId: string, call: Call): Promise<Listed> {
  try {
    const rows = await orNull(call(organizationCategories.list, { organization_id: organizationId }));
    return new Map(
      (rows ?? []).map((row) => [
        childId({ parentId: organizationId, ownId: comparableIdIn(row) ?? "" }),
        withoutSlot(organizationId, row),
      ]),
    );
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function readByItself(id: string, call: Call): Promise<CategoryOfOrganization | null> {
  const { parentId, ownId } = childIds(id);
  const row = await orNull(
    call(organizationCategories.get, { organization_id: parentId, category_id: ownId }),
  );
  return row && withoutSlot(parentId, row);
}
