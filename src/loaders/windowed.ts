import DataLoader from "dataloader";
import { badInput } from "../errors.ts";
import type { AccessStrategy } from "../lists/access-strategy.ts";
import type { OffsetLimit, SliceRead } from "../lists/keyed-read.ts";
import type { Clearable, LoaderDefinition } from "../lists/loader-definition.ts";
import type { ListPage } from "../lists/page.ts";
import type { KnownStatistics, ListStatistics } from "../lists/statistics.ts";
import type { Call } from "../rest/call.ts";
import { costsNoCall } from "../rest/read-handle.ts";
import { isListCheaper } from "./access-planner.ts";
import { groupBy } from "./group-by.ts";
import { settle } from "./promise-or-value.ts";
import { pagesOfWindow } from "./strategies/windows.ts";

/** A page of the rows in a window, of all owners or of one. */
export type WindowSlice<Window> = Window & OffsetLimit & { readonly owner?: string };

/** A list of the rows in a window of time, in pages, each of which belongs to an owner. */
export interface WindowedList<Window, Body, Row> {
  /** Names it in the statistics of lists, which know the rows in its windows by their length. */
  readonly name: string;
  /** Rows. */
  readonly pageSize: number;
  readonly slices: SliceRead<Body, WindowSlice<Window>>;
  /** How the answer of that read is read. */
  pageIn(body: Body, slice: WindowSlice<Window>): ListPage<Row>;
  /** Tells a window from others. */
  keyOf(window: Window): string;
  daysIn(window: Window): number;
  /** Tells a row from others, so that one which comes again on the next page is given once. */
  idOf(row: Row): string;
  /** The owner's id; undefined for a row of none. */
  ownerOf(row: Row): string | undefined;
  /** Whether a read can ask for the rows of one owner. */
  readonly narrows: boolean;
  /** The remedy for a window that holds too much, as the end of a sentence. @default "ask for a shorter one" */
  readonly remedy?: string;
}

/** Loads rows in windows, in the order of the upstream. */
export interface WindowLoader<Window, Row> extends Clearable {
  /**
   * The rows of one owner.
   * @throws BAD_USER_INPUT when the window holds more rows than are read for one operation.
   */
  load(window: Window, owner: string): Promise<readonly Row[]>;
  /** The rows of all owners, and of none. @throws as `load` does */
  all(window: Window): Promise<readonly Row[]>;
}

/** The definition of a loader by window. */
export interface WindowDefinition<Window, Row> extends LoaderDefinition<WindowLoader<Window, Row>> {
  /** How it gets the rows of one window, for the cost of a field. */
  accessFor(window: Window): AccessStrategy;
}

/** Most pages of a window that are read. */
const mostPages = 40;
/** Shorter windows, such as that of a moment, are alike. */
const shortestDays = 1 / 1024;

/**
 * Loads the rows of owners in a window: those of one by a read of their own, those of many by the pages of the window, which
 * serve any number of owners; whichever costs fewer calls.
 */
export function windowed<Window extends object, Body, Row>(
  list: WindowedList<Window, Body, Row>,
): WindowDefinition<Window, Row> {
  const { slices, narrows, pageSize } = list;
  const accessFor = (window?: Window): AccessStrategy =>
    pagesOfWindow(slices.endpoint, {
      narrows,
      pageSize,
      pagesIn: (statistics) => window && knownPages(list, window, statistics),
    });
  return {
    access: accessFor(),
    accessFor,
    create: ({ call, statistics }) => windowLoader(list, call, statistics),
  };
}

/**
 * Names the windows of a list of about one length in the statistics: by the next power of two. Rows do not grow with the length, as most of those in a short window began before it.
 */
const windowKind = <Window>(
  { name, daysIn }: Pick<WindowedList<Window, never, never>, "name" | "daysIn">,
  window: Window,
): string => `${name} in ${2 ** Math.round(Math.log2(Math.max(daysIn(window), shortestDays)))} days`;

/** Pages of a window, by the rows of the last one of about its length. */
function knownPages<Window>(
  list: Pick<WindowedList<Window, never, never>, "name" | "daysIn" | "pageSize">,
  window: Window,
  { windowRowCount }: Pick<KnownStatistics, "windowRowCount">,
): number | undefined {
  const rows = windowRowCount.get(windowKind(list, window));
  return rows === undefined ? undefined : Math.max(1, Math.ceil(rows / list.pageSize));
}

interface OwnWindow<Window> {
  readonly window: Window;
  readonly owner: string;
}

