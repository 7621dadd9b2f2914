import type { Identified } from "../loaders/indexed-rows.ts";
import type { SliceRead } from "../loaders/keyed-read.ts";
import { type ListDefinition, listOf } from "../loaders/list.ts";
import { pageFormat } from "../loaders/list-page.ts";
import { type LinkedPage, pageSize } from "./page-json.ts";

/**
 * Declares a list whose pages say by a link whether there are more.
 * @param name by which its size is remembered.
 */
export const linkedList = <Row extends Identified>(
  name: string,
  slices: SliceRead<LinkedPage<Row>>,
): ListDefinition<Row> =>
  listOf({ name, pageSize, slices, format: pageFormat<LinkedPage<Row>, Row>((page) => page) });
