import DataLoader from "dataloader";
import type { LoaderDefinition } from "../lists/loader-definition.ts";
import type { Call } from "../rest/call.ts";
import type { AnyEndpoint } from "../rest/endpoint.ts";
import { isTooLarge } from "../rest/message/response.ts";
import { groupBy } from "./group-by.ts";
import type { GroupLoader } from "./promise-or-value.ts";
import { filterReads } from "./strategies/filter-reads.ts";

/** A list that can be filtered by many keys at once. */
export interface FilteredList<Key, Row> {
  readonly endpoint: AnyEndpoint;
  /** Most keys that one call names. */
  readonly keysPerCall: number;
  /** A key as the filter takes it. */
  filterOf(key: Key): string;
  /** All arguments of a call but the keys: keys with equal ones go out together. */
  groupOf(key: Key): string;
  /** @param like one of the keys, for what else the call says. */
  readBatch(
    call: Call,
    filters: readonly string[],
    like: Key,
  ): Promise<ReadonlyMap<string, readonly Row[] | Error>>;
}

/** Loads groups of rows through a list that can be filtered by many keys at once. */
export function filtered<Key, Row>(list: FilteredList<Key, Row>): LoaderDefinition<GroupLoader<Key, Row>> {
  const { endpoint, keysPerCall } = list;
  const cacheKeyFn = (key: Key) => `${list.groupOf(key)} ${list.filterOf(key)}`;
  return {
    access: filterReads(endpoint, { keysPerCall }),
    create({ call }) {
      /** An answer for many keys may be too large where those for half of them each are not. */
      const readFitting = async (
        filters: readonly string[],
        like: Key,
      ): Promise<ReadonlyMap<string, readonly Row[] | Error>> => {
        const rows = await list.readBatch(call, filters, like);
        const tooMany = filters.filter((filter) => isTooLarge(rows.get(filter)));
        if (tooMany.length < 2) return rows;
        const half = Math.ceil(tooMany.length / 2);
        // Reads of one moment would go out together again.
        const first = await readFitting(tooMany.slice(0, half), like);
        const second = await readFitting(tooMany.slice(half), like);
        return new Map([...rows, ...first, ...second]);
      };
      const readGroup = async (keys: readonly Key[]) => {
        const [like] = keys;
        if (like === undefined) return [];
        const rows = await readFitting(keys.map(list.filterOf), like);
        return keys.map((key) => [cacheKeyFn(key), rows.get(list.filterOf(key)) ?? []] as const);
      };
      const loader = new DataLoader<Key, readonly Row[], string>(
        async (keys) => {
          const groups = [...groupBy(keys, list.groupOf).values()];
          const rows = new Map((await Promise.all(groups.map(readGroup))).flat());
          return keys.map((key) => rows.get(cacheKeyFn(key)) ?? []);
        },
        { cacheKeyFn },
      );
      return { load: (key) => loader.load(key), clearAll: () => void loader.clearAll() };
    },
  };
}