/** Reads windows for one operation, the rows of all owners once each. */
function windowReader<Window extends object, Body, Row>(
  list: WindowedList<Window, Body, Row>,
  call: Call,
  statistics: ListStatistics,
) {
  const { slices, pageSize, keyOf } = list;
  const wholes = new Map<string, Promise<readonly Row[]>>();

  const page = async (window: Window, offset: number, owner?: string): Promise<ListPage<Row>> => {
    const slice = { limit: pageSize, offset, ...(owner !== undefined && { owner }), ...window };
    return list.pageIn(await slices.handle(call, slice).run(), slice);
  };
  /** The rows of a first page and of those behind it, which are read side by side where their number is known. */
  const allFrom = async (window: Window, first: ListPage<Row>, owner?: string): Promise<readonly Row[]> => {
    let pagesRead = 1;
    const rowsFrom = async (start: number, end: number): Promise<readonly Row[]> => {
      const rows: Row[] = [];
      // A page may hold fewer rows than were asked for.
      for (let isLast = false; !isLast && start + rows.length < end; ) {
        pagesRead += 1;
        if (pagesRead > mostPages) throw tooManyRows(list);
        const next = await page(window, start + rows.length, owner);
        rows.push(...next.rows);
        isLast = !next.hasNextPage || next.rows.length === 0;
      }
      return rows;
    };
    const parts = await Promise.all(partsBehind(first, list).map(([start, end]) => rowsFrom(start, end)));
    return [...new Map([first.rows, ...parts].flat().map((row) => [list.idOf(row), row])).values()];
  };
  return {
    firstPage: (window: Window) => page(window, 0),
    /** Whether the rows of all owners are read already, or come without a call. */
    isShown: (window: Window) =>
      wholes.has(keyOf(window)) ||
      costsNoCall(slices.handle(call, { ...window, limit: pageSize, offset: 0 })),
    ofOne: async (window: Window, owner: string): Promise<readonly Row[]> => {
      const rows = await allFrom(window, await page(window, 0, owner), owner);
      // A filter that the upstream does not know is ignored there.
      return rows.filter((row) => list.ownerOf(row) === owner);
    },
    /** @param first its first page, where that has been read. */
    ofAll(window: Window, first?: Promise<ListPage<Row>>): Promise<readonly Row[]> {
      const read = async () => {
        const rows = await allFrom(window, await (first ?? page(window, 0)));
        statistics.windowRowCount.set(windowKind(list, window), rows.length);
        return rows;
      };
      const rows = wholes.get(keyOf(window)) ?? read();
      wholes.set(keyOf(window), rows);
      return rows;
    },
    clearAll: () => wholes.clear(),
  };
}

function windowLoader<Window extends object, Body, Row>(
  list: WindowedList<Window, Body, Row>,
  call: Call,
  statistics: ListStatistics,
): WindowLoader<Window, Row> {
  const { slices, pageSize, keyOf, ownerOf, narrows } = list;
  const reader = windowReader(list, call, statistics);

  const fromAll = async (window: Window, owners: readonly string[], first?: Promise<ListPage<Row>>) => {
    const groups = groupBy(await reader.ofAll(window, first), (row) => ownerOf(row) ?? "");
    return owners.map((owner) => groups.get(owner) ?? []);
  };
  const oneByOne = (window: Window, owners: readonly string[]) =>
    settle(owners.map((owner) => reader.ofOne(window, owner)));

  const readFor = async (window: Window, owners: readonly string[]): Promise<(readonly Row[] | Error)[]> => {
    if (!narrows || reader.isShown(window)) return fromAll(window, owners);
    const pages = knownPages(list, window, statistics) ?? 1;
    if (!isListCheaper(owners.length, pages, call.isQueued(slices.endpoint))) return oneByOne(window, owners);
    const first = reader.firstPage(window);
    const { total = 0 } = await first;
    // There may be more than had been thought.
    const pagesLeft = Math.ceil(total / pageSize) - 1;
    return pagesLeft > owners.length ? oneByOne(window, owners) : fromAll(window, owners, first);
  };

  const readGroup = async (keys: readonly OwnWindow<Window>[]) => {
    const [first] = keys;
    if (!first) return [];
    const owners = keys.map(({ owner }) => owner);
    const rows = await readFor(first.window, owners).catch((error: Error) => owners.map(() => error));
    return keys.map((key, at) => [key, rows[at] ?? []] as const);
  };
  const loader = new DataLoader<OwnWindow<Window>, readonly Row[], string>(
    async (keys) => {
      const groups = [...groupBy(keys, ({ window }) => keyOf(window)).values()];
      const rows = new Map((await Promise.all(groups.map(readGroup))).flat());
      return keys.map((key) => rows.get(key) ?? []);
    },
    { cacheKeyFn: ({ window, owner }) => `${keyOf(window)} ${owner}` },
  );
  return {
    load: (window, owner) => loader.load({ window, owner }),
    all: (window) => reader.ofAll(window),
    clearAll() {
      loader.clearAll();
      reader.clearAll();
    },
  };
}

/**
 * The parts of the list behind its first page, as large as that and each with its start and end; one part without an end
 * where the length of the list is not known.
 * @throws BAD_USER_INPUT for too many
 */
function partsBehind(
  { rows, hasNextPage, total }: ListPage<unknown>,
  list: Pick<WindowedList<never, never, never>, "pageSize" | "remedy">,
): (readonly [start: number, end: number])[] {
  const size = Math.min(rows.length, list.pageSize);
  if (!hasNextPage || size === 0) return [];
  if (total === undefined) return [[size, Number.POSITIVE_INFINITY]];
  const count = Math.ceil(total / size) - 1;
  if (count >= mostPages) throw tooManyRows(list);
  // Rows may have come since: the last part is read on for as long as there are more.
  return Array.from({ length: count }, (_, at) => [
    (at + 1) * size,
    at < count - 1 ? (at + 2) * size : Number.POSITIVE_INFINITY,
  ]);
}

const tooManyRows = ({ remedy = "ask for a shorter one" }: { readonly remedy?: string }) =>
  badInput(`There is more in this window than one operation may read; ${remedy}.`);
