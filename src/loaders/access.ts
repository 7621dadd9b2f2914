import type { AccessPath, Bounds } from "../lists/access-path.ts";
import { isAlwaysPresent } from "../lists/foreign-key.ts";
import type { AnyEndpoint } from "../rest/endpoint.ts";
import { isListCheaper } from "./access-planner.ts";

/** Every endpoint that ways lead to, those included that may show an object before it is asked for. */
export const endpointsOf = (access: readonly AccessPath[]): AnyEndpoint[] =>
  access.flatMap((path) => {
    if (path.kind === "through") return endpointsOf(path.access);
    return path.kind === "point" ? [path.row, ...(path.shownBy ?? [])] : [path.row];
  });

/**
 * How many calls a batch of different keys costs with nothing cached. Rows that are fresh or on their way make it fewer, down
 * to none.
 * @param sizes rows in lists by their name, as far as known.
 * @param arePointsQueued whether point reads wait for the budget, which makes the planner prefer lists.
 */
export function callBounds(
  access: readonly AccessPath[],
  keys: Bounds,
  sizes: ReadonlyMap<string, number>,
  arePointsQueued = false,
): Bounds {
  const range = { least: keys.least, most: keys.most ?? unbounded };
  const { least, most } = rangeOf(access, range, { sizes, arePointsQueued });
  return { least, most: most === unbounded ? null : most };
}

const unbounded = Number.POSITIVE_INFINITY;

interface Range {
  readonly least: number;
  readonly most: number;
}

interface Known {
  readonly sizes: ReadonlyMap<string, number>;
  readonly arePointsQueued: boolean;
}

function rangeOf(access: readonly AccessPath[], keys: Range, known: Known): Range {
  const own = access.filter(({ kind }) => kind !== "through");
  const range = {
    least: keys.least === 0 ? 0 : boundsOfKeys(own, keys.least, known).least,
    most: keys.most === 0 ? 0 : boundsOfKeys(own, keys.most, known).most,
  };
  return access.reduce((sum, path) => {
    if (path.kind !== "through" || keys.most === 0) return sum;
    const { least, most } = path.keysPerKey;
    const more = rangeOf(
      path.access,
      { least: keys.least * least, most: most === 0 ? 0 : keys.most * (most ?? unbounded) },
      known,
    );
    return { least: sum.least + more.least, most: sum.most + more.most };
  }, range);
}

function boundsOfKeys(access: readonly AccessPath[], keys: number, known: Known): Range {
  const { sizes, arePointsQueued } = known;
  const has = (kind: AccessPath["kind"]) => access.some((path) => path.kind === kind);
  const list = listCalls(access, sizes);
  if (has("search")) return { least: 0, most: unbounded };
  for (const path of access) {
    if (path.kind === "filtered") return boundsOfFiltered(path, keys, list);
    if (path.kind === "picked")
      return boundsOfPicked(
        path,
        keys,
        boundsOfKeys(
          access.filter((other) => other !== path),
          keys,
          known,
        ),
      );
    if (path.kind === "grouped") return boundsOfGrouped(path, keys, sizes, arePointsQueued);
    if (path.kind === "searched") return boundsOfSearched(keys, list);
    if (path.kind === "windowed") return boundsOfWindowed(path, keys, sizes);
    if (path.kind === "window") {
      const calls = keys * path.callsFor(sizes);
      return { least: calls, most: calls };
    }
  }
  if (!has("point")) return { least: has("sideLoaded") ? 0 : (list?.least ?? 0), most: list?.most ?? 0 };
  if (!list) return { least: keys, most: keys };
  // Reading on while that may pay costs as much as the point reads at most.
  if (list.most === unbounded) return { least: 1, most: keys > 1 || arePointsQueued ? 2 * keys : keys };
  return isListCheaper(keys, list.most, arePointsQueued)
    ? { least: list.least, most: list.most + keys }
    : { least: keys, most: keys };
}

/** A list beside a filter has the last word. */
function boundsOfFiltered(
  { keysPerCall, pageSize }: Extract<AccessPath, { readonly kind: "filtered" }>,
  keys: number,
  list: Range | undefined,
): Range {
  const calls = Math.ceil(keys / keysPerCall);
  return {
    least: Math.min(calls, list?.least ?? calls),
    most: pageSize === undefined ? calls + (list?.most ?? 0) : unbounded,
  };
}

/** Where there is no such filter, or it does not show all, the other ways come on top of it. */
function boundsOfPicked(
  { keysPerCall }: Extract<AccessPath, { readonly kind: "picked" }>,
  keys: number,
  others: Range,
): Range {
  if (keys < 2) return others;
  const calls = Math.ceil(keys / keysPerCall);
  return { least: Math.min(calls, others.least), most: calls + others.most };
}

/**
 * Pages of the window, or a read for each key. One of them may be read to learn how many there are.
 * @returns what windows of the same kind cost last, once that is known.
 */
export function boundsOfWindowed(
  { narrows, pagesIn }: Extract<AccessPath, { readonly kind: "windowed" }>,
  keys: number,
  sizes: Known["sizes"],
): Range {
  const pages = pagesIn(sizes);
  if (keys === 1 && narrows) return { least: 1, most: 1 };
  return { least: 1, most: pages ?? (narrows ? keys + 1 : unbounded) };
}

/** A list that is no longer than keys are many is read in place of searches, and proves absence. */
function boundsOfSearched(keys: number, list: Range | undefined): Range {
  if (!list) return { least: keys, most: keys };
  if (isListCheaper(keys, list.most, true)) return list;
  return { least: Math.min(keys, list.least), most: keys + list.most };
}

/** A list beside reads for each key, which shows those keys whose rows tell them. */
function boundsOfGrouped(
  { isInOrder, ...list }: Extract<AccessPath, { readonly kind: "grouped" }>,
  keys: number,
  sizes: Known["sizes"],
  arePointsQueued: boolean,
): Range {
  const told = isAlwaysPresent(list, sizes);
  if (told === false) return { least: keys, most: keys };
  const pages = pagesIn(list, sizes);
  const least = isInOrder ? 1 : Math.min(keys, pages ?? 1);
  if (pages === undefined) return { least, most: keys > 1 ? 2 * keys : keys };
  if (!isListCheaper(keys, pages, arePointsQueued)) return { least, most: keys };
  return { least, most: told ? pages : pages + keys };
}

/** Calls for all rows; undefined where there is no way to have them all. */
function listCalls(access: readonly AccessPath[], sizes: ReadonlyMap<string, number>): Range | undefined {
  for (const path of access) {
    if (path.kind === "whole") return { least: 1, most: 1 };
    if (path.kind !== "pages") continue;
    const calls = pagesIn(path, sizes);
    return calls === undefined ? { least: 1, most: unbounded } : { least: calls, most: calls };
  }
  return undefined;
}

/** Pages of a list; undefined while its size is not known. */
export function pagesIn(
  { list, pageSize }: { readonly list: string; readonly pageSize: number },
  sizes: ReadonlyMap<string, number>,
): number | undefined {
  const size = sizes.get(list);
  return size === undefined ? undefined : Math.max(1, Math.ceil(size / pageSize));
}
