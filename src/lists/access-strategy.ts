import type { AnyEndpoint } from "../rest/endpoint.ts";
import type { Range } from "./range.ts";
import type { KnownStatistics } from "./statistics.ts";

/** Knowledge of a system before a batch of keys is loaded. */
export interface BatchFacts {
  readonly statistics: KnownStatistics;
  /** Whether reads by key wait for the rate limit, which makes the planner prefer lists. */
  readonly arePointsQueued: boolean;
}

/** How a loader gets its rows: its endpoints, what they cost, and the words that tell of both. */
export interface AccessStrategy {
  /** The endpoints that it calls by itself, all of one system; none for one that only asks other loaders. */
  readonly endpoints: readonly AnyEndpoint[];
  /** Other reads that may show a row before it is asked for. @default none */
  readonly shownBy?: readonly AnyEndpoint[];
  /** Whether all keys are answered by the same calls, since it reads all rows however few are asked for. @default no */
  readonly readsAll?: boolean;
  /** Whether a page that another reader fetches may show all keys but one. @default no */
  readonly mayBeShown?: boolean;
  /** Other loaders that it asks on top. @default none */
  readonly asks?: readonly AskedLoader[];
  /**
   * Calls of its own for one batch of different keys with nothing cached. Rows that are fresh or on their way make it
   * fewer, down to none.
   * @param keys above 0; `Infinity` where nothing bounds them.
   */
  bounds(keys: number, facts: BatchFacts): Range;
  /**
   * The most calls of its own for keys that come in several batches, whatever is cached.
   * @param keys above 0; `Infinity` where nothing bounds them.
   */
  most(keys: number, batches: number, statistics: KnownStatistics): MostCalls;
  describe(): AccessText;
}

/** Another loader that a strategy asks. */
export interface AskedLoader {
  readonly access: AccessStrategy;
  /** Keys that it is asked for, for each key. */
  readonly keysPerKey: Range;
}

/** The most calls of a strategy. */
export interface MostCalls {
  readonly calls: readonly { readonly endpoint: AnyEndpoint; readonly count: number }[];
  /** Pages of a list, which is read once for all that read the same one. @default it reads none */
  readonly pages?: PagesWanted;
}

/** Pages of a list: how many it has, and how many a loader may read of it. */
export interface PagesWanted {
  readonly endpoint: AnyEndpoint;
  /** `Infinity` while its size is not known. */
  readonly all: number;
  readonly wanted: number;
  /** Whether children are looked for in it: for one parent alone no page of a list of unknown length is read. */
  readonly isForParents: boolean;
}

/** The words of the table of access paths. */
export interface AccessText {
  /** Each of the ways to its rows. */
  readonly ways: readonly string[];
  /** Which of them it takes when; undefined where it has none of its own. */
  readonly choice: string | undefined;
}

/** An endpoint in the table of access paths. */
export const callText = ({ method, path }: AnyEndpoint): string => `\`${method} ${path}\``;
