import type { ListSizes } from "../../loaders/list-sizes.ts";
import type { Call } from "../../rest/call.ts";
import type { LinkedList } from "./linked-list.ts";
import { featuresOf, isRejection } from "./list-features.ts";
import { anyOf, type LinkedPage, pageSize } from "./page-json.ts";
import { areFiltered, valuesAt } from "./row-filter.ts";

/** A field, and the values of which any is wanted; as many as fit a page at most. */
interface Wanted {
  readonly field: string;
  readonly values: readonly string[];
}

/**
 * Reads the rows of a list that have any of several values in a field, in one page.
 * @returns undefined where the upstream turns out to have no such filter.
 */
export async function readAnyOf<Row extends object>(
  list: LinkedList<Row>,
  { field, values }: Wanted,
  { call, sizes }: { readonly call: Call; readonly sizes: ListSizes },
): Promise<LinkedPage<Row> | undefined> {
  const features = featuresOf(list, sizes);
  const [only, ...others] = values;
  if (only === undefined) return undefined;
  const isAlone = others.length === 0;
  const feature = isAlone ? (`filter ${field}` as const) : "anyOf";
  if (features.has(feature) === false) return undefined;
  try {
    const filter = isAlone ? only : anyOf(values);
    const page = await list.pages.read(call, { [field]: filter, limit: pageSize, offset: 0 });
    features.learn(feature, areFiltered(page.rows, valuesAt(field), values));
    return features.has(feature) === false ? undefined : page;
  } catch (error) {
    if (!isRejection(error) || features.has(feature)) throw error;
    features.learn(feature, false);
    return undefined;
  }
}
