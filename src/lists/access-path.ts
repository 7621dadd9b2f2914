import type { AnyEndpoint } from "../rest/endpoint.ts";

/** One way of a loader to its rows; the row of the table of endpoints tells the system and the call. */
export type AccessPath =
  /** One call for each key, which alone proves that there is no such object. */
  | {
      readonly kind: "point";
      readonly row: AnyEndpoint;
      /** Other reads that may show the object before it is asked for. @default none */
      readonly shownBy?: readonly AnyEndpoint[];
    }
  /** The pages of a list, known among those of its system by `list`. */
  | {
      readonly kind: "pages";
      readonly row: AnyEndpoint;
      readonly list: string;
      /** Rows. */
      readonly pageSize: number;
    }
  /** The pages of a list whose rows may tell the key that they belong to. */
  | {
      readonly kind: "grouped";
      readonly row: AnyEndpoint;
      readonly list: string;
      /** Rows. */
      readonly pageSize: number;
      /** Names the count of rows that tell none, among the sizes of lists. */
      readonly missingKey: string;
      /** Whether a part of the pages may do. */
      readonly isInOrder: boolean;
      /** Whether a page is read to learn whether rows tell it. */
      readonly probes: boolean;
    }
  /** A list that takes many keys in one call. */
  | {
      readonly kind: "filtered";
      readonly row: AnyEndpoint;
      readonly keysPerCall: number;
      /** Rows, where what it finds comes in pages. */
      readonly pageSize?: number;
    }
  /** A list that takes the keys of many rows in one call, where it knows such a filter; it does not prove absence. */
  | { readonly kind: "picked"; readonly row: AnyEndpoint; readonly keysPerCall: number }
  /** A collection that comes whole in one call. */
  | { readonly kind: "whole"; readonly row: AnyEndpoint }
  /** Rows of a collection that come along with another read. */
  | { readonly kind: "sideLoaded"; readonly row: AnyEndpoint; readonly with: AnyEndpoint }
  /** A search for each key, which does not prove absence: a list beside it has the last word. */
  | { readonly kind: "searched"; readonly row: AnyEndpoint }
  /** All of a window of time, in as many calls as what is known of its weight asks for. */
  | {
      readonly kind: "window";
      readonly row: AnyEndpoint;
      /** @param sizes what is known of its system's lists. */
      callsFor(sizes: ReadonlyMap<string, number>): number;
    }
  /** The rows of a window for any number of keys, in pages, beside a read for each key where the list can be narrowed to one. */
  | {
      readonly kind: "windowed";
      readonly row: AnyEndpoint;
      /** Whether there is a read for one key. */
      readonly narrows: boolean;
      /** Rows. */
      readonly pageSize: number;
      /** @returns undefined while nothing is known of such windows. */
      pagesIn(sizes: ReadonlyMap<string, number>): number | undefined;
    }
  /** A read for each of the rows of another list, until the key turns up. */
  | { readonly kind: "search"; readonly row: AnyEndpoint }
  /** Another loader, asked for so many keys for each. */
  | { readonly kind: "through"; readonly access: readonly AccessPath[]; readonly keysPerKey: Bounds };

/** How many there may be of something; `most` is null where nothing bounds it. */
export interface Bounds {
  readonly least: number;
  readonly most: number | null;
}
