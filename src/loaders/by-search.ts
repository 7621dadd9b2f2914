import DataLoader from "dataloader";
import type { KeysOf } from "../lists/indexed-rows.ts";
import type { KeyedRead } from "../lists/keyed-read.ts";
import type { ListDefinition } from "../lists/list.ts";
import type { LoaderDefinition } from "../lists/loader-definition.ts";
import type { ListPage } from "../lists/page.ts";
import { nextStep, type PlanFacts } from "./access-planner.ts";
import { indexLoader } from "./many-by-field.ts";
import { type GroupLoader, settle } from "./promise-or-value.ts";
import { readList } from "./read-list.ts";
import { searchReads } from "./strategies/searches.ts";

/** A tie goes to the list, which alone proves absence; one of unknown length is no way to a single key. */
const nextStepToKeys = (facts: PlanFacts) =>
  nextStep(facts.callsLeft === undefined ? facts : { ...facts, arePointsQueued: true });

/**
 * Loads all rows with a key that need not be unique, through searches or pages of a list, whichever costs fewer calls. What
 * a search answers is checked for the key; one that shows no such row, or not all that it found, leaves the word to the list.
 * @param search finds rows of the list by a text; its pages are shaped as those of the list.
 */
export function bySearch<Row>(
  list: ListDefinition<Row>,
  keysOf: KeysOf<Row>,
  search: KeyedRead<string, object>,
): LoaderDefinition<GroupLoader<string, Row>> {
  return {
    access: searchReads(search.endpoint, list.access),
    create({ call, of }) {
      const rows = of(list);
      const listed = indexLoader(rows, keysOf);
      const withKey = ({ rows: found, hasNextPage }: ListPage<Row>, key: string): readonly Row[] =>
        hasNextPage ? [] : found.filter((row) => keysOf(row).includes(key));
      const searched = async (key: string): Promise<readonly Row[]> => {
        const found = withKey(rows.show(await search.read(call, key), 0), key);
        return found.length > 0 ? found : listed.load(key);
      };
      const loader = new DataLoader<string, readonly Row[]>(
        async (keys) => {
          await readList(rows, call, { missing: () => keys, point: search, nextStep: nextStepToKeys });
          return settle(keys.map(async (key) => (rows.isComplete() ? listed.load(key) : searched(key))));
        },
        // Whatever else the operation asks of the list at this moment is under way then, and may show the keys.
        { batchScheduleFn: (readBatch) => void setImmediate(readBatch) },
      );
      return {
        load(key) {
          rows.readFresh();
          return rows.isComplete() ? listed.load(key) : loader.load(key);
        },
        clearAll: () => void loader.clearAll(),
      };
    },
  };
}
