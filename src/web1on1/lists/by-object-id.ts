import DataLoader from "dataloader";
import { byId, type Identified } from "../../lists/indexed-rows.ts";
import type { KeyedRead } from "../../lists/keyed-read.ts";
import type { LoaderDefinition } from "../../lists/loader-definition.ts";
import { memoizeByBody } from "../../lists/memo-by-body.ts";
import type { ListStatistics } from "../../lists/statistics.ts";
import { isListCheaper } from "../../loaders/access-planner.ts";
import { oneByKey } from "../../loaders/one-by-key.ts";
import { type KeyLoader, orNull, settle } from "../../loaders/promise-or-value.ts";
import { pickedReads } from "../../loaders/strategies/picked-reads.ts";
import { costsNoCall } from "../../rest/read-handle.ts";
import { readAnyOf } from "./any-of.ts";
import type { LinkedList } from "./linked-list.ts";
import { isRejection, listFeatures } from "./list-features.ts";
import { pageSize } from "./page-json.ts";

/**
 * Lists of a system, by name, of which an answer has shown that they do not know a filter by ids: two observed forms,
 * the filter and the brackets, make it, and no document has both together.
 */
const ignorant = memoizeByBody((_: ListStatistics) => new Set<string>());

/**
 * Loads objects by id, archived ones included, which stand in no list: one by a read of its own, several by a filter of
 * the list, or the list itself where it has fewer pages. What those do not show is read by itself.
 * @param list of all that are not archived.
 * @param point reads one.
 */
export function byObjectId<Row extends Identified>(
  list: LinkedList<Row>,
  point: KeyedRead<string, Row>,
): LoaderDefinition<KeyLoader<Row>> {
  const listOrPoints = oneByKey(list, byId, point);
  return {
    access: pickedReads(list.pages.endpoint, pageSize, listOrPoints.access),
    create(scope) {
      const { call, settingOf, statistics } = scope;
      const all = scope.of(list);
      const withoutFilter = listOrPoints.create(scope);
      const isPicky = () => settingOf(listFeatures).includes("anyOf") && !ignorant(statistics).has(list.name);

      /** @returns whether the upstream has shown that it knows the filter, so that its list has no more of these. */
      const readPicked = async (ids: readonly string[]): Promise<boolean> => {
        try {
          const page = await readAnyOf(list, { field: "id", values: ids }, scope);
          if (!page) return false;
          all.show(page, 0);
          if (page.rows.every(({ id }) => ids.includes(id))) return page.rows.length > 0;
        } catch (error) {
          if (!isRejection(error)) throw error;
        }
        ignorant(statistics).add(list.name);
        return false;
      };

      /**
       * Reads by the filter where that is the cheapest way.
       * @returns whether only single reads can show what is missing.
       */
      const readByFilter = async (missing: () => readonly string[]): Promise<boolean> => {
        const isDear = (id: string) => !costsNoCall(point.handle(call, id));
        await (all.fullRead() ?? all.readAtHand());
        if (missing().filter(isDear).length < 2 || !isPicky()) return false;
        // The first page tells how long the list is, which serves all who come after.
        const isSeen = all.bodies()[Symbol.iterator]().next().done !== true;
        if (!isSeen && all.callsLeft(1) === undefined) await all.readNext();
        // Those whose own answers are kept are asked for, too, so that the same ids are the same read.
        const ids = missing();
        const calls = Math.ceil(ids.length / pageSize);
        const callsLeft = all.callsLeft(calls + 1) ?? Number.POSITIVE_INFINITY;
        if (ids.filter(isDear).length < 2 || isListCheaper(calls, callsLeft, true)) return false;
        const batches = Array.from({ length: calls }, (_, at) =>
          ids.slice(at * pageSize, (at + 1) * pageSize),
        );
        const picked = await Promise.all(batches.map(readPicked));
        return picked.every(Boolean);
      };

      const readPoint = (id: string): Promise<Row | null> => orNull(point.handle(call, id).run());
      const seen = (id: string) => all.seen(byId, id);
      const loader = new DataLoader<string, Row | null>(async (ids) => {
        const missing = () => ids.filter((id) => seen(id) === undefined);
        // A system that fails at its list is not asked id by id on top of it.
        const read = await readByFilter(missing).then(
          (onlyPoints) => (onlyPoints ? readPoint : withoutFilter.load),
          (error: unknown) => (id: string) =>
            costsNoCall(point.handle(call, id)) ? readPoint(id) : Promise.reject(error),
        );
        return settle(ids.map(async (id) => seen(id) ?? read(id)));
      });
      const primed = new Map<string, Row>();
      return {
        load(id) {
          all.readFresh();
          return primed.get(id) ?? seen(id) ?? loader.load(id);
        },
        prime: (id, row) => void primed.set(id, row),
        clearAll() {
          primed.clear();
          loader.clearAll();
          withoutFilter.clearAll();
        },
      };
    },
  };
}
