import { freshCallsOf, type LoaderUse } from "../../estimate/field-cost.ts";
import type { OperationContext } from "../../graphql/context.ts";
import type { IdKind } from "../../resolving/ids.ts";
import type { AnyEndpoint } from "../../rest/endpoint.ts";
import type { JsonObject } from "../../rest/message/exact-json.ts";
import { mergeStored } from "./merge-patch.ts";

/**
 * Fields that the upstream replaces whole, by name: each makes the value to write from the one that is stored, numbers
 * to the digit, so that everything that a change leaves alone goes back as it was read.
 */
export type Merges = Readonly<Record<string, (stored: unknown) => unknown>>;

/** The merges of patches, less those that are undefined. */
export const patchesOf = (patches: Readonly<Record<string, JsonObject | undefined>>): Merges =>
  Object.fromEntries(
    Object.entries(patches).flatMap(([name, patch]) =>
      patch ? [[name, (stored: unknown) => mergeStored(name, stored, patch)]] : [],
    ),
  );

const isEmpty = (merges: Merges): boolean => Object.keys(merges).length === 0;

/** The reads that merges need. @param getToMerge reads the object as it is stored. */
export const usesOfMerges = (merges: Merges, getToMerge: AnyEndpoint): LoaderUse[] =>
  isEmpty(merges) ? [] : [freshCallsOf(getToMerge)];

/** An update of an object. */
interface MergedUpdate<Written> {
  readonly kind: IdKind;
  readonly sourceId: string;
  readonly merges: Merges;
  /** Reads the object as it is stored, numbers to the digit; not called where there is nothing to merge. */
  readonly read: () => Promise<JsonObject>;
  /** Writes. @param merged the fields that were merged. */
  readonly update: (merged: JsonObject) => Promise<Written>;
}

/** Merges changes into an object and writes it, while other updates of the same object wait. */
export const updateMerged = <Written>(
  { kind, sourceId, merges, read, update }: MergedUpdate<Written>,
  { exclusively }: Pick<OperationContext, "exclusively">,
): Promise<Written> => {
  const reads = !isEmpty(merges);
  const work = async (): Promise<Written> => {
    if (!reads) return update({});
    const stored = new Map(Object.entries(await read()));
    return update(
      Object.fromEntries(Object.entries(merges).map(([name, merge]) => [name, merge(stored.get(name))])),
    );
  };
  return exclusively(kind, sourceId, work, { reads });
};
