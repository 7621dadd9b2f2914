import DataLoader from "dataloader";
import type { KeysOf } from "../lists/indexed-rows.ts";
import type { KeyedRead } from "../lists/keyed-read.ts";
import type { ListDefinition } from "../lists/list.ts";
import type { LoaderDefinition } from "../lists/loader-definition.ts";
import type { PagedList } from "../lists/paged-list.ts";
import type { Call } from "../rest/call.ts";
import { costsNoCall } from "../rest/read-handle.ts";
import { type KeyLoader, orNull, settle } from "./promise-or-value.ts";
import { readList } from "./read-list.ts";
import { pointReads } from "./strategies/point-reads.ts";

/** Rows that are loaded by a unique key. */
interface KeyedRows<Row> {
  readonly keysOf: KeysOf<Row>;
  readonly point: KeyedRead<string, Row>;
  /** The key of `keysOf` under which the list has a row that is asked for by another spelling. */
  readonly listKeyOf: (key: string) => string;
}

/**
 * Loads by a unique key through point reads or pages of a list, whichever costs fewer calls. A list never proves
 * absence (it hides what is archived), so a key that it did not show is read by itself.
 * @param point reads by the key as it was asked for.
 * @param listKeyOf the key of `keysOf` that means the same. @default the key itself
 */
export function oneByKey<Row>(
  list: ListDefinition<Row>,
  keysOf: KeysOf<Row>,
  point: KeyedRead<string, Row>,
  listKeyOf: (key: string) => string = (key) => key,
): LoaderDefinition<KeyLoader<Row>> {
  return {
    access: pointReads(point.endpoint, { list: list.access, shownBy: list.shownBy }),
    create: ({ call, of }) => keyLoader(of(list), call, { keysOf, point, listKeyOf }),
  };
}

/** Loads by id where the upstream has no list that would show the row. */
export function oneByPoint<Row>(point: KeyedRead<string, Row>): LoaderDefinition<KeyLoader<Row>> {
  return {
    access: pointReads(point.endpoint),
    create({ call }) {
      const answers = new Map<string, Promise<Row | null>>();
      return {
        load(key) {
          const known = answers.get(key) ?? orNull(point.read(call, key));
          answers.set(key, known);
          return known;
        },
        prime: (key, row) => void answers.set(key, Promise.resolve(row)),
        clearAll: () => answers.clear(),
      };
    },
  };
}

function keyLoader<Row>(list: PagedList<Row>, call: Call, rows: KeyedRows<Row>): KeyLoader<Row> {
  const { point } = rows;
  const primed = new Map<string, Row>();
  const inList = (key: string) => list.seen(rows.keysOf, rows.listKeyOf(key));
  /** A row that needs no call needs no batch either. */
  const seen = (key: string): Row | undefined => {
    list.readFresh();
    return inList(key);
  };
  // That there is no such list says nothing of a key.
  const readPoint = (key: string): Promise<Row | null> => orNull(point.handle(call, key).run());
  const loader = new DataLoader<string, Row | null>(async (keys) => {
    const missing = () => keys.filter((key) => inList(key) === undefined);
    // A system that fails at its list is not asked key by key on top of it.
    const read = await readList(list, call, { missing, point }).then(
      () => readPoint,
      (error: unknown) => (key: string) =>
        costsNoCall(point.handle(call, key)) ? readPoint(key) : Promise.reject(error),
    );
    return settle(
      keys.map((key) => {
        const row = inList(key);
        return row ? Promise.resolve(row) : read(key);
      }),
    );
  });
  return {
    load(key) {
      return primed.get(key) ?? seen(key) ?? loader.load(key);
    },
    prime: (key, row) => void primed.set(key, row),
    clearAll() {
      primed.clear();
      loader.clearAll();
    },
  };
}
