import type { LoaderScope } from "../../lists/loader-definition.ts";
import type { LinkedList } from "./linked-list.ts";
import { listFeatures } from "./list-features.ts";
import { anyOf, type LinkedPage, pageSize } from "./page-json.ts";

/** A field, and the values of which any is wanted; as many as fit a page at most. */
interface Wanted {
  readonly field: string;
  readonly values: readonly string[];
}

/** An upstream would take these for operators. */
const operator = /^[~^<>!=[]/;

/**
 * Reads the rows of a list that have any of several values in a field, in one page.
 * @returns undefined where there is no such filter.
 */
export async function readAnyOf<Row>(
  list: LinkedList<Row>,
  { field, values }: Wanted,
  { call, settingOf }: Pick<LoaderScope, "call" | "settingOf">,
): Promise<LinkedPage<Row> | undefined> {
  const [only, ...others] = values;
  const isAlone = others.length === 0;
  if (only === undefined || values.some((value) => operator.test(value))) return undefined;
  if (!settingOf(listFeatures).includes(isAlone ? "filters" : "anyOf")) return undefined;
  const filter = isAlone ? only : anyOf(values);
  return list.pages.read(call, { [field]: filter, limit: pageSize, offset: 0 });
}
