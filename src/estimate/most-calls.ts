import type { AccessPath } from "../lists/access-path.ts";
import { isAlwaysPresent } from "../lists/foreign-key.ts";
import { boundsOfWindowed, pagesIn } from "../loaders/access.ts";
import { isListCheaper } from "../loaders/access-planner.ts";
import type { AnyEndpoint } from "../rest/endpoint.ts";
import { productOf } from "./range.ts";
import type { Demand } from "./walk.ts";

/** Knowledge of the systems before any call. */
export interface Known {
  /** The system whose endpoint it is. */
  systemOf(endpoint: AnyEndpoint): string;
  /** Rows in the lists of each system by their name, as far as known. */
  readonly sizes: Readonly<Record<string, ReadonlyMap<string, number>>>;
}

/** Pages of a list: how many it has, and how many all who use it may read of it. */
interface Pages {
  readonly all: number;
  readonly wanted: number;
  /** Pages of children that are looked for in it, of whichever fields. */
  readonly grouped: number;
}

const unbounded = Number.POSITIVE_INFINITY;

/**
 * The most calls that some demands may cost each system, whatever is cached and however many calls wait for the rate limits: a
 * list is read once for all that use it. Cached rows never make it more; they may make another way the cheaper one, so
 * that the pages of a list and point reads come together.
 * @param demands of a stretch in which loaders forget nothing.
 * @returns by system; `Infinity` where nothing bounds it.
 */
export function mostCalls(demands: readonly Demand[], known: Known): ReadonlyMap<string, number> {
  const calls = new Map<string, number>();
  const lists = new Map<AnyEndpoint, Pages>();

  const add = (endpoint: AnyEndpoint, count: number): void => {
    const system = known.systemOf(endpoint);
    calls.set(system, (calls.get(system) ?? 0) + count);
  };

  const visit = (access: readonly AccessPath[], keys: number, batches: number): void => {
    if (keys === 0) return;
    const list = access.find(isList);
    const all = list ? pagesOf(list, known) : unbounded;
    if (list) {
      const { wanted, grouped } = lists.get(list.row) ?? { wanted: 0, grouped: 0 };
      const more = pagesWanted(access, list, keys, known);
      const isGrouped = list.kind === "grouped";
      lists.set(list.row, {
        all,
        wanted: wanted + (isGrouped ? 0 : more),
        grouped: grouped + (isGrouped ? more : 0),
      });
    }
    for (const path of access) {
      if (path.kind === "point") add(path.row, keys);
      // A list that is no longer than one search is read in place of any.
      if (path.kind === "searched" && !isListCheaper(1, all, true)) add(path.row, keys);
      if (path.kind === "window") {
        const calls = path.callsFor(known.sizes[known.systemOf(path.row)] ?? new Map());
        add(path.row, productOf(keys, calls));
      }
      if (path.kind === "windowed") {
        const sizes = known.sizes[known.systemOf(path.row)] ?? new Map();
        add(path.row, productOf(Math.min(keys, batches), boundsOfWindowed(path, keys, sizes).most));
      }
      if (path.kind === "search") add(path.row, unbounded);
      // One key alone is read by itself.
      if (path.kind === "picked" && keys > 1) add(path.row, batchesOf(keys, batches, path.keysPerCall));
      if (path.kind === "filtered") {
        const count = batchesOf(keys, batches, path.keysPerCall);
        // What a filter finds is no more than all that the list holds.
        add(path.row, path.pageSize === undefined ? count : productOf(count, all));
      }
      if (path.kind === "through") {
        const inner = productOf(keys, path.keysPerKey.most ?? unbounded);
        visit(path.access, inner, inner);
      }
    }
  };

  for (const { access, keys, batches } of demands) visit(access, keys.most, batches);
  for (const [endpoint, { all, grouped, wanted }] of lists) {
    // One alone is looked for in a list only where that is known to be as short as one read.
    add(endpoint, Math.min(all, wanted + (grouped === 1 && all === unbounded ? 0 : grouped)));
  }
  return calls;
}

type List = Extract<AccessPath, { readonly kind: "grouped" | "pages" | "whole" }>;

const isList = (path: AccessPath): path is List =>
  path.kind === "grouped" || path.kind === "pages" || path.kind === "whole";

const sizesBehind = ({ row }: List, { sizes, systemOf }: Known): ReadonlyMap<string, number> =>
  sizes[systemOf(row)] ?? new Map();

const pagesOf = (list: List, known: Known): number =>
  list.kind === "whole" ? 1 : (pagesIn(list, sizesBehind(list, known)) ?? unbounded);

/** Pages of a list that a loader may read: beside point reads, no more than keys miss. */
function pagesWanted(access: readonly AccessPath[], list: List, keys: number, known: Known): number {
  const has = (kind: AccessPath["kind"]) => access.some((path) => path.kind === kind);
  if (list.kind === "grouped") {
    const isUseless = isAlwaysPresent(list, sizesBehind(list, known)) === false;
    return isUseless ? 0 : keys;
  }
  if (has("search")) return unbounded;
  // A filter that pages by itself uses the list only where the list is cached.
  if (access.some((path) => path.kind === "filtered" && path.pageSize !== undefined)) return 0;
  return has("point") ? keys : unbounded;
}

/** Calls for keys that come in several batches, however they are spread over them. */
const batchesOf = (keys: number, batches: number, keysPerCall: number): number =>
  keys === unbounded ? unbounded : batches + Math.floor((keys - batches) / keysPerCall);
