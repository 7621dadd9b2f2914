import DataLoader from "dataloader";
import { type ErrorCode, GatewayError } from "../errors.ts";
import { type ForeignKey, isAlwaysPresent, learnForeignKey } from "../lists/foreign-key.ts";
import type { Identified } from "../lists/indexed-rows.ts";
import type { ParentSlice, SliceRead } from "../lists/keyed-read.ts";
import type { ListDefinition } from "../lists/list.ts";
import type { Clearable, LoaderDefinition } from "../lists/loader-definition.ts";
import { endOf, type ListPage } from "../lists/page.ts";
import type { PagedList } from "../lists/paged-list.ts";
import type { ListStatistics } from "../lists/statistics.ts";
import type { Call } from "../rest/call.ts";
import { costsNoCall } from "../rest/read-handle.ts";
import { orNull, type PromiseOrValue, settle } from "./promise-or-value.ts";
import { readForParents } from "./read-for-parents.ts";
import { groupedReads } from "./strategies/grouped-reads.ts";

/** Rows that belong to parents. */
export interface ChildRows<Row, Body> {
  /** The list of those of all parents; `owner` is one of its `owners`. */
  readonly list: ListDefinition<Row>;
  /** Where a row tells its parent. */
  readonly foreignKey: ForeignKey<Row>;
  /** The read of a part of one parent's own list. */
  readonly own: SliceRead<Body, ParentSlice>;
  /** How the answer of that read is read. */
  pageIn(body: Body, slice: ParentSlice): ListPage<Row>;
  /**
   * Whether parents' own lists have the order of the list of all, so that the first pages of that may show the first
   * children of a parent. Otherwise its children are known when the list has been read to its end. @default false
   */
  readonly isInOrder?: boolean;
  /** Whether a page of the list is read to learn whether its rows tell their parents. @default true */
  readonly probes?: boolean;
}

/** Loads pages of the children of parents. */
export interface ChildrenLoader<Row> extends Clearable {
  /**
   * A page of the children of one parent.
   * @param slice `offset` counts the children of the parent, whichever way they come.
   * @returns null when the upstream says that there is no such parent. The list cannot say so: it shows no children.
   */
  load(slice: ParentSlice): PromiseOrValue<ListPage<Row> | null>;
}

/**
 * Loads pages of the children of parents: each by a read of the parent's own list, or those of many parents by pages of
 * the list of all, if its rows tell whose they are; whichever costs fewer calls. Both ways give the same rows in the same
 * order.
 */
export function childrenOf<Row extends Identified, Body>(
  rows: ChildRows<Row, Body>,
): LoaderDefinition<ChildrenLoader<Row>> {
  const { list, foreignKey, own, isInOrder = false, probes = true } = rows;
  const { name, pageSize, slices } = list;
  return {
    access: groupedReads(own.endpoint, {
      endpoint: slices.endpoint,
      name,
      pageSize,
      foreignKey,
      isInOrder,
      probes,
    }),
    create: ({ call, of, statistics }) =>
      ownerLoader({ ...rows, isInOrder, probes }, of(list), call, statistics),
  };
}

/** Failures of a list that say nothing of parents' own lists. */
const ofListAlone: ReadonlySet<ErrorCode> = new Set([
  "FORBIDDEN",
  "NOT_FOUND",
  "UPSTREAM_INVALID_RESPONSE",
  "UPSTREAM_REJECTED",
]);

const isOfListAlone = (error: unknown): boolean =>
  error instanceof GatewayError && ofListAlone.has(error.code);

function ownerLoader<Row extends Identified, Body>(
  { foreignKey, own, pageIn, isInOrder, probes }: Required<ChildRows<Row, Body>>,
  list: PagedList<Row>,
  call: Call,
  statistics: ListStatistics,
): ChildrenLoader<Row> {
  const areOwnersTold = () => isAlwaysPresent(foreignKey, statistics);

  /** From the pages of the list that have been read, if they are enough. */
  const listed = ({ parent, offset, limit }: ParentSlice): ListPage<Row> | undefined => {
    if (list.isEmpty()) return { rows: [], hasNextPage: false };
    if (!areOwnersTold() || !(isInOrder || list.isComplete())) return undefined;
    const children = list.listed(foreignKey.keysOf, parent);
    const end = offset + limit;
    const hasNextPage = children.length > end;
    return list.isComplete() || hasNextPage ? { rows: children.slice(offset, end), hasNextPage } : undefined;
  };

  /** Learns from a page of a parent's own list, which only rows of that parent stand in. */
  const seen = (body: Body, slice: ParentSlice): ListPage<Row> => {
    const page = pageIn(body, slice);
    const isWhole = endOf(slice.offset, page) === slice.offset + page.rows.length;
    // A place whose row was left out is none among the children that the list shows.
    const areOwn = isWhole && page.rows.every((row) => foreignKey.parentOf(row) === slice.parent);
    learnForeignKey(foreignKey, areOwn && page.rows.length === 0 ? undefined : areOwn, statistics);
    return page;
  };
  const fresh = (slice: ParentSlice): ListPage<Row> | undefined => {
    const body = own.handle(call, slice).take();
    return body && seen(body, slice);
  };
  const read = async (slice: ParentSlice): Promise<ListPage<Row>> =>
    seen(await own.handle(call, slice).run(), slice);

  const readListFor = async (wanted: readonly ParentSlice[]): Promise<void> => {
    let left = wanted;
    const missing = () => {
      left = left.filter((slice) => listed(slice) === undefined);
      return left;
    };
    const facts = () => ({ areTold: areOwnersTold(), isInOrder, probes });
    if (areOwnersTold() !== false) await readForParents(list, call, statistics, { missing, own, facts });
  };

  const loader = new DataLoader<ParentSlice, ListPage<Row> | null, string>(
    async (wanted) => {
      // A system that fails at its list is not asked parent by parent on top of it.
      const readOwn = await readListFor(wanted).then(
        () => read,
        (error: unknown) => (slice: ParentSlice) =>
          isOfListAlone(error) || costsNoCall(own.handle(call, slice)) ? read(slice) : Promise.reject(error),
      );
      return settle(
        wanted.map((slice) => {
          const page = listed(slice);
          return page ? Promise.resolve(page) : orNull(readOwn(slice));
        }),
      );
    },
    { cacheKeyFn: ({ parent, offset, limit }) => `${offset} ${limit} ${parent}` },
  );

  return {
    load(slice) {
      if (areOwnersTold() !== false) list.readFresh();
      return listed(slice) ?? fresh(slice) ?? loader.load(slice);
    },
    clearAll: () => void loader.clearAll(),
  };
}
