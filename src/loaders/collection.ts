import { byId, type Identified } from "../lists/indexed-rows.ts";
import type { ListDefinition } from "../lists/list.ts";
import type { Clearable, LoaderDefinition } from "../lists/loader-definition.ts";
import { costsNoCall } from "../rest/read-handle.ts";
import { isObject } from "../rest/row-values.ts";
import { indexLoader } from "./many-by-field.ts";
import { mapPromiseOrValue, type PromiseOrValue } from "./promise-or-value.ts";
import { sideLoaded } from "./strategies/side-loaded.ts";

/** A loader over a small collection. */
export interface CollectionLoader<Row> extends Clearable {
  load(id: string): PromiseOrValue<Row | null>;
  all(): Promise<readonly Row[]>;
  /** Whether all rows would come without a call of their own: they are fresh, or on their way. */
  isAtHand(): boolean;
}

/** Where rows of a collection come along. */
export interface SideLoad<Row> {
  /** The list whose pages carry them. */
  readonly list: ListDefinition<Identified>;
  /** The rows in the body of a page, by id. */
  readonly rowsIn: (body: never) => Readonly<Record<string, Row>> | null | undefined;
}

/** Loads by id from a small collection that comes whole in one call, or along with pages that are read anyway. */
export function fromCollection<Row extends Identified>(
  collection: ListDefinition<Row>,
  sideLoad?: SideLoad<Row>,
): LoaderDefinition<CollectionLoader<Row>> {
  const { pageSize, slices } = collection;
  const { endpoint } = slices;
  return {
    access: sideLoad
      ? sideLoaded(endpoint, sideLoad.list.slices.endpoint, collection.access)
      : collection.access,
    // What comes along with pages is not read by itself before these have come.
    ...(!sideLoad && { ahead: [collection] }),
    create({ call, of }) {
      const list = of(collection);
      let isNoted = false;
      const foundAlong = (id: string): Row | undefined => {
        const found = sideLoad && rowIn(of(sideLoad.list).bodies(), sideLoad.rowsIn, id);
        if (found && !isNoted) call.sideLoaded(endpoint);
        isNoted ||= found !== undefined;
        return found;
      };
      const rows = indexLoader(list, byId);
      return {
        load: (id) => foundAlong(id) ?? mapPromiseOrValue(rows.load(id), ([row]) => row ?? null),
        all: () => list.all(),
        isAtHand: () => list.isComplete() || costsNoCall(slices.handle(call, { limit: pageSize, offset: 0 })),
        clearAll() {},
      };
    },
  };
}

/** The first row with an id that comes along with pages. */
function rowIn<Row>(bodies: Iterable<object>, rowsIn: SideLoad<Row>["rowsIn"], id: string): Row | undefined {
  for (const body of bodies) {
    const rows = rowsIn(body as never);
    const found = rows && Object.hasOwn(rows, id) ? rows[id] : undefined;
    if (isObject(found)) return found;
  }
  return undefined;
}
